import { nameForm } from "../catalogue.ts";
import type { Token } from "../lexer.ts";
import { type Failure, fail, isFailure } from "../problems.ts";
import type { Form, FormTypes, Quantity } from "../types.ts";
import { currencyOf, divideUnits, formatUnit, isDimensionless, isMoney, isTime, unit } from "../units.ts";
import { atEnd, type Cursor, isSymbol, isWord, take } from "./cursor.ts";
import { toShare } from "./estimate.ts";
import { FIGURE, foundIn, notNegative, phraseIn, quantityIn, wrongForm } from "./in-form.ts";
import type { Phrase } from "./phrase.ts";
import { toQuantity } from "./quantity.ts";
import { allowOnly, isPercent, noFractions } from "./restrict.ts";
import { readWord } from "./words.ts";

/** The text without its decimals of sign: only where a plain number lacks nothing but its pound sign is one suggested. */
function inPounds(c: Cursor, phrase: Phrase): string {
  const { start } = phrase.sumSpan;
  const number = c.text.slice(start).replace(/^[-−+]\s*/, "");
  const sign = /^[-−]/.test(c.text.slice(start)) ? "-" : "";
  return `${c.text.slice(0, start)}${sign}£${number}`;
}

/** `3 hours x £5/visit`: money that comes out with anything but money above the line has units left over. */
function leftOver(c: Cursor, q: Quantity, phrase: Phrase): Failure | undefined {
  const currency = currencyOf(q.unit) ?? "GBP";
  for (const part of q.parts ?? [q]) {
    const over = divideUnits(part.unit, unit([currency, 1]));
    if (!over.powers.some(([, power]) => power > 0)) continue;
    const sides = (q.terms[0]?.factors ?? []).map((factor) => `\`${formatUnit(factor.unit) || "a plain number"}\``);
    const message = `${sides.slice(0, 3).join(" and ")} do not fit: \`${formatUnit(over)}\` is left over.`;
    return fail("units-mismatch", phrase.sumSpan, message, c.example);
  }
  return undefined;
}

/** Money, alone or per something; products that come to money too. */
export function money(c: Cursor): FormTypes["money"] | Failure {
  const read = quantityIn(c, "money");
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isMoney(q.unit)) return leftOver(c, q, phrase) ?? q;
  if (!isDimensionless(q.unit)) return wrongForm(c, "money", phrase.sumSpan, foundIn(q));
  const message = "The currency is missing.";
  return fail("wrong-form", phrase.sumSpan, message, inPounds(c, phrase), { found: "a plain number" });
}

/** Anything countable that is not money. */
export function quantity(c: Cursor): FormTypes["quantity"] | Failure {
  const read = quantityIn(c, "quantity");
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isMoney(q.unit)) return wrongForm(c, "quantity", phrase.sumSpan, foundIn(q));
  return notNegative(c, "quantity", q, phrase) ?? q;
}

/** A number of something that is neither money nor time. */
export function count(c: Cursor): FormTypes["count"] | Failure {
  return countAs(c, "count");
}

function countAs(c: Cursor, form: Form): Quantity | Failure {
  const read = quantityIn(c, form);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isMoney(q.unit) || isTime(q.unit)) return wrongForm(c, form, phrase.sumSpan, foundIn(q));
  return notNegative(c, form, q, phrase) ?? q;
}

/** One unit of time. */
export function duration(c: Cursor): Quantity | Failure {
  const read = quantityIn(c, "duration", ["bound", "range", "interval"]);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isTime(q.unit)) return notNegative(c, "duration", q, phrase) ?? q;
  if (!isDimensionless(q.unit)) return wrongForm(c, "duration", phrase.sumSpan, foundIn(q));
  const number = c.text.slice(phrase.sumSpan.start, phrase.sumSpan.end);
  const message = "The unit of time is missing: days, weeks, months or years.";
  return fail("wrong-form", phrase.sumSpan, message, `${number} months`, { found: "a plain number" });
}

