import { type Failure, fail } from "../problems.ts";
import type { TextSpan, Unit } from "../types.ts";
import { type Cursor, faultSpan, peek, spanFrom } from "./cursor.ts";

/** `£71 hour`: a thing counted right after money. */
export function noPer(c: Cursor, first: number, of: Unit): Failure {
  const amount = spanFrom(c, first);
  const last = c.tokens[c.at - 1] ?? amount;
  const noun = of.powers[0]?.[0] ?? "";
  const number = c.text.slice(amount.start, c.text.lastIndexOf(" ", last.start)).trim();
  const message = "Money and what it is for stand side by side; `/` or `per` belongs between them.";
  return fail("unreadable", { start: last.start, end: last.end }, message, `${number}/${noun}`);
}

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  "zero one two three four five six seven eight nine ten eleven twelve twenty hundred half".split(" "),
);

/** The failure where a number should stand and none does. */
export function noNumber(c: Cursor, afterCurrency: boolean): Failure {
  const token = peek(c);
  if (token.kind === "end") {
    const message = afterCurrency
      ? "The amount is missing after the currency."
      : "The value stops where a number is expected.";
    return fail("unreadable", faultSpan(c), message, c.example);
  }
  const figures = token.kind === "word" && NUMBER_WORDS.has(token.text) ? " Numbers are written in figures." : "";
  const message = `A number is expected here, not \`${token.raw.slice(0, 20)}\`.${figures}`;
  return fail("unreadable", faultSpan(c), message, c.example);
}

/** `12 34`: the failure where two numbers stand side by side. */
export function twoNumbers(c: Cursor, first: TextSpan): Failure {
  const next = peek(c);
  const joined = c.text.slice(first.start, first.end) + c.text.slice(next.start, next.end);
  const span = { start: first.end, end: Math.max(next.start, first.end + 1) };
  const message = "Two numbers stand side by side: thousands are written `1,200`, two ends of a range `5 to 8`.";
  const digits = joined.replace(/\D/g, "").slice(0, 12);
  return fail("torn-number", span, message, Number(digits).toLocaleString("en-GB"));
}
