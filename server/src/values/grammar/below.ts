import { shiftedBy } from "../numerals.ts";
import { type Failure, fail, failNumeral, isFailure } from "../problems.ts";
import type { TextSpan, Unit } from "../types.ts";
import { multiplyUnits, NO_UNIT, unit } from "../units.ts";
import { type Cursor, isSymbol, isWord, peek, spanFrom, take } from "./cursor.ts";
import { readNoun } from "./noun.ts";
import { isNounWord } from "./noun-word.ts";
import { takePerTime } from "./per-time.ts";

const SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["thousand", 3],
  ["m", 6],
  ["mn", 6],
  ["million", 6],
  ["b", 9],
  ["bn", 9],
  ["billion", 9],
  ["tn", 12],
  ["trillion", 12],
]);

const ATTACHED_ONLY: ReadonlySet<string> = new Set(["k", "m", "mn", "b", "tn"]);

/** The power of ten of `k`, `m`, `million` and their like, when one is next. */
export function readScale(c: Cursor, afterCurrency = false): number {
  const token = peek(c);
  if (token.kind !== "word") return 0;
  const scale = SCALES.get(token.text);
  if (scale === undefined || (ATTACHED_ONLY.has(token.text) && token.spaced && !afterCurrency)) return 0;
  take(c, "number");
  return scale;
}

function perAhead(c: Cursor): boolean {
  return isSymbol(peek(c), "/") || isWord(peek(c), "per") || (isWord(peek(c), "a", "an", "each") && isNounWord(c, 1));
}

export interface Below {
  readonly unit: Unit;
  readonly many?: { readonly number: number; readonly noun: boolean; readonly slash: boolean; readonly span: TextSpan };
}

/** A bare positive number: 10,000 of `82 per 10,000 children`. */
export function readPlain(c: Cursor): number | Failure {
  const token = take(c, "number");
  const numeral = token.numeral;
  if (numeral === undefined) return fail("unreadable", token, "A number is expected here.", c.example);
  if (numeral.problem !== undefined) return failNumeral(numeral.problem, c, token);
  return shiftedBy(numeral.literal, readScale(c)).value;
}

/** Everything after the first noun: `/visit/week`, `per 10,000 children per year`, `pa`. */
export function readBelow(c: Cursor): Below | Failure {
  let below = NO_UNIT;
  let many: Below["many"];
  for (;;) {
    const time = takePerTime(c);
    if (time !== undefined) {
      below = multiplyUnits(below, unit([time, -1]));
      continue;
    }
    if (!perAhead(c)) return many === undefined ? { unit: below } : { unit: below, many };
    const slash = isSymbol(peek(c), "/");
    take(c, "operator");
    const first = c.at;
    if (peek(c).kind === "number" && many === undefined) {
      const number = readPlain(c);
      if (isFailure(number)) return number;
      if (number === 0) return fail("out-of-range", spanFrom(c, first), "Nothing can be counted per 0.", c.example);
      const span = spanFrom(c, first);
      const noun = isNounWord(c);
      many = { number, noun, slash, span };
      if (!noun) continue;
    }
    const noun = readNoun(c);
    if (isFailure(noun)) return noun;
    below = multiplyUnits(below, unit([noun, -1]));
  }
}