const FOR_EVERY: readonly (readonly string[])[] = [["for", "every"], ["for", "each"], ["to", "every"], ["per"], ["to"]];

/**
 * What stands before `:1`, `: £1`, `to 1`, `for every £1 spent`: how publications print a ratio of benefit to cost. Its pound signs
 * say nothing. Undefined of anything else; `0.8 to 1` is a range.
 */
function ratioHead(c: Cursor): Cursor | undefined {
  const tokens = c.tokens.slice(0, -1);
  let at = tokens.length - 1;
  while (isWord(tokens[at] ?? END, "spent", "invested", "of", "cost", "investment", "in")) at--;
  if (tokens[at]?.kind !== "number" || tokens[at]?.numeral?.value !== 1 || at < 2) return undefined;
  const currency = tokens[at - 1]?.kind === "currency";
  const before = currency ? at - 1 : at;
  const colon = isSymbol(tokens[before - 1] ?? END, ":");
  const words = FOR_EVERY.find((each) =>
    each.every((word, i) => isWord(tokens[before - each.length + i] ?? END, word)),
  );
  if (!colon && (words === undefined || (!currency && words[0] !== "to"))) return undefined;
  const end = colon ? before - 1 : before - (words?.length ?? 0);
  const range = !colon && words?.length === 1 && words[0] === "to";
  const first = tokens.slice(0, end).filter(({ kind }) => kind !== "currency");
  if (range && !((first.find(({ kind }) => kind === "number")?.numeral?.value ?? 0) > 1)) return undefined;
  return { ...c, at: 0, tokens: [...first, END] };
}

const END: Token = { kind: "end", text: "", raw: "", start: 0, end: 0, spaced: false };

/** Any figure a publication prints, and the words `none` and `unknown`. */
export function stated(c: Cursor): FormTypes["stated"] | Failure {
  const word = readWord(c, ["none", "unknown"]);
  if (word !== undefined) return word;
  const head = ratioHead(c);
  if (head !== undefined) {
    const ratio = number(head);
    if (!isFailure(ratio)) {
      while (!atEnd(c)) take(c, "number");
      return ratio;
    }
  }
  const phrase = phraseIn(c, "stated", [...FIGURE, "of"]);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) return toShare(c, phrase, Number.POSITIVE_INFINITY);
  const restricted = allowOnly(c, phrase, nameForm("stated"), FIGURE) ?? noFractions(c, phrase);
  return restricted ?? toQuantity(c, phrase);
}

/** A number without a unit. */
export function number(c: Cursor): Quantity | Failure {
  const phrase = phraseIn(c, "number", ["bound", "range", "interval", "se"]);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) {
    const value = phrase.sum.terms[0]?.factors[0]?.value ?? 0;
    return wrongForm(c, "number", phrase.sumSpan, "a percentage", String(Number(value.toPrecision(12))));
  }
  const q = noFractions(c, phrase) ?? toQuantity(c, phrase);
  if (isFailure(q) || isDimensionless(q.unit)) return q;
  const found = foundIn(q);
  const wrong = wrongForm(c, "number", phrase.sumSpan, found);
  // `28 points` of a standard deviation: the number is what is wanted.
  return isMoney(q.unit) || isTime(q.unit) || q.bound !== undefined || q.range !== undefined
    ? wrong
    : fail("wrong-form", phrase.sumSpan, wrong.problem.message, String(Number(q.value.toPrecision(12))), { found });
}

/** Money for one unit of something. */
export function threshold(c: Cursor): Quantity | Failure {
  const read = quantityIn(c, "threshold", ["bound", "range"]);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  const per = q.unit.powers.filter(([, power]) => power < 0);
  if (!isMoney(q.unit)) return wrongForm(c, "threshold", phrase.sumSpan, foundIn(q));
  const negative = notNegative(c, "threshold", q, phrase);
  if (negative !== undefined) return negative;
  if (per.length > 0) return q;
  const text = c.text.trim();
  return fail("wrong-form", phrase.sumSpan, "It does not say for one unit of what.", `${text}/point`, {
    found: "an amount of money",
  });
}
