import { kinds } from "../schema/kinds/index.ts";
import { wordsOf } from "../schema/lookup.ts";
import { asId } from "../schema/names.ts";
import type { IdKind, Key, ScalarShape, Shape } from "../schema/shape.ts";
import { examplesFor, read } from "../values/index.ts";
import type { Form } from "../values/types.ts";
import type { Placeholder, Snippet } from "./completion-snippet.ts";

/** Which keys a skeleton has: names, each alone or with the keys below it. Without a plan, the required ones and those of the key's example. */
export type Plan = readonly (string | readonly [name: string, below: Plan])[];

/** What a skeleton is written with. */
export interface Pen {
  readonly eol: string;
  /** Ids in use in the project, for places that refer to one. */
  ids(kind: IdKind): readonly string[];
  /** Names that may stand under a key, or as its own keys, where they are written elsewhere but are no ids. */
  names(key: Key | undefined): readonly string[];
}

/** More than these are not offered inside a skeleton: the place is then completed on its own. */
const mostChoices = 20;
const deepest = 5;

/** `name:` and what stands after it. `column` is that of the key. */
export function keySnippet(name: string, key: Key, column: number, pen: Pen, plan?: Plan): Snippet {
  return [`${name}:`, ...valueSnippet(key.shape, key, column, pen, plan)];
}

/** The value of a key with what it needs: on the same line after a space, or on lines of its own. */
export function valueSnippet(
  shape: Shape<unknown>,
  key: Key | undefined,
  column: number,
  pen: Pen,
  plan?: Plan,
  depth = 0,
): Snippet {
  const example = key?.example ?? "";
  const block = plan !== undefined || /^(?:- |[\w./-]+:(?:\s|$))/.test(example) || shape.scalar === undefined;
  const listed = shape.list !== undefined && (shape.object === undefined || /^- /.test(example));
  if (!block && shape.scalar !== undefined) return [" ", placeholder(shape.scalar, key, pen)];
  if (listed && (block || shape.scalar === undefined)) {
    const item = shape.list?.item as Shape<unknown>;
    if (item.object === undefined && item.scalar?.kind === "ref")
      return [" [", placeholder(item.scalar, undefined, pen), "]"];
    return [`${pen.eol}${space(column + 2)}- `, ...itemSnippet(item, key, column + 4, pen, plan, depth)];
  }
  if (shape.object !== undefined || shape.map !== undefined)
    return [`${pen.eol}${space(column + 2)}`, ...bodySnippet(shape, key, column + 2, pen, plan, depth)];
  return shape.scalar === undefined ? [" unknown"] : [" ", placeholder(shape.scalar, key, pen)];
}

/** One item of a list; its keys stand at `column`. `key` is that of the list. */
function itemSnippet(
  item: Shape<unknown>,
  key: Key | undefined,
  column: number,
  pen: Pen,
  plan?: Plan,
  depth = 0,
): Snippet {
  if (item.object === undefined && item.map === undefined)
    return item.scalar === undefined ? ["unknown"] : [placeholder(item.scalar, undefined, pen)];
  return bodySnippet(item, key, column, pen, plan, depth);
}

/** The keys of a mapping, the first where the cursor stands, the others on lines of their own. */
export function bodySnippet(
  shape: Shape<unknown>,
  key: Key | undefined,
  column: number,
  pen: Pen,
  plan?: Plan,
  depth = 0,
): Snippet {
  const keys = shape.object?.keys;
  if (keys === undefined) return mapSnippet(shape, key, column, pen, depth);
  const planned = (plan ?? namesFor(keys, key?.example)).filter((each) => {
    const own = keys[typeof each === "string" ? each : each[0]];
    return own !== undefined && (own.required === true || canBeNamed(own.shape, pen));
  });
  const parts = planned.flatMap((each, index): Snippet => {
    const [name, below] = typeof each === "string" ? [each, undefined] : each;
    const own = keys[name] as Key;
    const value = depth >= deepest ? [" unknown"] : valueSnippet(own.shape, own, column, pen, below, depth + 1);
    return [`${index === 0 ? "" : `${pen.eol}${space(column)}`}${name}:`, ...value];
  });
  return parts;
}

/** Whether all that a place needs to refer to is in the project: an id of nothing would be wrong as soon as it is written. */
function canBeNamed({ scalar, list, object }: Shape<unknown>, pen: Pen): boolean {
  if (scalar !== undefined) return scalar.kind !== "ref" || scalar.words.length > 0 || pen.ids(scalar.to).length > 0;
  if (list !== undefined) return canBeNamed(list.item, pen);
  return Object.values(object?.keys ?? {}).every(({ required, shape }) => required !== true || canBeNamed(shape, pen));
}

