import { keysOf } from "../../server/src/schema/lookup.ts";
import { patterns } from "../../server/src/schema/names.ts";
import type { IdKind, Key, KindDescription, ScalarShape, Shape } from "../../server/src/schema/shape.ts";
import { parse, toPlain } from "../../server/src/syntax/index.ts";
import { patternFor } from "../../server/src/values/index.ts";
import { alternatives, anyOf, anyOfInAnyCase } from "./words.ts";

type Json = Record<string, unknown>;

/** Version of the published schemas: raised when a spec that was valid no longer is. */
export const schemaVersion = 1;

/**
 * The self-contained JSON Schema of a kind, for any YAML editor. Draft-07, the latest that the YAML servers of editors follow in full.
 * What stands side by side at one place is told apart by `type` lists, never by `oneOf`; keys merged by `<<` are never reported.
 */
export function publishedSchema(kind: KindDescription<unknown>): Json {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `https://wellspent.dev/schemas/${schemaVersion}/${kind.kind}.schema.json`,
    title: kind.head === undefined ? "Wellspent settings" : `Wellspent: ${kind.kind}`,
    description: kind.doc,
    ...ofShape(kind.shape as Shape<unknown>),
  };
}

function ofShape(shape: Shape<unknown>): Json {
  const types: string[] = [];
  const schema: Json = {};
  const alone = shape.object === undefined && shape.map === undefined && shape.list === undefined;
  if (shape.scalar !== undefined) {
    const { type, ...rest } = ofScalar(shape.scalar, alone);
    types.push(...type);
    Object.assign(schema, rest);
  }
  if (shape.object !== undefined) {
    types.push("object");
    Object.assign(schema, ofObject(shape));
  } else if (shape.map !== undefined) {
    types.push("object");
    Object.assign(schema, ofMap(shape.map));
  }
  if (shape.list !== undefined) {
    types.push("array");
    schema.items = ofShape(shape.list.item);
    if (shape.list.min !== undefined) schema.minItems = shape.list.min;
  }
  return { type: types.length === 1 ? types[0] : types, ...schema };
}

/** Readers that do not follow merges see `<<` as a key; it is never an unknown one. */
const merge = { "^<<$": true };

function ofObject(shape: Shape<unknown>): Json {
  const keys = keysOf(shape);
  const required = keys.filter(({ key }) => key.required === true).map(({ name }) => name);
  return {
    properties: Object.fromEntries(keys.map(({ name, key }) => [name, ofKey(key)])),
    patternProperties: merge,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function ofKey(key: Key): Json {
  const { examples: offered = [], ...schema } = ofShape(key.shape);
  const examples = [...(key.example === undefined ? [] : [exampleOf(key.example)]), ...(offered as unknown[])];
  const description = key.standard === undefined ? key.doc : `${key.doc} (${key.standard})`;
  return {
    description,
    ...schema,
    ...(examples.length === 0
      ? {}
      : { examples: [...new Map(examples.map((each) => [JSON.stringify(each), each])).values()] }),
  };
}

/** The plain value of an example, written in YAML as it would stand below its key. */
export function exampleOf(yaml: string): unknown {
  const parsed = parse(`key:\n${yaml.replace(/^/gm, "  ")}\n`);
  const document = parsed.documents[0];
  if (document?.root === undefined || parsed.issues.length > 0) throw new Error(`An example is not YAML: ${yaml}`);
  return (toPlain(document, document.root) as Json).key;
}

function ofMap(map: NonNullable<Shape<unknown>["map"]>): Json {
  const value = ofShape(map.value);
  if (map.words === undefined)
    return { patternProperties: merge, additionalProperties: { description: sentence(map.keyDoc), ...value } };
  // The words carry the help; what their values must be is said once, by the pattern that they match.
  const whole = anyOf(Object.keys(map.words));
  const keys = map.per === true ? `${whole.slice(0, -1)}(?:/[^/].*)?$` : whole;
  return {
    properties: Object.fromEntries(Object.entries(map.words).map(([word, doc]) => [word, { description: doc }])),
    patternProperties: { ...merge, [keys]: value },
    additionalProperties: false,
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

interface ScalarSchema extends Json {
  readonly type: readonly string[];
}

function ofScalar(scalar: ScalarShape, alone: boolean): ScalarSchema {
  switch (scalar.kind) {
    case "word":
      return ofWords(scalar.words, alone);
    case "flag":
      return { type: ["boolean", "string"], pattern: anyOf(scalar.words), examples: [true, false, ...scalar.words] };
    case "url":
      return { type: ["string"], pattern: patterns.url };
    case "doi":
      return { type: ["string"], pattern: patterns.doi };
    case "define":
      return scalar.as === "benefit" ? someText : { type: ["string", "number"], pattern: patterns.id };
    case "ref":
      return {
        type: ["string", "number"],
        pattern: alternatives([...wordPatterns(scalar.words), idPattern(scalar.to)]),
      };
    case "text":
      if (scalar.known === undefined || scalar.form === undefined) return someText;
      return ofValue(scalar.form, Object.keys(scalar.known), []);
    case "value":
      return ofValue(scalar.form, scalar.words, []);
    case "value-or-ref":
      return ofValue(scalar.form, scalar.words, [idPattern(scalar.to)]);
    default:
      return scalar satisfies never;
  }
}

const someText: ScalarSchema = { type: ["string", "number"], pattern: "\\S" };
const idPattern = (to: IdKind): string => (to === "unit-cost" ? patterns.libraryId : patterns.id);
const wordPatterns = (words: readonly string[]): string[] => (words.length === 0 ? [] : [anyOfInAnyCase(words)]);

/** `enum` would refuse the mappings and lists that stand beside words, so there the words are a pattern, which speaks of text alone. */
function ofWords(words: Readonly<Record<string, string>>, alone: boolean): ScalarSchema {
  const names = Object.keys(words);
  if (!alone) return { type: ["string"], pattern: anyOf(names), examples: names };
  const docs = Object.values(words);
  return { type: ["string"], enum: names, enumDescriptions: docs, markdownEnumDescriptions: docs };
}

function ofValue(
  form: Parameters<typeof patternFor>[0],
  words: readonly string[],
  others: readonly string[],
): ScalarSchema {
  const pattern = alternatives([...wordPatterns(words), ...others, patternFor(form)]);
  return { type: ["string", "number"], pattern, ...(words.length === 0 ? {} : { examples: [...words] }) };
}
