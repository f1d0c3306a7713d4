import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { examplesFor, FORMS, read, tokens, write } from "../../server/src/values/index.ts";
import { TEXTS } from "./generators.ts";

/** The value without where in the text its numbers stand. */
function bare(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, v) =>
      key === "span" ? undefined : typeof v === "number" && !Number.isFinite(v) ? `${v}` : v,
    ),
  );
}

/** Places that are no power of ten (`5 per 250`) cannot be written another way; they are not compared. */
function comparable(value: unknown, like: unknown): unknown {
  const odd = /"finest":-?\d+\.\d/.test(JSON.stringify(like));
  return JSON.parse(JSON.stringify(bare(value)), (key, v) => (odd && key === "written" ? undefined : v));
}

describe.each([...FORMS])("%s", (form) => {
  test("reads its examples", () => {
    for (const example of examplesFor(form)) expect(read(form, example), example).toMatchObject({ ok: true });
  });

  test("reads what people write, and its canonical text back as the same value", () => {
    fc.assert(
      fc.property(TEXTS[form], (text) => {
        const first = read(form, text);
        if (!first.ok) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(first.problem)}`);
        const canonical = write(first.value);
        const second = read(form, canonical);
        if (!second.ok) throw new Error(`${text} written as ${canonical}: ${JSON.stringify(second.problem)}`);
        expect(comparable(second.value, first.value), canonical).toEqual(comparable(first.value, first.value));
        expect(write(second.value)).toBe(canonical);
      }),
      { numRuns: 300 },
    );
  });

  test("comes to an end with points of two kinds in one number", () => {
    for (const text of ["1·4.9", "·4.9", "-·4.95%", "£1.2·3", "1 000·5.5", "2‧3·4"])
      expect(read(form, text).ok).toBe(false);
  });

  test("never throws, and a problem points inside the text and shows a form that reads", () => {
    const alphabet = [..."£$%0123456789.,-–−+ x/()toabvdgpRO·:;<>≤~±e\u00a0\u{1f600}\n\u0000"];
    const words = [
      "unknown",
      " to ",
      " of ",
      "CI",
      " per ",
      "95% CI ",
      "£1,2",
      "hours",
      " v ",
      "p = ",
      " better",
      "year",
      " after end",
      "2023-24",
    ];
    const piece = fc.oneof(fc.constantFrom(...alphabet), fc.constantFrom(...words), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        const reading = read(form, text);
        let end = 0;
        for (const mark of tokens(form, text)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          end = mark.end;
        }
        if (reading.ok) return;
        const { span, example, suggestion } = reading.problem;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(read(form, example)).toMatchObject({ ok: true });
        if (suggestion !== undefined) expect(read(form, suggestion)).toMatchObject({ ok: true });
      }),
      { numRuns: 500 },
    );
  });
});
