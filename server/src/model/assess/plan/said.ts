/** Whether a spec says something, by the path of its key. */
import type { KeyPlaces } from "../../../schema/shape.ts";
import type { SyntaxNode } from "../../../syntax/types.ts";

type Read = { readonly $kind: string; readonly $keys?: Pick<KeyPlaces, "has">; readonly $node: SyntaxNode };

/**
 * True when something stands under the key: a path such as `evaluation.cost_evaluation.horizon`. `unknown` says nothing yet. A key with
 * nothing behind it, or something that cannot be read, has a finding of its own and is not asked for again.
 */
export function says(reading: unknown, path: string): boolean {
  let held = reading;
  const keys = path.split(".");
  for (const [depth, key] of keys.entries()) {
    if (!isRead(held)) return false;
    // A cost evaluation in a sentence may say it; nothing is asked of its words.
    if (held.$kind === "field") return true;
    if (held.$keys?.has(key) !== true) return false;
    const next = (held as Readonly<Record<string, unknown>>)[key];
    if (next === undefined) return true;
    if (depth === keys.length - 1) return settled(next);
    held = next;
  }
  return false;
}

const isRead = (value: unknown): value is Read => typeof value === "object" && value !== null && "$kind" in value;

function settled(value: unknown): boolean {
  if (!isRead(value)) return false;
  const read = value as Read & {
    readonly text?: string;
    readonly items?: readonly unknown[];
    readonly entries?: readonly unknown[];
  };
  if (read.$kind === "field") return read.text?.trim().toLowerCase() !== "unknown";
  if (read.$kind === "list") return (read.items?.length ?? 0) > 0;
  return read.$kind !== "map" || (read.entries?.length ?? 0) > 0;
}
