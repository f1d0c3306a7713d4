import { afterColon } from "./colon.ts";
import type { AnyNode, EntryNode, MappingNode, Place, ScalarNode, SequenceNode, SyntaxNode } from "./types.ts";

/** A value that YAML cut at a comma inside `{}` or `[]`: the value it was cut from, and the parts that fell off. */
export interface Torn {
  readonly value: ScalarNode;
  readonly parts: readonly Place[];
  /** `number`: the comma stood between the digits of one number. `prose`: after the comma stands text without a colon. */
  readonly sort: "number" | "prose";
}

/** Every torn value of one flow collection. */
export function tornIn(node: MappingNode | SequenceNode): readonly Torn[] {
  if (!node.flow) return [];
  return node.kind === "mapping" ? tornEntries(node) : tornItems(node);
}

/** The values of one flow collection that are the beginning of a number only; none in block style. */
export function cutNumbers(node: MappingNode | SequenceNode): ReadonlySet<AnyNode> | undefined {
  if (!node.flow) return undefined;
  const cut = tornIn(node).filter(({ sort }) => sort === "number");
  return cut.length === 0 ? undefined : new Set(cut.map(({ value }) => value));
}

/** Every torn value at or below a node. */
export function tornBelow(node: AnyNode, found: Torn[] = []): readonly Torn[] {
  if (!node.hasFlow) return found;
  switch (node.kind) {
    case "mapping":
      found.push(...tornIn(node));
      for (const entry of node.entries) tornBelow(entry.value, found);
      break;
    case "sequence":
      found.push(...tornIn(node));
      for (const item of node.items) tornBelow(item, found);
      break;
    case "entry":
      tornBelow(node.value, found);
      break;
    default:
      break;
  }
  return found;
}

/** True when the node at a place is a part that fell off a torn value: nobody wrote it as a key or an item. */
export function isTornPart(nodes: readonly AnyNode[], place: Place): boolean {
  return nodes.some(
    (node) =>
      (node.kind === "mapping" || node.kind === "sequence") &&
      tornIn(node).some(
        ({ parts, value }) =>
          parts.some((part) => inside(place, part)) || (value.chunk === place.chunk && value.start === place.start),
      ),
  );
}

const inside = (place: Place, part: Place): boolean =>
  place.chunk === part.chunk && place.start >= part.start && place.end <= part.end;

/** In braces, an entry that has no colon is a part of the value before it. */
function tornEntries(node: MappingNode): readonly Torn[] {
  const found: Torn[] = [];
  let value: ScalarNode | undefined;
  let parts: EntryNode[] = [];
  const close = (): void => {
    if (value !== undefined && parts.length > 0)
      found.push({ value, parts, sort: isNumberCut(value, parts[0] as EntryNode) ? "number" : "prose" });
    parts = [];
  };
  for (const entry of node.entries) {
    if (isBare(entry) && value !== undefined) {
      parts.push(entry);
      continue;
    }
    close();
    value = plainScalar(entry.value);
  }
  close();
  return found;
}

const isBare = (entry: EntryNode): boolean =>
  !entry.merge &&
  entry.value.kind === "scalar" &&
  entry.value.style === "empty" &&
  entry.value.anchor === undefined &&
  entry.key.style === "plain" &&
  entry.key.text !== "" &&
  afterColon(entry.chunk.text, entry.key.end) === -1;

const plainScalar = (node: SyntaxNode): ScalarNode | undefined =>
  node.kind === "scalar" && node.style === "plain" && node.text !== "" ? node : undefined;

/** In brackets, only a comma without a space between the digits of an amount or a counted number is certain. */
function tornItems(node: SequenceNode): readonly Torn[] {
  const found: Torn[] = [];
  for (let at = 0; at < node.items.length; at += 1) {
    const value = plainScalar(node.items[at] as SyntaxNode);
    if (value === undefined) continue;
    const parts: ScalarNode[] = [];
    let last = value;
    for (let next = at + 1; next < node.items.length; next += 1) {
      const part = plainScalar(node.items[next] as SyntaxNode);
      if (part === undefined || !touches(last, part) || !isThousands(last.text, part.text)) break;
      parts.push(part);
      last = part;
    }
    const whole = [value, ...parts].map((each) => each.text).join(",");
    if (parts.length > 0 && isAmountOrCount(whole)) found.push({ value, parts, sort: "number" });
    at += parts.length;
  }
  return found;
}

const touches = (before: Place, after: Place): boolean =>
  before.chunk === after.chunk && before.chunk.text.slice(before.end, after.start) === ",";

const isThousands = (before: string, after: string): boolean =>
  /(?:^|[^\d.])\d{1,3}$|,\d{3}$/.test(before) && /^\d{3}(?!\d)/.test(after);

/** A currency sign before the number or a unit after it: a bare `[1,200]` may be a list of two numbers. */
const isAmountOrCount = (text: string): boolean => /[£$€]/.test(text) || /\d\s*[/a-z%]/i.test(text);

const isNumberCut = (value: ScalarNode, part: EntryNode): boolean =>
  touches(value, part) && isThousands(value.text, part.key.text);
