import type { Snapshot } from "../analysis/types.ts";
import { evidenceStandardData } from "../data/index.ts";
import { benefitsOf } from "../rules/reference/benefits.ts";
import type { FilePath } from "../workspace/types.ts";
import type { ValuePlace } from "./completion-place-types.ts";
import { stepsAt } from "./completion-steps.ts";
import { nounsIn } from "./completion-units.ts";

/** A name worth offering, with a few words on what it is. */
export interface Offered {
  readonly name: string;
  readonly detail: string;
}

/** Names for a text that means something named elsewhere, though not by an id of the project; undefined where any text will do. */
export function namesAt(snapshot: Snapshot, path: FilePath, place: ValuePlace): readonly Offered[] | undefined {
  const steps = stepsAt(snapshot, path, place);
  if (steps !== undefined) return steps;
  const [first, second] = place.path;
  const key = place.path.at(-1) === 0 ? place.path.at(-2) : place.path.at(-1);
  if (place.kind === "intervention" && first === "benefits" && key === "includes")
    return benefitsIn(snapshot, path).filter(({ name }) => name !== place.siblings.get("benefit"));
  if (key === "country") return countries.map((name) => ({ name, detail: "" }));
  if (first === "ratings" && key === "rating") return levelsOf(place.siblings.get("standard"));
  if ((place.kind === "intervention" && first === "population" && second === "unit") || first === "counts")
    return [
      ...nounsIn(snapshot, path).map((name) => ({ name, detail: "used in this file" })),
      ...people.map((name) => ({ name, detail: "" })),
    ];
  return undefined;
}

/** Whom services for children count, the most usual first. */
const people: readonly string[] = ["child", "family", "parent", "pupil", "young person", "household", "case"];

/** Those that studies and specs are compared by; any other may be written. */
const countries: readonly string[] = ["England", "Wales", "Scotland", "Northern Ireland", "United Kingdom"];

const benefitsIn = (snapshot: Snapshot, path: FilePath): readonly Offered[] =>
  snapshot
    .specs(path)
    .flatMap((spec) => benefitsOf(spec).map(({ name }) => ({ name, detail: "a benefit of this spec" })));

/** The levels that a standard of evidence gives, each with what it means. */
function levelsOf(standard: string | undefined): readonly Offered[] | undefined {
  const data = Object.entries(evidenceStandardData).find(([name]) => name === standard)?.[1];
  return data?.levels.map(({ code, meaning }) => ({ name: code, detail: meaning }));
}
