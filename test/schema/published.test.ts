import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { outputs } from "../../schemas/build/outputs.ts";
import { exampleOf, publishedSchema } from "../../schemas/build/published.ts";
import { kindOf } from "../../server/src/schema/kind-of.ts";
import { kinds } from "../../server/src/schema/kinds/index.ts";
import { acceptsKey, keysOf, wordsOf } from "../../server/src/schema/lookup.ts";
import type { Key, Kind, KindDescription, Shape } from "../../server/src/schema/shape.ts";
import { parse, toPlain } from "../../server/src/syntax/index.ts";
import { read } from "../../server/src/values/index.ts";
import { fixtures } from "./support.ts";

const all = Object.values(kinds) as readonly KindDescription<unknown>[];

/** Strict: a keyword that the standard does not know is a mistake of ours, but for the two that editors know. */
function compile(kind: KindDescription<unknown>): ValidateFunction {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allowMatchingProperties: true, allErrors: true });
  ajv.addVocabulary(["enumDescriptions", "markdownEnumDescriptions"]);
  return ajv.compile(publishedSchema(kind));
}

const compiled = new Map<Kind, ValidateFunction>(all.map((kind) => [kind.kind, compile(kind)]));

test("generated files say what the descriptions say (else run `npx node schemas/generate.ts`)", () => {
  for (const [path, content] of outputs()) {
    const file = new URL(`../../${path}`, import.meta.url);
    expect(existsSync(file), path).toBe(true);
    expect(readFileSync(file, "utf8") === content, path).toBe(true);
  }
});

describe.each(all)("the published schema of $kind", (kind) => {
  const schema = publishedSchema(kind);

  test("is valid JSON Schema draft-07 with a versioned id, in one file", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.$id).toMatch(new RegExp(`/schemas/\\d+/${kind.kind}\\.schema\\.json$`));
    expect(compiled.get(kind.kind)).toBeTypeOf("function");
    const text = JSON.stringify(schema);
    for (const keyword of ['"$ref"', '"oneOf"', '"anyOf"']) expect(text).not.toContain(keyword);
  });

  test("asks for the head key, and offers it first", () => {
    if (kind.head === undefined) return;
    expect(Object.keys(schema.properties as object)[0]).toBe(kind.head);
    expect(schema.required).toContain(kind.head);
  });
});

describe("published cases", () => {
  const documents = fixtures.flatMap(({ name, text }) =>
    parse(text).documents.flatMap((document) => {
      const { kind } = kindOf(document, name);
      return document.root === undefined || kind === undefined
        ? []
        : [{ name, index: document.index, kind, plain: toPlain(document, document.root) }];
    }),
  );

  test.each(documents)("$name, document $index, is valid as $kind", ({ kind, plain }) => {
    const validate = compiled.get(kind);
    validate?.(plain);
    expect(validate?.errors ?? []).toEqual([]);
  });
});

test("a merge key is never reported by those who do not follow merges", () => {
  const validate = compiled.get("outcome");
  expect(validate?.({ outcome: "a", "<<": { title: "B" }, values: [{ "<<": {}, value: "£3/child" }] })).toBe(true);
  expect(validate?.({ outcome: "a", "<": 1 })).toBe(false);
});

test("our own validators stand alone: the shipped bundle holds no validator library", () => {
  const source = outputs().get("server/src/schema/validators.generated.mjs") ?? "";
  expect(source).toContain("export const validators");
  expect(source).not.toMatch(/\b(?:import|require)\b\s*[({"']/);
});

interface Described {
  readonly path: string;
  readonly key: Key;
}

function described(shape: Shape<unknown>, path: string): Described[] {
  return [
    ...keysOf(shape).flatMap(({ name, key }) => [
      { path: `${path}.${name}`, key },
      ...described(key.shape, `${path}.${name}`),
    ]),
    ...(shape.list === undefined ? [] : described(shape.list.item, `${path}[]`)),
    ...(shape.map === undefined ? [] : described(shape.map.value, `${path}{}`)),
  ];
}

const keys = all.flatMap((kind) => described(kind.shape as Shape<unknown>, kind.kind));

test("every key says what it is, in a sentence", () => {
  for (const { path, key } of keys) expect(key.doc, path).toMatch(/^[A-Z`].{7,}[.?]$/);
});

test("every key but free notes has an example", () => {
  expect(keys.filter(({ key }) => key.example === undefined).map(({ path }) => path)).toEqual([]);
});

test("every word says what it means, where it does not go without saying", () => {
  for (const { path, key } of keys)
    if (key.shape.scalar?.kind === "word")
      for (const [word, doc] of Object.entries(key.shape.scalar.words)) expect(doc, `${path} ${word}`).toMatch(/\.$/);
});

/** What is wrong with a plain value at a shape, read by the grammar. */
function problems(shape: Shape<unknown>, plain: unknown): string[] {
  if (Array.isArray(plain))
    return shape.list === undefined ? ["list"] : plain.flatMap((each) => problems(shape.list?.item ?? {}, each));
  if (typeof plain === "object" && plain !== null)
    return Object.entries(plain).flatMap(([name, value]) => {
      const inner =
        shape.object?.keys[name]?.shape ?? (shape.map && acceptsKey(shape.map, name) ? shape.map.value : undefined);
      return inner === undefined ? [`key ${name}`] : problems(inner, value);
    });
  const { scalar } = shape;
  const text = String(plain);
  if (scalar === undefined || plain === null) return [`scalar ${text}`];
  if (Object.hasOwn(wordsOf(scalar), text)) return [];
  if (scalar.kind === "word" || scalar.kind === "flag") return [`word ${text}`];
  if (scalar.kind === "value-or-ref" && /^[a-z][a-z0-9-]*\/[a-z]/.test(text)) return [];
  if (scalar.kind !== "value" && scalar.kind !== "value-or-ref") return [];
  const reading = read(scalar.form, text);
  return reading.ok ? [] : [`${text}: ${reading.problem.message}`];
}

const examples = keys.flatMap(({ path, key }) =>
  key.example === undefined ? [] : [{ path, shape: key.shape, plain: exampleOf(key.example), text: key.example }],
);

test.each(examples)("the example of $path is read by the grammar", ({ shape, plain }) => {
  expect(problems(shape, plain)).toEqual([]);
});

test("no example puts an amount or prose inside braces or brackets", () => {
  for (const { path, text } of examples) expect(text, path).not.toMatch(/[{[][^\]}]*[£$ ]\d[^\]}]*[\]}]/);
});
