/** No text, however broken, makes a rule throw or point outside its file. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { rules } from "../../server/src/rules/index.ts";
import { fixturesOf } from "./support/fixtures.ts";
import { check, type Project, textOf } from "./support/project.ts";

const texts = rules
  .flatMap(({ code }) => fixturesOf(code))
  .flatMap(({ project }) => Object.keys(project).map((path) => ({ path, text: textOf(project, path) })))
  .filter(({ text }) => text !== "" && text.length < 2_000);

const junk = [
  ":",
  ": ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  ",",
  "£",
  "\n",
  "\n  ",
  "\t",
  "#",
  " #",
  '"',
  "'",
  "&a ",
  "*a",
  "!",
  "|",
  ">",
  "<<: *a",
  "\\",
  "%",
  "-",
  "1e999",
  "😀",
  "\r",
  "---\n",
  "~",
  "no",
];

const broken = fc
  .record({
    from: fc.nat(texts.length - 1),
    cuts: fc.array(fc.record({ at: fc.nat(2_000), remove: fc.nat(12), put: fc.constantFrom("", ...junk) }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ from, cuts }) => {
    const { path, text } = texts[from] as (typeof texts)[number];
    const changed = cuts.reduce((now, { at, remove, put }) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + put + now.slice(start + remove);
    }, text);
    return { [path]: changed } satisfies Project;
  });

test("findings of broken text stand inside it and are said in words", () => {
  fc.assert(
    fc.property(broken, (project) => {
      for (const { path, span, message, fixes, related } of check(project)) {
        const length = textOf(project, path).length;
        for (const each of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
          expect(each.start).toBeGreaterThanOrEqual(0);
          expect(each.end).toBeGreaterThanOrEqual(each.start);
          expect(each.end).toBeLessThanOrEqual(length);
        }
        for (const each of related) expect(each.span.end).toBeLessThanOrEqual(textOf(project, each.path).length);
        expect(message).not.toMatch(/undefined|\[object|NaN cannot/);
      }
    }),
    { numRuns: 300 },
  );
});
