import { type Failure, fail } from "../problems.ts";
import { baseName, isClock } from "../units.ts";
import { type Cursor, faultSpan, peek, take } from "./cursor.ts";
import { isNounWord } from "./noun-word.ts";
import { perTimeAhead } from "./per-time.ts";

const MAX_NOUN_WORDS = 3;

/** One noun of up to three words, or a currency symbol below a line. */
export function readNoun(c: Cursor): string | Failure {
  const first = peek(c);
  if (first.kind === "currency") return take(c, "unit").text;
  if (!isNounWord(c)) {
    const shown = first.kind === "end" ? "The value stops here" : `\`${first.raw.slice(0, 20)}\` stands here`;
    return fail("unreadable", faultSpan(c), `${shown}, where a unit is expected.`, c.example);
  }
  const words = [take(c, "unit").text];
  while (words.length < MAX_NOUN_WORDS && isNounWord(c) && perTimeAhead(c) === undefined)
    words.push(take(c, "unit").text);
  if (isNounWord(c) && perTimeAhead(c) === undefined) {
    const message = `The unit is too long from \`${peek(c).raw.slice(0, 20)}\` on: a unit has at most three words.`;
    return fail("unreadable", faultSpan(c), message, c.example);
  }
  if (words.length > 1 && isClock(baseName(words[0] ?? ""))) {
    const last = c.tokens[c.at - 1] ?? first;
    const message = "A length of time and what it is for stand side by side; each needs a number of its own.";
    return fail("unreadable", { start: first.start, end: last.end }, message, c.example);
  }
  return baseName(words.join("-"));
}
