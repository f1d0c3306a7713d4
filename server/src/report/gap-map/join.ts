import type { GapMap, MapCell } from "./types.ts";

const empty: MapCell = { state: "not studied", claimed: false, studies: [], strength: undefined };

/** Maps of several projects as one: an outcome of the same id is the same column. */
export function joinMaps(maps: readonly GapMap[], of: GapMap["of"]): GapMap {
  const [only] = maps;
  if (maps.length === 1 && only !== undefined) return only;
  const columns = [...new Map(maps.flatMap((map) => map.columns.map((each) => [each.outcome, each]))).values()];
  return {
    of,
    columns,
    silent: maps.flatMap(({ silent }) => silent),
    rows: maps.flatMap((map) =>
      map.rows.map((row) => ({
        ...row,
        cells: columns.map(
          ({ outcome }) => row.cells[map.columns.findIndex((each) => each.outcome === outcome)] ?? empty,
        ),
      })),
    ),
  };
}
