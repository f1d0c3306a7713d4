import type { Field, KeyPlaces, ListNode, MapNode, ReadNode, ScalarShape, Shape } from "../schema/shape.ts";
import { meantKey } from "../schema/synonyms.ts";
import { Attached } from "../syntax/attached.ts";
import { insideCurly } from "../syntax/curly.ts";
import { cutNumbers } from "../syntax/torn.ts";
import type {
  AliasNode,
  DocumentTree,
  MappingNode,
  Place,
  ScalarNode,
  SequenceNode,
  SyntaxNode,
} from "../syntax/types.ts";
import { read as readValue } from "../values/index.ts";

/**
 * Remembers readings by the node they were read from, and values by their text; owned by a session. A keystroke reads again only
 * what it touched, and a project reads `35%` once.
 */
export interface ReadingCache {
  /** Not where every node is read once. */
  readonly nodes?: Attached<SyntaxNode, Remembered>;
  readonly said: Map<ScalarShape, Map<string, Said>>;
  /** What is meant by keys that a place in the format does not know. */
  readonly meant: Map<ByName, Map<string, string | undefined>>;
}

type ByName = NonNullable<Shape<unknown>["object"]>["byName"];

interface Remembered {
  readonly shape: Shape<unknown>;
  readonly reading: unknown;
  /** What each alias in it stood for: the reading holds while they do. */
  readonly followed: readonly Followed[];
}

interface Followed {
  readonly alias: AliasNode;
  readonly target: SyntaxNode | undefined;
}

/** Texts remembered at most for one place in the format; then all are forgotten, so that a server that runs for weeks does not grow. */
const mostValues = 10_000;

export const createReadingCache = (): ReadingCache => ({
  nodes: new Attached("reading"),
  said: new Map(),
  meant: new Map(),
});

/** For files that are read once: a value is read once for all of them, a node only ever once. */
export const createValueCache = (): ReadingCache => ({ said: new Map(), meant: new Map() });

interface Reader {
  readonly document: DocumentTree;
  readonly cache: ReadingCache | undefined;
  /** Every alias followed so far. */
  readonly followed: Followed[];
}

function follow(reader: Reader, alias: AliasNode): SyntaxNode | undefined {
  const target = reader.document.resolve(alias);
  reader.followed.push({ alias, target });
  return target;
}

/**
 * Reads a node as a shape says: typed fields, each with the place it came from. What does not fit is left out or carries its
 * problem (the structure rules report it); nothing throws. `undefined` when the node is of a kind the shape does not allow.
 * Through an alias or a merge, `$` is the use and `$definition` what it stands for.
 */
export function readAs<T>(
  shape: Shape<T>,
  document: DocumentTree,
  node: SyntaxNode,
  cache?: ReadingCache,
): T | undefined {
  return readNode(shape, { document, cache, followed: [] }, node, undefined) as T | undefined;
}

function readNode(shape: Shape<unknown>, reader: Reader, node: SyntaxNode, via: Place | undefined): unknown {
  if (node.kind === "alias") {
    const target = follow(reader, node);
    if (target !== undefined) return readNode(shape, reader, target, via ?? node);
    return unreadable(shape.scalar, node, via);
  }
  const nodes = via === undefined && node.kind !== "scalar" ? reader.cache?.nodes : undefined;
  if (nodes === undefined) return readFresh(shape, reader, node, via);
  const known = nodes.get(node);
  if (known?.shape === shape && stillStand(known.followed, reader.document)) {
    for (const each of known.followed) reader.followed.push(each);
    return known.reading;
  }
  const before = reader.followed.length;
  const reading = readFresh(shape, reader, node, via);
  const followed = reader.followed.length === before ? none : reader.followed.slice(before);
  nodes.set(node, { shape, reading, followed });
  return reading;
}

const none: readonly never[] = [];

const stillStand = (followed: readonly Followed[], document: DocumentTree): boolean =>
  followed.length === 0 || followed.every(({ alias, target }) => document.resolve(alias) === target);

function readFresh(
  shape: Shape<unknown>,
  reader: Reader,
  node: Exclude<SyntaxNode, { kind: "alias" }>,
  via: Place | undefined,
): unknown {
  if (node.kind === "mapping" && shape.object) return readObject(shape.object, reader, node, via);
  if (node.kind === "mapping" && shape.map) return readMap(shape.map.value, reader, node, via);
  if (node.kind === "sequence" && shape.list) return readList(shape.list.item, reader, node, via);
  if (shape.scalar === undefined) return undefined;
  return node.kind === "scalar" ? readScalar(shape.scalar, reader, node, via) : unreadable(shape.scalar, node, via);
}

