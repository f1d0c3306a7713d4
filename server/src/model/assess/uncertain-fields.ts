/** The values of a spec by the place they stand at, each with its path: what a leaf of a figure was written as. */
import type { Field, ReadNode } from "../../schema/shape.ts";
import type { Comparison, Estimate, Quantity, Rate, Share } from "../../values/types.ts";

export type WrittenNumber = Quantity | Share | Rate | Estimate | Comparison;

export interface WrittenField {
  /** As in a scenario: keys joined by dots, items of a list by their name. */
  readonly path: string;
  /** The same with items by their number. */
  readonly numbered: string;
  /** The path in words, without the list it begins in: `Therapists, unit cost`. */
  readonly label: string;
  readonly field: Field<unknown>;
}

/** Fields at a place; several where an alias stands for a whole mapping. */
export type FieldsAt = ReadonlyMap<object, readonly WrittenField[]>;

/** Gathers every single value of some documents. `prefix` is put before the paths of a definition in another document. */
export function fieldsAt(
  documents: readonly { readonly prefix: string; readonly label: string; readonly root: ReadNode }[],
): FieldsAt {
  const into = new Map<object, WrittenField[]>();
  for (const { prefix, label, root } of documents)
    gather(root, { path: prefix, numbered: prefix, words: label === "" ? [] : [label] }, into);
  return into;
}

interface Way {
  readonly path: string;
  readonly numbered: string;
  readonly words: readonly string[];
}

const onward = ({ path, numbered }: Way, name: string, number: string, words: readonly string[]): Way => ({
  path: path === "" ? name : `${path}.${name}`,
  numbered: numbered === "" ? number : `${numbered}.${number}`,
  words,
});

function gather(node: unknown, way: Way, into: Map<object, WrittenField[]>): void {
  const read = node as (ReadNode & Readonly<Record<string, unknown>>) | undefined;
  const { words } = way;
  switch (read?.$kind) {
    case "field": {
      const held = into.get(read.$);
      const field = read as unknown as Field<unknown>;
      const one = { path: way.path, numbered: way.numbered, label: words.join(", "), field };
      if (held === undefined) into.set(read.$, [one]);
      else held.push(one);
      return;
    }
    case "object":
      for (const [key, value] of Object.entries(read))
        if (!key.startsWith("$"))
          gather(value, onward(way, key, key, lists.has(key) ? words : [...words, key.replaceAll("_", " ")]), into);
      return;
    case "list": {
      const items = read.items as readonly unknown[];
      const names = items.map(nameOf);
      items.forEach((item, at) => {
        const own = names[at];
        const number = String(at + 1);
        const name = own === undefined || names.indexOf(own) !== at ? number : own;
        const said = own === undefined && items.length === 1 ? words : [...words, own ?? `number ${number}`];
        gather(item, onward(way, name, number, said), into);
      });
      return;
    }
    case "map":
      for (const { key, value } of read.entries as readonly { key: string; value: unknown }[])
        gather(value, onward(way, key, key, [...words, key]), into);
      return;
  }
}

/** Containers that say nothing once the name of an item is said. */
const lists: ReadonlySet<string> = new Set([
  "costs",
  "lines",
  "outcomes",
  "benefits",
  "values",
  "measures",
  "interventions",
  "shared",
]);

/** Keys that name an item of a list, as in the paths of a scenario. */
const naming = [
  "item",
  "outcome",
  "benefit",
  "scenario",
  "entry",
  "measure",
  "title",
  "standard",
  "who",
  "intervention",
] as const;

function nameOf(item: unknown): string | undefined {
  const read = item as Readonly<Record<string, Partial<Field<unknown>> | undefined>> | undefined;
  for (const key of naming) {
    const text = read?.[key]?.text;
    if (typeof text === "string" && text.trim() !== "") return text.trim();
  }
  return undefined;
}

/** Whether a field says how sure its value is: an interval, a range, a standard error, or counts. */
export function isUncertain({ value }: Field<unknown>): boolean {
  const number = value as WrittenNumber | undefined;
  switch (number?.kind) {
    case "comparison":
      return [number.with, number.without].some(isSpread);
    case "quantity":
    case "share":
    case "estimate":
    case "rate":
      return isSpread(number);
    default:
      return false;
  }
}

const isSpread = (value: Exclude<WrittenNumber, Comparison>): boolean =>
  value.interval !== undefined ||
  ("range" in value && value.range !== undefined) ||
  ("se" in value && value.se !== undefined) ||
  ("events" in value && value.events !== undefined);
