import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { examplesFor, FORMS, patternFor, read } from "../../server/src/values/index.ts";
import { TEXTS } from "./generators.ts";

const NONSENSE = [
  "",
  " ",
  "lots",
  "TBC",
  "yes",
  "-",
  "£",
  "n/a",
  "???",
  "a few",
  "to be confirmed",
  "{",
  "see report",
  "%",
  "x",
];

describe.each([...FORMS])("pattern of %s", (form) => {
  const plain = new RegExp(patternFor(form));
  const unicode = new RegExp(patternFor(form), "u");

  test("accepts everything the grammar accepts, with and without the u flag", () => {
    for (const example of examplesFor(form)) expect(example).toMatch(plain);
    const spaced = fc
      .tuple(TEXTS[form], fc.constantFrom("", " ", "   ", "\u00a0"))
      .map(([text, space]) => space + text + space);
    fc.assert(
      fc.property(spaced, (text) => {
        if (!read(form, text).ok) return;
        expect(text).toMatch(plain);
        expect(text).toMatch(unicode);
        const loud = text.toUpperCase();
        if (read(form, loud).ok) expect(loud).toMatch(plain);
      }),
      { numRuns: 500 },
    );
  });

  test("accepts whatever of another form reads in this one", () => {
    const any = fc.oneof(...FORMS.map((other) => TEXTS[other]));
    fc.assert(
      fc.property(any, (text) => {
        if (read(form, text).ok) expect(text).toMatch(plain);
      }),
      { numRuns: 1000 },
    );
  });

  test("refuses clear nonsense", () => {
    for (const text of NONSENSE) expect(text).not.toMatch(plain);
  });

  test("has no group that repeats a repeat, and no look-around", () => {
    expect(patternFor(form)).not.toMatch(/\(\?[=!<]/);
    expect(patternFor(form)).not.toMatch(/\)[*+]/);
  });
});