/**
 * A value is written where one belongs, but none that can be read: it is not known, which is another thing than left out. An id that cannot
 * be read names nothing.
 */
const unreadable = (
  shape: ScalarShape | undefined,
  node: SyntaxNode,
  via: Place | undefined,
): Field<unknown> | undefined =>
  shape === undefined || shape.kind === "ref" || shape.kind === "define"
    ? undefined
    : { ...base(node, via), $kind: "field", text: "", problem: { reason: "not-a-scalar" } };

const base = (node: SyntaxNode, via: Place | undefined): ReadNode =>
  via === undefined ? { $: node, $node: node } : { $: via, $definition: node, $node: node };

interface Found {
  readonly key: string;
  readonly place: Place;
  readonly node: SyntaxNode;
  readonly via: Place | undefined;
}

/** The entries of a mapping with its merges resolved: what is written wins over what is merged, an earlier source over a later one. */
function entriesOf(
  reader: Reader,
  mapping: MappingNode,
  via: Place | undefined,
  seen = new Set<SyntaxNode>(),
): Map<string, Found> {
  const found = new Map<string, Found>();
  if (seen.has(mapping)) return found;
  seen.add(mapping);
  for (const entry of mapping.entries) {
    if (entry.merge || found.has(entry.key.text)) continue;
    found.set(entry.key.text, { key: entry.key.text, place: via ?? entry.key, node: entry.value, via });
  }
  for (const entry of mapping.entries) {
    if (!entry.merge) continue;
    const sources = entry.value.kind === "sequence" ? entry.value.items : [entry.value];
    for (const source of sources) {
      const target = source.kind === "alias" ? follow(reader, source) : source;
      if (target?.kind !== "mapping") continue;
      for (const [key, inner] of entriesOf(reader, target, via ?? source, seen))
        if (!found.has(key)) found.set(key, inner);
    }
  }
  seen.delete(mapping);
  return found;
}

const hasMerge = (mapping: MappingNode): boolean => mapping.hasAlias && mapping.entries.some((entry) => entry.merge);

/** Two lists: an object has few keys, and a map for each is dear to make. */
class ReadKeys implements KeyPlaces {
  readonly #names: string[] = [];
  readonly #places: Place[] = [];
  lost: Place[] | undefined;

  lose(...places: readonly Place[]): void {
    this.lost ??= [];
    this.lost.push(...places);
  }

  add(key: string, place: Place): void {
    this.#names.push(key);
    this.#places.push(place);
  }

  get(key: string): Place | undefined {
    const at = this.#names.indexOf(key);
    return at === -1 ? undefined : this.#places[at];
  }

  has(key: string): boolean {
    return this.#names.includes(key);
  }

  keys(): readonly string[] {
    return this.#names;
  }
}

function readObject(
  { byName }: NonNullable<Shape<unknown>["object"]>,
  reader: Reader,
  node: MappingNode,
  via: Place | undefined,
): unknown {
  const places = new ReadKeys();
  const cut = cutNumbers(node);
  const result: Record<string, unknown> =
    via === undefined
      ? { $: node, $node: node, $kind: "object", $keys: places }
      : { $: via, $definition: node, $node: node, $kind: "object", $keys: places };
  let strange: Found[] | undefined;
  const take = (key: string, place: Place, value: SyntaxNode, from: Place | undefined): void => {
    const described = byName.get(key);
    if (described === undefined) {
      strange ??= [];
      strange.push({ key, place, node: value, via: from });
      places.lose(place, value);
      return;
    }
    if (places.has(described.name)) return;
    places.add(described.name, place);
    const reading = cut?.has(value)
      ? unreadable(described.shape.scalar, value, from)
      : readNode(described.shape, reader, value, from);
    if (reading !== undefined) result[described.name] = reading;
    if (mayHideId(described.shape, reading)) places.lose(value);
  };
  if (hasMerge(node))
    for (const each of entriesOf(reader, node, via).values()) take(each.key, each.place, each.node, each.via);
  else for (const { key, value } of node.entries) take(key.text, via ?? key, value, via);
  // What stands under a misspelt key is written, and not known: another thing than left out.
  if (strange !== undefined)
    for (const { key, place, node: value, via: from } of strange) {
      const described = byName.get(meantBy(key, byName, reader) ?? "");
      if (described === undefined || places.has(described.name)) continue;
      places.add(described.name, place);
      const reading = unreadable(described.shape.scalar, value, from);
      if (reading !== undefined) result[described.name] = reading;
    }
  return result;
}

/** True of what is not read, and of a value that cannot be, where an id may stand as well. */
const mayHideId = ({ scalar }: Shape<unknown>, reading: unknown): boolean =>
  reading === undefined ||
  (scalar?.kind === "value-or-ref" && (reading as Partial<Field<unknown>>).problem !== undefined);

