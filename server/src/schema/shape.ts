/**
 * The language in which the format is described, once: `kinds/*.ts` use it, and from them come the JSON Schemas, the validators,
 * the typed specs, the index of ids, completion and the help of every key.
 *
 * A shape says what may stand at a place. A place may allow a single value, a mapping and a list side by side (`amount` is money, or
 * money by site): which one it is shows from the node, so no `oneOf` is ever needed.
 */

import type { Place, SyntaxNode } from "../syntax/types.ts";
import type { Form, FormTypes, ValueProblem } from "../values/types.ts";

/** Kinds of document. */
export type Kind = "intervention" | "outcome" | "study" | "unit-costs" | "area" | "portfolio" | "settings";

/** What an id may name. `unit-cost` ids are written `library/entry`; `measure`, `shared-cost`, `benefit`, `cluster`, `site` live inside a document. */
export type IdKind =
  | "intervention"
  | "outcome"
  | "study"
  | "unit-costs"
  | "unit-cost"
  | "area"
  | "portfolio"
  | "measure"
  | "shared-cost"
  | "benefit"
  | "cluster"
  | "need";

/** What every node that was read carries. `$` is where it stands; through an alias `$` is the use and `$definition` what it stands for. */
export interface ReadNode {
  readonly $: Place;
  readonly $definition?: Place;
  readonly $node: SyntaxNode;
}

/** A single value. Exactly one of `value`, `word`, `problem` is set; `empty` means nothing was written after the colon. */
export interface Field<T> extends ReadNode {
  readonly $kind: "field";
  /** As the author wrote it, unquoted. */
  readonly text: string;
  readonly value?: T;
  /** A word that stands instead of a value: `unknown`, `none`, `in benefits`. */
  readonly word?: string;
  readonly problem?: ValueProblem | { readonly reason: "empty" | "not-a-scalar" | "wrong-type" };
}

/** The keys that an object has, in the order written, each with its place. */
export interface KeyPlaces {
  /** What stands in the object and was not read: under keys that it does not know, or another sort of thing than belongs there. */
  readonly lost: readonly Place[] | undefined;
  get(key: string): Place | undefined;
  has(key: string): boolean;
  keys(): readonly string[];
}

export type ObjectNode<K> = ReadNode & { readonly $kind: "object"; readonly $keys: KeyPlaces } & {
  readonly [P in keyof K]?: K[P];
};

export interface ListNode<T> extends ReadNode {
  readonly $kind: "list";
  readonly items: readonly T[];
}

export interface MapNode<T> extends ReadNode {
  readonly $kind: "map";
  readonly entries: readonly { readonly key: string; readonly $key: Place; readonly value: T }[];
}

export type ScalarShape =
  | {
      readonly kind: "value";
      readonly form: Form;
      readonly words: readonly string[];
      /** What each word means, where it does not go without saying. */
      readonly wordDocs?: Readonly<Record<string, string>>;
    }
  /** Any text. `known` are words worth offering; with `form` only they or a value of that form are meant. */
  | { readonly kind: "text"; readonly known?: Readonly<Record<string, string>>; readonly form?: Form }
  | { readonly kind: "url" }
  | { readonly kind: "doi" }
  | { readonly kind: "flag"; readonly words: readonly string[] }
  | { readonly kind: "word"; readonly words: Readonly<Record<string, string>> }
  /** A use of an id defined elsewhere. */
  | { readonly kind: "ref"; readonly to: IdKind; readonly words: readonly string[] }
  /** The definition of an id. */
  | { readonly kind: "define"; readonly as: IdKind }
  /** Value or id: `unit_cost: £38/hour` or `unit_cost: local/therapist`. An id has no space, digit-first part or currency sign and holds a `/`. */
  | { readonly kind: "value-or-ref"; readonly form: Form; readonly to: IdKind; readonly words: readonly string[] };

export interface KeyOptions {
  readonly required?: boolean;
  /** A value (YAML) that helps, as it would be typed after the colon; several lines for blocks. */
  readonly example?: string;
  /** Where the field's standard says so: "Green Book 5.43", "TIDieR 8". */
  readonly standard?: string;
  /** Unit or dimension that the costing expects, in words, for hover. */
  readonly expects?: string;
}

export interface Key extends KeyOptions {
  readonly shape: Shape<unknown>;
  /** One or two plain sentences: what it is, and why it matters. */
  readonly doc: string;
}

