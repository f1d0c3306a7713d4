import type { Snapshot } from "../analysis/types.ts";
import type { Spec } from "../model/spec.ts";
import { kinds } from "../schema/kinds/index.ts";
import type { Key, Shape } from "../schema/shape.ts";
import type { AnyNode, EntryNode, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** Where a position stands in the format. */
export interface At {
  readonly spec: Spec;
  /** From the root of the document down to the innermost node. */
  readonly nodes: readonly AnyNode[];
  /** Keys and list positions on the way: `["costs", "lines", 0, "amount"]`. */
  readonly path: readonly (string | number)[];
  /** The innermost key around the position. */
  readonly entry: EntryNode | undefined;
  /** How the format describes that key; undefined when it does not know it. */
  readonly key: Key | undefined;
  /** What such a key means where keys are words or names: `nhs` under `who_pays`. */
  readonly meaning: string | undefined;
  /** True when the position is on the key itself, not on its value. */
  readonly onKey: boolean;
}

/** What stands at an offset, in terms of the format. Undefined outside every document of a known kind. */
export function at(snapshot: Snapshot, path: FilePath, offset: number): At | undefined {
  const parsed = snapshot.parsed(path);
  const found = parsed?.pathAt(offset);
  const spec = found === undefined ? undefined : snapshot.specs(path).find((each) => each.document === found.document);
  if (parsed === undefined || found === undefined || spec === undefined) return undefined;
  let shape: Shape<unknown> | undefined = kinds[spec.kind].shape as Shape<unknown>;
  let key: Key | undefined;
  let meaning: string | undefined;
  let entry: EntryNode | undefined;
  const keys: (string | number)[] = [];
  for (const [depth, node] of found.nodes.entries()) {
    if (node.kind === "entry") {
      entry = node;
      key = shape?.object === undefined ? undefined : own(shape.object.keys, node.key.text);
      meaning = shape?.map === undefined ? undefined : meaningIn(shape.map, node.key.text);
      shape = key?.shape ?? shape?.map?.value;
      keys.push(node.key.text);
    } else if (node.kind === "sequence") {
      const child = found.nodes[depth + 1];
      const index = child === undefined || child.kind === "entry" ? -1 : node.items.indexOf(child);
      if (index >= 0) {
        shape = shape?.list?.item;
        keys.push(index);
      }
    }
  }
  const keySpan: Span | undefined = entry === undefined ? undefined : parsed.spanOf(entry.key);
  return {
    spec,
    nodes: found.nodes,
    path: keys,
    entry,
    key,
    meaning,
    onKey: keySpan !== undefined && offset >= keySpan.start && offset <= keySpan.end,
  };
}

/** The spec that an offset belongs to, or that it follows: where something is being typed, the text may belong to nothing yet. */
export function specBefore(snapshot: Snapshot, path: FilePath, offset: number): Spec | undefined {
  const parsed = snapshot.parsed(path);
  return snapshot
    .specs(path)
    .findLast(
      ({ document: { root } }) => parsed !== undefined && root !== undefined && parsed.spanOf(root).start <= offset,
    );
}

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** A word may be followed by what it is counted for: `net_benefit/case`. */
const meaningIn = ({ words = {}, keyDoc }: NonNullable<Shape<unknown>["map"]>, name: string): string =>
  own(words, name) ?? own(words, name.split("/")[0] ?? "") ?? keyDoc;