/** See `meantKey`; remembered, for a misspelt key may stand while much is written around it. */
function meantBy(key: string, byName: ByName, { cache }: Reader): string | undefined {
  if (cache === undefined) return meantKey(key, [...byName.keys()]);
  let known = cache.meant.get(byName);
  if (known === undefined || known.size >= mostValues) {
    known = new Map();
    cache.meant.set(byName, known);
  }
  if (!known.has(key)) known.set(` ${key}`.slice(1), meantKey(key, [...byName.keys()]));
  return known.get(key);
}

function readMap(value: Shape<unknown>, reader: Reader, node: MappingNode, via: Place | undefined): MapNode<unknown> {
  const entries: { key: string; $key: Place; value: unknown }[] = [];
  for (const found of entriesOf(reader, node, via).values()) {
    const reading = readNode(value, reader, found.node, found.via);
    if (reading !== undefined) entries.push({ key: found.key, $key: found.place, value: reading });
  }
  return { ...base(node, via), $kind: "map", entries };
}

function readList(item: Shape<unknown>, reader: Reader, node: SequenceNode, via: Place | undefined): ListNode<unknown> {
  const isOfValues = item.scalar?.kind === "value" || item.scalar?.kind === "value-or-ref";
  const cut = isOfValues ? cutNumbers(node) : undefined;
  const read = node.items
    .map((child) => (cut?.has(child) ? unreadable(item.scalar, child, via) : readNode(item, reader, child, via)))
    .filter((reading) => reading !== undefined);
  return { ...base(node, via), $kind: "list", items: read };
}

const wrongType = { reason: "wrong-type" } as const;
const empty = { reason: "empty" } as const;

/** What a scalar says: exactly one of a value, a word, a problem. */
type Said = Pick<Field<unknown>, "value" | "word" | "problem">;

/** One literal for each case that is common: this runs for every value of every spec. */
function readScalar(shape: ScalarShape, reader: Reader, node: ScalarNode, via: Place | undefined): Field<unknown> {
  // Curly quotation marks have a finding of their own; around prose they are part of it.
  const text = (shape.kind === "text" ? undefined : insideCurly(node.text)) ?? node.text;
  const said = sayScalar(shape, reader, node, text);
  if (via !== undefined) return { $: via, $definition: node, $node: node, $kind: "field", text, ...said };
  if (said.value !== undefined) return { $: node, $node: node, $kind: "field", text, value: said.value };
  if (said.word !== undefined) return { $: node, $node: node, $kind: "field", text, word: said.word };
  return { $: node, $node: node, $kind: "field", text, ...said };
}

function sayScalar(shape: ScalarShape, reader: Reader, node: ScalarNode, text: string): Said {
  if (node.style === "empty" || (node.style === "plain" && node.value === null)) return { problem: empty };
  switch (shape.kind) {
    case "text":
    case "url":
    case "doi":
    case "ref":
    case "define": {
      const written = text.trim();
      return "words" in shape && shape.words.includes(written) ? { word: written } : { value: written };
    }
    default:
      return reader.cache === undefined ? sayValue(shape, text) : remembered(reader.cache, shape, text);
  }
}

type ValueShape = Extract<ScalarShape, { kind: "word" | "flag" | "value" | "value-or-ref" }>;

function sayValue(shape: ValueShape, text: string): Said {
  const written = text.trim();
  switch (shape.kind) {
    case "word":
      return Object.hasOwn(shape.words, written) ? { value: written } : { problem: wrongType };
    case "flag":
      if (written === "true" || written === "false") return { value: written === "true" };
      return shape.words.includes(written) ? { word: written } : { problem: wrongType };
    default: {
      const said = written.toLowerCase();
      if (shape.words.includes(said)) return { word: said };
      if (shape.kind === "value-or-ref" && isLibraryId(written)) return { value: { kind: "ref", id: written } };
      const reading = readValue(shape.form, text);
      return reading.ok ? { value: reading.value } : { problem: reading.problem };
    }
  }
}

function remembered(cache: ReadingCache, shape: ValueShape, text: string): Said {
  let said = cache.said.get(shape);
  if (said === undefined) {
    said = new Map();
    cache.said.set(shape, said);
  }
  const known = said.get(text);
  if (known !== undefined) return known;
  const read = sayValue(shape, text);
  if (said.size >= mostValues) said.clear();
  // A copy of the text, which may be a window on the whole file.
  said.set(` ${text}`.slice(1), read);
  return read;
}

/** `library/entry`: letters first, no spaces, one slash. `£38/hour` and `38/hour` are values, not ids. */
export function isLibraryId(text: string): boolean {
  return /^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/.test(text);
}