/** `T` is the type that reading yields; it exists for the compiler only. */
export interface Shape<T> {
  readonly scalar?: ScalarShape;
  readonly object?: {
    readonly keys: Readonly<Record<string, Key>>;
    /** The same, for those who look up what was written: quicker, and safe with keys such as `constructor`. */
    readonly byName: ReadonlyMap<string, { readonly name: string; readonly shape: Shape<unknown> }>;
  };
  readonly map?: {
    readonly keyDoc: string;
    readonly keyRef?: IdKind;
    readonly value: Shape<unknown>;
    /** The only keys allowed, with what each means. */
    readonly words?: Readonly<Record<string, string>>;
    /** Each word may be followed by `/` and a unit: `net_benefit/case`. */
    readonly per?: boolean;
  };
  readonly list?: { readonly item: Shape<unknown>; readonly min?: number };
  readonly read?: () => T;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;
type KeysOf<K> = { readonly [P in keyof K]: K[P] extends { readonly shape: Shape<infer T> } ? T : never };
type TypedKey<T> = Key & { readonly shape: Shape<T> };

/** Describes one key of an object. */
export const key = <T>(shape: Shape<T>, doc: string, options: KeyOptions = {}): TypedKey<T> => ({
  shape,
  doc,
  ...options,
});

export const object = <K extends Record<string, Key>>(keys: K): Shape<ObjectNode<KeysOf<K>>> => ({
  object: {
    keys,
    byName: new Map(Object.entries(keys).map(([name, { shape }]) => [name, { name, shape }])),
  },
});
export const list = <T>(item: Shape<T>, min?: number): Shape<ListNode<T>> => ({
  list: min === undefined ? { item } : { item, min },
});
/** A mapping with open keys: sites, payers, counted units. */
export const map = <T>(
  value: Shape<T>,
  keyDoc: string,
  options: { keyRef?: IdKind; words?: Readonly<Record<string, string>>; per?: boolean } = {},
): Shape<MapNode<T>> => ({
  map: { keyDoc, value, ...options },
});
/** Several node kinds at one place; at most one scalar, one mapping, one list among them. */
export const either = <A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> =>
  ({ ...(a as Shape<unknown>), ...(b as Shape<unknown>) }) as Shape<A | B>;

/** A value the grammar reads, or one of the words; words may come with what they mean. */
export const value = <F extends Form>(
  form: F,
  words: readonly string[] | Readonly<Record<string, string>> = ["unknown"],
): Shape<Field<FormTypes[F]>> => ({
  scalar: isList(words)
    ? { kind: "value", form, words }
    : { kind: "value", form, words: Object.keys(words), wordDocs: words },
});
const isList = (words: readonly string[] | Readonly<Record<string, string>>): words is readonly string[] =>
  Array.isArray(words);
/** One of the known words, or a value of the form, read as text. */
export const textOr = (form: Form, known: Readonly<Record<string, string>>): Shape<Field<string>> => ({
  scalar: { kind: "text", known, form },
});
export const text: Shape<Field<string>> = { scalar: { kind: "text" } };
export const url: Shape<Field<string>> = { scalar: { kind: "url" } };
export const doi: Shape<Field<string>> = { scalar: { kind: "doi" } };
export const flag: Shape<Field<boolean>> = { scalar: { kind: "flag", words: ["unknown"] } };
export const word = <W extends string>(words: Readonly<Record<W, string>>): Shape<Field<W>> => ({
  scalar: { kind: "word", words },
});
export const ref = (to: IdKind, words: readonly string[] = []): Shape<Field<string>> => ({
  scalar: { kind: "ref", to, words },
});
export const define = (as: IdKind): Shape<Field<string>> => ({ scalar: { kind: "define", as } });
export const valueOrRef = <F extends Form>(
  form: F,
  to: IdKind,
  words: readonly string[] = ["unknown"],
): Shape<Field<FormTypes[F] | { readonly kind: "ref"; readonly id: string }>> => ({
  scalar: { kind: "value-or-ref", form, to, words },
});
/** One, or a list of them. */
export const oneOrMany = <T>(item: Shape<T>): Shape<T | ListNode<T>> => either(item, list(item));

export interface KindDescription<T> {
  readonly kind: Kind;
  /** The first key of the document; settings have none. */
  readonly head: string | undefined;
  readonly doc: string;
  /** What stands before `.yaml` in the file name. */
  readonly suffix: string;
  readonly shape: Shape<T>;
}
