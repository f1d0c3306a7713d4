import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const folder = new URL("../../schemas/", import.meta.url);
const printed = readdirSync(folder).filter((name) => name.endsWith("-output.schema.json"));

/** Every key that a schema names, by its path, with what is said of it: there, or where it refers to. */
function* keysIn(schema: Schema, root: Schema, path: string): Generator<readonly [string, string | undefined]> {
  for (const [name, definition] of Object.entries(schema.definitions ?? {})) yield* keysIn(definition, root, name);
  for (const [name, key] of Object.entries({ ...schema.properties, ...schema.patternProperties })) {
    const referred = root.definitions?.[key.$ref?.split("/").at(-1) ?? ""];
    yield [`${path}.${name}`, key.description ?? referred?.description];
    yield* keysIn(key, root, `${path}.${name}`);
  }
  if (typeof schema.additionalProperties === "object") yield* keysIn(schema.additionalProperties, root, `${path}{}`);
  if (schema.items !== undefined) yield* keysIn(schema.items, root, `${path}[]`);
  for (const each of schema.anyOf ?? []) yield* keysIn(each, root, path);
}

test("the commands that print JSON each have a schema", () => {
  expect(printed).toEqual(["check", "cost", "diff", "evidence"].map((name) => `${name}-output.schema.json`));
});

describe.each(printed)("%s, a contract", (name) => {
  const schema = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Schema;
  const keys = [...keysIn(schema, schema, "")];

  test("is valid JSON Schema", () => {
    expect(() => new Ajv({ strict: false }).compile(schema)).not.toThrow();
  });

  test("says of every key what it holds", () => {
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter(([, description]) => !description?.trim()).map(([path]) => path)).toEqual([]);
  });

  test("says it in sentences", () => {
    expect(keys.filter(([, said]) => said !== undefined && !/[.…]`?$/.test(said)).map(([path]) => path)).toEqual([]);
  });
});