function mapSnippet(shape: Shape<unknown>, key: Key | undefined, column: number, pen: Pen, depth: number): Snippet {
  const map = shape.map;
  if (map === undefined) return [];
  const [, written, value] = /^([\w./-]+):(?: (.*)$)?/m.exec(key?.example ?? "") ?? [];
  const known = map.keyRef === undefined ? pen.names(key) : pen.ids(map.keyRef);
  const name = known[0] ?? written ?? Object.keys(map.words ?? {})[0] ?? "name";
  // What is set in a scenario has to fit what is set: nothing but its example is known to.
  const shown = map.value.scalar?.kind === "text" && value !== undefined ? [` `, { text: value }] : undefined;
  return [{ text: name }, ":", ...(shown ?? valueSnippet(map.value, undefined, column, pen, undefined, depth + 1))];
}

/** Required keys and those of the example, in the order of the format; the first key where there are none. */
function namesFor(keys: Readonly<Record<string, Key>>, example: string | undefined): readonly string[] {
  const shown = new Set([...(example ?? "").matchAll(/^(?:- | {2})?([a-z_]+):/gm)].map((match) => match[1]));
  const names = Object.keys(keys).filter((name) => keys[name]?.required === true || shown.has(name));
  return names.length > 0 ? names : Object.keys(keys).slice(0, 1);
}

/** What stands in a place before the author fills it in: `unknown` where that may be said, else words that say what belongs there. */
function placeholder(scalar: ScalarShape, key: Key | undefined, pen: Pen): Placeholder {
  switch (scalar.kind) {
    case "word":
    case "flag":
      return chosen(Object.keys(wordsOf(scalar)));
    case "ref": {
      const ids = pen.ids(scalar.to);
      return ids.length > 0 && ids.length <= mostChoices ? chosen(ids) : { text: `${scalar.to}-id` };
    }
    case "define":
      return { text: scalar.as === "benefit" ? says(key) : `new-${scalar.as}` };
    case "value":
    case "value-or-ref":
      return { text: scalar.words.includes("unknown") ? "unknown" : exampleOf(scalar.form, key) };
    case "text": {
      const known = scalar.form === undefined ? pen.names(key) : Object.keys(scalar.known ?? {});
      return known.length > 0 ? chosen(known) : { text: says(key) };
    }
    // Plainly nobody's: an address left as it is must not pass for a citation.
    case "url":
      return { text: "https://www.example.org/" };
    case "doi":
      return { text: "10.0000/doi" };
  }
}

/** The key's own example fits it better than any of its form. */
const exampleOf = (form: Form, key: Key | undefined): string =>
  key?.example !== undefined && read(form, key.example).ok ? key.example : (examplesFor(form)[0] ?? "unknown");

/** `unknown` comes first where it is among the words: nothing is claimed by leaving it. */
function chosen(words: readonly string[]): Placeholder {
  const choices = [...words].sort((a, b) => Number(b === "unknown") - Number(a === "unknown"));
  return { text: choices[0] ?? "unknown", choices };
}

/** The start of the key's help as plain text that YAML reads as text. */
function says(key: Key | undefined): string {
  if (key?.example !== undefined && /^[a-z]+$/i.test(key.example)) return key.example;
  const first =
    /^[A-Za-z][A-Za-z ,'-]*/
      .exec(key?.doc ?? "")?.[0]
      .trim()
      .replace(/,$/, "") ?? "";
  return first.length >= 3 && !/^(?:yes|no|true|false|null|on|off)$/i.test(first) ? first : "text";
}

const space = (columns: number): string => " ".repeat(columns);

/** The keys that each kind of document begins with. */
const documentPlans: Readonly<Record<string, Plan>> = {
  intervention: [
    "intervention",
    "title",
    "status",
    "population",
    ["costs", ["price_year", "period", "perspective", "comparator", "lines"]],
    "outcomes",
  ],
  outcome: ["outcome", "title", "counts", "kind", "better"],
  study: ["study", "title", "source", "country", "design", "arms", "last_follow_up", "results"],
  "unit-costs": ["unit_costs", "title", "source", "price_year", "entries"],
  area: ["area", "title", "population", "needs"],
  portfolio: ["portfolio", "title", "budget", "interventions"],
};

/** A whole document of a kind, its id taken from the file's name where it has one. */
export function documentSnippet(kind: keyof typeof kinds, stem: string | undefined, pen: Pen): Snippet {
  const parts = bodySnippet(kinds[kind].shape as Shape<unknown>, undefined, 0, pen, documentPlans[kind] ?? []);
  const id = stem === undefined ? undefined : asId(stem);
  if (id === undefined) return parts;
  // The head key's value is the first place.
  const first = parts.findIndex((part) => typeof part !== "string");
  return parts.map((part, index) => (index === first ? { text: id } : part));
}
