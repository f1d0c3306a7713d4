import { type Failure, fail, isFailure } from "../problems.ts";
import { baseName, CALENDAR, CLOCK, isTime, multiplyUnits } from "../units.ts";
import { type Cursor, faultSpan, isSymbol, isWord, peek, take, takeSymbol } from "./cursor.ts";
import { type RawFactor, readFactor } from "./factor.ts";

export interface RawTerm {
  readonly sign: 1 | -1;
  readonly factors: readonly RawFactor[];
}

export interface RawSum {
  readonly terms: readonly RawTerm[];
}

/** More factors than anyone writes; a bound on the work one value can ask for. */
const MAX_FACTORS = 60;

function readTerm(c: Cursor, sign: 1 | -1): RawTerm | Failure {
  const factors: RawFactor[] = [];
  for (;;) {
    const factor = readFactor(c);
    if (isFailure(factor)) return factor;
    factors.push(factor);
    if (factors.length > MAX_FACTORS) return tooMany(c);
    if (!takeSymbol(c, "x")) return { sign, factors };
  }
}

function tooMany(c: Cursor): Failure {
  return fail("unreadable", faultSpan(c), `More than ${MAX_FACTORS} numbers in one value.`, c.example);
}

/** The sign that joins another term, if one does: `+`, or a minus with a space on both sides (without, it is a range). */
function joint(c: Cursor): 1 | -1 | undefined {
  const token = peek(c);
  if (isSymbol(token, "+")) return 1;
  return isSymbol(token, "-") && token.spaced && peek(c, 1).spaced ? -1 : undefined;
}

/** Whether a smaller unit of the same time follows: the 6 months of `1 year 6 months`, the 30 minutes of `1 hour and 30 minutes`. */
function restOfTime(c: Cursor, before: RawTerm | undefined): boolean {
  const [factor, ...others] = before?.factors ?? [];
  if (factor === undefined || others.length > 0 || !isTime(factor.unit)) return false;
  const at = isWord(peek(c), "and") ? 1 : 0;
  if (peek(c, at).kind !== "number" || peek(c, at + 1).kind !== "word") return false;
  const large = factor.unit.powers[0]?.[0] ?? "";
  const small = baseName(peek(c, at + 1).text);
  return [CALENDAR, CLOCK].some((family: readonly string[]) => {
    const [a, b] = [family.indexOf(small), family.indexOf(large)];
    return a >= 0 && a < b;
  });
}

/** `1 hour 30 minutes/visit x 4 visits`: what the last part is per and is multiplied by, the first is too. */
function lendBelow(first: RawTerm | undefined, last: RawTerm): RawTerm {
  const below = last.factors[0]?.unit.powers.filter(([, power]) => power < 0) ?? [];
  const [factor] = first?.factors ?? [];
  if (first === undefined || factor === undefined) return last;
  const whole = { ...factor, unit: multiplyUnits(factor.unit, { powers: below }) };
  return { ...first, factors: [whole, ...last.factors.slice(1)] };
}

/** Products of factors, added and taken away: `2 x 0.25 hours/pupil/week + 3 x 0.5 hours/group/week`. */
export function readSum(c: Cursor): RawSum | Failure {
  const first = readTerm(c, 1);
  if (isFailure(first)) return first;
  const terms = [first];
  for (;;) {
    const sign = joint(c);
    const more = sign === undefined && restOfTime(c, terms.at(-1));
    if (sign === undefined && !more) return { terms };
    if (sign !== undefined) takeSymbol(c, sign === 1 ? "+" : "-");
    else if (isWord(peek(c), "and")) take(c, "operator");
    const term = readTerm(c, sign ?? 1);
    if (isFailure(term)) return term;
    if (more) terms.push(lendBelow(terms.pop(), term));
    terms.push(term);
    if (terms.length > MAX_FACTORS) return tooMany(c);
  }
}

/** The mark between the two ends of a range: `to`, a dash, an unspaced hyphen; `until` and `through` are read too. */
export function takeTo(c: Cursor): boolean {
  const token = peek(c);
  if (!isWord(token, "to", "until", "through") && !isSymbol(token, "–", "-")) return false;
  take(c, "operator");
  return true;
}

/** The single factor of a sum of one term of one factor. */
export function only(sum: RawSum): RawFactor | undefined {
  const [term, ...others] = sum.terms;
  const [factor, ...more] = term?.factors ?? [];
  return others.length === 0 && more.length === 0 ? factor : undefined;
}
