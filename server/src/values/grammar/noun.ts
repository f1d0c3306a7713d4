import { type Failure, fail } from "../problems.ts";
import { baseName } from "../units.ts";
import { type Cursor, faultSpan, peek, take } from "./cursor.ts";

/** Words that can never be part of a noun, so that prose is not taken for a unit. */
const NOT_NOUNS: ReadonlySet<string> = new Set(
  (
    "a about above after against aged all an and approximately are around as at average averaged because been before " +
    "below better between but by ci circa compared d each end every fewer for from g had has have higher if improvement in included " +
    "including into is it less like lower md more most not of on one-sided or out over p per plus rd relative rr se since so " +
    "some start than that the their then there these they this those to two-sided under until up v versus vs was were " +
    "when where which while who with without worse x"
  ).split(" "),
);

const MAX_NOUN_WORDS = 3;

/** Whether the token can be part of a noun. */
export function isNounWord(c: Cursor, ahead = 0): boolean {
  const token = peek(c, ahead);
  return token.kind === "word" && !NOT_NOUNS.has(token.text);
}

/** One noun of up to three words, or a currency symbol below a line. */
export function readNoun(c: Cursor): string | Failure {
  const first = peek(c);
  if (first.kind === "currency") return take(c, "unit").text;
  if (!isNounWord(c)) {
    const shown = first.kind === "end" ? "The value stops here" : `\`${first.raw.slice(0, 20)}\` stands here`;
    return fail("unreadable", faultSpan(c), `${shown}, where a unit is expected.`, c.example);
  }
  const words = [take(c, "unit").text];
  while (words.length < MAX_NOUN_WORDS && isNounWord(c)) words.push(take(c, "unit").text);
  if (isNounWord(c)) {
    const message = `The unit is too long from \`${peek(c).raw.slice(0, 20)}\` on: a unit has at most three words.`;
    return fail("unreadable", faultSpan(c), message, c.example);
  }
  return baseName(words.join("-"));
}
