import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedSchema } from "../../schemas/build/published.ts";
import { createStructureCache } from "../../server/src/schema/check.ts";
import { kindOf } from "../../server/src/schema/kind-of.ts";
import { kinds } from "../../server/src/schema/kinds/index.ts";
import type { KindDescription } from "../../server/src/schema/shape.ts";
import { parse, toPlain } from "../../server/src/syntax/index.ts";
import type { EntryNode, ParsedFile, SyntaxNode } from "../../server/src/syntax/types.ts";
import { fixtures, found, foundIn } from "./support.ts";

const ajv = new Ajv({ strict: false });
const published = new Map(
  (Object.values(kinds) as readonly KindDescription<unknown>[]).map((kind) => [
    kind.kind,
    ajv.compile(publishedSchema(kind)),
  ]),
);

/** Whether the published schemas find nothing in any document of a file. */
function passes(parsed: ParsedFile, name: string): boolean {
  return parsed.documents.every((document) => {
    const { kind } = kindOf(document, name);
    if (kind === undefined || document.root === undefined) return true;
    return published.get(kind)?.(toPlain(document, document.root)) === true;
  });
}

function entriesBelow(node: SyntaxNode): readonly EntryNode[] {
  if (node.kind === "mapping") return node.entries.flatMap((entry) => [entry, ...entriesBelow(entry.value)]);
  return node.kind === "sequence" ? node.items.flatMap(entriesBelow) : [];
}

/** Changes that break the structure at one entry, as text. None makes a misspelt key that happens to be allowed. */
const slips = [
  (text: string, key: { start: number; end: number }) => `${text.slice(0, key.start)}zz${text.slice(key.start)}`,
  (text: string, _: unknown, value: { start: number; end: number }) =>
    `${text.slice(0, value.start)}[{zz: [1]}]${text.slice(value.end)}`,
  (text: string, _: unknown, value: { start: number; end: number }) =>
    `${text.slice(0, value.start)}~${text.slice(value.end)}`,
];

const oneSlip = fc.record({
  file: fc.constantFrom(...fixtures),
  pick: fc.nat(),
  slip: fc.constantFrom(...slips),
});

function apply({ file, pick, slip }: { file: (typeof fixtures)[number]; pick: number; slip: (typeof slips)[number] }) {
  const parsed = parse(file.text);
  const entries = parsed.documents.flatMap((document) =>
    document.root === undefined ? [] : entriesBelow(document.root),
  );
  const entry = entries[pick % entries.length];
  if (entry === undefined) throw new Error("A fixture has no entries.");
  const value = parsed.spanOf(entry.value);
  // Block values end with a line break that must stay.
  const end = value.start + file.text.slice(value.start, value.end).trimEnd().length;
  return slip(file.text, parsed.spanOf(entry.key), { start: value.start, end });
}

test("our own validators and the published schemas find the same documents wrong", () => {
  fc.assert(
    fc.property(oneSlip, (change) => {
      const text = apply(change);
      const parsed = parse(text);
      fc.pre(parsed.issues.length === 0);
      const own = foundIn(parsed, change.file.name).filter(({ code }) => code !== "kind-mismatch");
      expect(own.length === 0).toBe(passes(parsed, change.file.name));
    }),
    { numRuns: 300 },
  );
});

test("a remembered answer is the answer: editing with a cache finds what a fresh check finds", () => {
  fc.assert(
    fc.property(fc.array(oneSlip, { minLength: 1, maxLength: 3 }), (changes) => {
      const cache = createStructureCache();
      for (const change of changes) {
        const { name, text } = change.file;
        const before = parse(text);
        expect(foundIn(before, name, cache)).toEqual(found(text, name));
        const edited = apply(change);
        expect(foundIn(parse(edited, before), name, cache)).toEqual(found(edited, name));
        expect(foundIn(parse(text, parse(edited, before)), name, cache)).toEqual(found(text, name));
      }
    }),
    { numRuns: 60 },
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab:- \n{}[]&*<~\"'#intervention"), maxLength: 120 }), (text) => {
      expect(Array.isArray(found(`intervention: a\n${text}`))).toBe(true);
      expect(Array.isArray(found(text, "x.study.yaml"))).toBe(true);
    }),
    { numRuns: 400 },
  );
});
