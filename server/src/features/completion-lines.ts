import type { Snapshot } from "../analysis/types.ts";
import { section251 } from "../data/index.ts";
import type { SpecPath } from "../schema/lookup.ts";
import type { Kind } from "../schema/shape.ts";
import type { FilePath } from "../workspace/types.ts";
import type { ValuePlace } from "./completion-place-types.ts";

/** A name that may stand at a place, with what it is. */
interface Offered {
  readonly name: string;
  readonly doc: string;
}

/** Lines of the section 251 return, where a spend line is written; by code, found by their names too. */
export function spendLines(place: ValuePlace): readonly Offered[] {
  const key = place.path.at(-1);
  const asked = key === "spend_line" || (key === "line" && place.kind === "area");
  return asked
    ? section251.rows.flatMap(({ code, name }) => (code === undefined ? [] : [{ name: `s251/${code}`, doc: name }]))
    : [];
}

/** Names that stand as keys of a mapping without being ids: the clusters of a portfolio's area, and the costs that portfolios share. */
export function namedKeys(
  snapshot: Snapshot,
  path: FilePath,
  kind: Kind | undefined,
  key: SpecPath[number] | undefined,
): readonly Offered[] {
  if (kind === "intervention" && key === "shares") return named(snapshot, "shared-cost", () => true);
  if (kind !== "portfolio" || (key !== "clusters" && key !== "shares")) return [];
  const portfolios = snapshot.specs(path).flatMap((spec) => (spec.kind === "portfolio" ? [spec] : []));
  if (key === "shares")
    return portfolios.flatMap(({ reading }) =>
      (reading?.shared?.items ?? []).flatMap(({ id, item }) =>
        id?.value === undefined ? [] : [{ name: id.value, doc: item?.value ?? "" }],
      ),
    );
  const areas = new Set(portfolios.flatMap(({ reading }) => reading?.area?.value ?? []));
  return named(snapshot, "cluster", (owner) => areas.has(owner));
}

/** Ids that live inside a document, by the name that they have there. */
const named = (
  snapshot: Snapshot,
  kind: "cluster" | "shared-cost",
  wanted: (owner: string) => boolean,
): readonly Offered[] =>
  snapshot.index.ids(kind).flatMap((id) => {
    const slash = id.indexOf("/");
    if (!wanted(id.slice(0, slash))) return [];
    const [definition] = snapshot.index.definitions(kind, id);
    return [{ name: id.slice(slash + 1), doc: definition?.title ?? "" }];
  });
