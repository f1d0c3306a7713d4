import type { Snapshot } from "../analysis/types.ts";
import { section251 } from "../data/index.ts";
import type { FilePath } from "../workspace/types.ts";
import type { KeyPlace, ValuePlace } from "./completion-place-types.ts";

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

/** Where a portfolio names them as keys: the clusters of its area, and its shared costs. */
export function keysOfPortfolio(snapshot: Snapshot, path: FilePath, place: KeyPlace): readonly Offered[] {
  const key = place.path.at(-1);
  if (place.kind !== "portfolio" || (key !== "clusters" && key !== "shares")) return [];
  const portfolios = snapshot.specs(path).flatMap((spec) => (spec.kind === "portfolio" ? [spec] : []));
  if (key === "shares")
    return portfolios.flatMap(({ reading }) =>
      (reading?.shared?.items ?? []).flatMap(({ id, item }) =>
        id?.value === undefined ? [] : [{ name: id.value, doc: item?.value ?? "" }],
      ),
    );
  const areas = new Set(portfolios.flatMap(({ reading }) => reading?.area?.value ?? []));
  return snapshot.index.ids("cluster").flatMap((id) => {
    const slash = id.indexOf("/");
    if (!areas.has(id.slice(0, slash))) return [];
    const [definition] = snapshot.index.definitions("cluster", id);
    return [{ name: id.slice(slash + 1), doc: definition?.title ?? "cluster" }];
  });
}
