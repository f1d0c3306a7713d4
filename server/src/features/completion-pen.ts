import type { Snapshot } from "../analysis/types.ts";
import { keyAt } from "../schema/lookup.ts";
import type { IdKind, Key } from "../schema/shape.ts";
import type { FilePath } from "../workspace/types.ts";
import { namedKeys } from "./completion-lines.ts";
import type { PlaceBase } from "./completion-place-types.ts";
import type { Pen } from "./completion-skeleton.ts";
import { stepsBefore } from "./completion-steps.ts";

/** How a skeleton is written at a place: the line ends of its file, the ids of the project, and the names in use there. */
export function penFor(snapshot: Snapshot, path: FilePath, { eol, kind, replace }: PlaceBase): Pen {
  // One answer asks for the same ids many times over.
  const known = new Map<IdKind, readonly string[]>();
  return {
    eol,
    ids(of) {
      const ids = known.get(of) ?? snapshot.index.ids(of);
      known.set(of, ids);
      return ids;
    },
    names(key) {
      if (key === undefined) return [];
      if (linkEnds.has(key)) return stepsBefore(snapshot, path, replace.start).map(({ name }) => name);
      const name = openKeys.get(key);
      return name === undefined ? [] : namedKeys(snapshot, path, kind, name).map((each) => each.name);
    },
  };
}

const found = (key: Key | undefined): readonly Key[] => (key === undefined ? [] : [key]);

/** Both ends of a link in a theory of change. */
const linkEnds: ReadonlySet<Key> = new Set(
  ["from", "to"].flatMap((end) => found(keyAt("intervention", ["theory_of_change", "links", 0, end]))),
);

/** Keys whose own keys are names, each with what it is called. */
const openKeys: ReadonlyMap<Key, string> = new Map([
  ...["shares", "clusters"].flatMap((name) =>
    ["interventions", "candidates"].flatMap((list) =>
      found(keyAt("portfolio", [list, 0, name])).map((key) => [key, name] as const),
    ),
  ),
  ...found(keyAt("intervention", ["shares"])).map((key) => [key, "shares"] as const),
]);
