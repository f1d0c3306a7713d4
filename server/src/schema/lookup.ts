import { kinds } from "./kinds/index.ts";
import type { Key, Kind, ScalarShape, Shape } from "./shape.ts";

/** Keys and list positions from the top of a document down to a place. */
export type SpecPath = readonly (string | number)[];

/** The shape of a whole document of a kind. */
export const shapeOfKind = (kind: Kind): Shape<unknown> => kinds[kind].shape as Shape<unknown>;

/** One step into a shape: a key of an object or a map, or a position in a list. */
export function stepInto(shape: Shape<unknown>, step: string | number): Shape<unknown> | undefined {
  if (typeof step === "number") return shape.list?.item;
  const keys = shape.object?.keys;
  if (keys !== undefined && Object.hasOwn(keys, step)) return keys[step]?.shape;
  return shape.map !== undefined && acceptsKey(shape.map, step) ? shape.map.value : undefined;
}

/** Whether an open mapping takes a key. One with a closed list of words takes only those, and their `/unit` forms where it says so. */
export function acceptsKey(map: NonNullable<Shape<unknown>["map"]>, key: string): boolean {
  if (map.words === undefined || Object.hasOwn(map.words, key)) return true;
  const slash = key.indexOf("/");
  return map.per === true && slash > 0 && slash < key.length - 1 && Object.hasOwn(map.words, key.slice(0, slash));
}

/** The shape at a path; undefined where nothing is described. */
export function shapeAt(kind: Kind, path: SpecPath): Shape<unknown> | undefined {
  let shape: Shape<unknown> | undefined = shapeOfKind(kind);
  for (const step of path) {
    if (shape === undefined) return undefined;
    shape = stepInto(shape, step);
  }
  return shape;
}

/** The described key at a path that ends in a key; undefined for list items and for keys of open mappings. */
export function keyAt(kind: Kind, path: SpecPath): Key | undefined {
  const last = path.at(-1);
  if (typeof last !== "string") return undefined;
  const keys = shapeAt(kind, path.slice(0, -1))?.object?.keys;
  return keys !== undefined && Object.hasOwn(keys, last) ? keys[last] : undefined;
}

/** The keys a mapping of this shape may have, in the order they are best written in. */
export function keysOf(shape: Shape<unknown>): readonly { readonly name: string; readonly key: Key }[] {
  return Object.entries(shape.object?.keys ?? {}).map(([name, key]) => ({ name, key }));
}

/** The words a scalar of this shape may be, with what each means ("" where the word says it). */
export function wordsOf(scalar: ScalarShape | undefined): Readonly<Record<string, string>> {
  switch (scalar?.kind) {
    case "word":
      return scalar.words;
    case "text":
      return scalar.known ?? {};
    case "flag":
      return { true: "", false: "", ...named(scalar.words) };
    case "value":
      return { ...named(scalar.words), ...scalar.wordDocs };
    case "ref":
    case "value-or-ref":
      return named(scalar.words);
    default:
      return {};
  }
}

const named = (words: readonly string[]): Record<string, string> => Object.fromEntries(words.map((word) => [word, ""]));

/** What the help of a key shows. */
export interface KeyDescription {
  readonly name: string;
  readonly doc: string;
  readonly required: boolean;
  readonly example?: string;
  readonly standard?: string;
  readonly expects?: string;
  /** Words it accepts, with what each means. */
  readonly words: Readonly<Record<string, string>>;
}

/** The help of the key at a path, for hover and completion; for a key of an open mapping, what such keys are. */
export function describe(kind: Kind, path: SpecPath): KeyDescription | undefined {
  const name = path.at(-1);
  if (typeof name !== "string") return undefined;
  const key = keyAt(kind, path);
  if (key === undefined) return describeOpen(kind, path, name);
  const { doc, required = false, example, standard, expects, shape } = key;
  return {
    name,
    doc,
    required,
    words: wordsOf(shape.scalar),
    ...(example === undefined ? {} : { example }),
    ...(standard === undefined ? {} : { standard }),
    ...(expects === undefined ? {} : { expects }),
  };
}

function describeOpen(kind: Kind, path: SpecPath, name: string): KeyDescription | undefined {
  const map = shapeAt(kind, path.slice(0, -1))?.map;
  if (map === undefined || !acceptsKey(map, name)) return undefined;
  const doc = map.words?.[name] ?? map.words?.[name.slice(0, name.indexOf("/"))] ?? map.keyDoc;
  return { name, doc, required: false, words: wordsOf(map.value.scalar) };
}

const generic = new Set(["notes", "source", "title"]);

type Homes = ReadonlyMap<string, readonly (readonly string[])[]>;

function homesIn(kind: Kind): Homes {
  const found = new Map<string, string[][]>();
  const visit = (shape: Shape<unknown>, path: readonly string[]) => {
    for (const { name, key } of keysOf(shape)) {
      if (!generic.has(name)) found.set(name, [...(found.get(name) ?? []), [...path]]);
      visit(key.shape, [...path, name]);
    }
    if (shape.list !== undefined) visit(shape.list.item, path);
  };
  visit(shapeOfKind(kind), []);
  for (const paths of found.values()) paths.sort((a, b) => a.length - b.length);
  return found;
}

/** Worked out for a kind when first asked for: few texts have a key in the wrong place, and every start would wait. */
const homes = new Map<Kind, Homes>();

function homesOfKind(kind: Kind): Homes {
  const known = homes.get(kind) ?? homesIn(kind);
  homes.set(kind, known);
  return known;
}

/** Where in a kind a key is described: paths of the mappings that have it, without list positions, shortest first. Keys that stand almost everywhere are nowhere in particular. */
export const homesOf = (kind: Kind, name: string): readonly (readonly string[])[] => homesOfKind(kind).get(name) ?? [];
