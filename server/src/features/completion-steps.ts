import type { Snapshot } from "../analysis/types.ts";
import { theoryIn } from "../model/assess/plan/index.ts";
import type { FilePath } from "../workspace/types.ts";
import { specBefore } from "./at.ts";
import type { ValuePlace } from "./completion-place-types.ts";

interface Offered {
  readonly name: string;
  readonly detail: string;
}

/** Steps that a link of a theory of change may name at a place, with what each is; undefined elsewhere. */
export function stepsAt(snapshot: Snapshot, path: FilePath, place: ValuePlace): readonly Offered[] | undefined {
  const [first, second, , key] = place.path;
  if (place.kind !== "intervention" || first !== "theory_of_change" || second !== "links") return undefined;
  if (key !== "from" && key !== "to") return undefined;
  // The other end of the link is no offer: a step does not lead to itself.
  const other = place.siblings.get(key === "from" ? "to" : "from")?.trim();
  return stepsBefore(snapshot, path, place.replace.start).filter(({ name }) => name !== other);
}

/** The steps of the theory of change in the document at an offset. */
export function stepsBefore(snapshot: Snapshot, path: FilePath, offset: number): readonly Offered[] {
  const spec = specBefore(snapshot, path, offset);
  return (spec === undefined ? [] : (theoryIn(spec)?.steps ?? [])).map(({ name, kind, title }) => ({
    name,
    detail: [kind, title].filter((each) => each !== undefined).join(" · "),
  }));
}
