import { nameForm } from "../catalogue.ts";
import { type Failure, fail, isFailure } from "../problems.ts";
import type { Form, Quantity } from "../types.ts";
import { formatUnit, isDimensionless, isMoney, isTime } from "../units.ts";
import type { Cursor } from "./cursor.ts";
import { type Phrase, readPhrase } from "./phrase.ts";
import { toQuantity } from "./quantity.ts";
import { allowOnly, isPercent, noFractions, type Part } from "./restrict.ts";
import { firstWord, readWord } from "./words.ts";

/** A failure when the value is a word that other forms know. */
function unlessWord(c: Cursor, form: Form): Failure | undefined {
  if (firstWord(c) === undefined) return undefined;
  const word = readWord(c, ["unknown", "none", "no difference", "not measured"]);
  if (word === undefined) return undefined;
  const span = { start: c.tokens[0]?.start ?? 0, end: c.text.trimEnd().length };
  const message = `\`${word.word}\` is not ${nameForm(form)}.`;
  return fail("wrong-form", span, message, c.example, { found: "a word" });
}

/** A phrase with only the parts that the form allows. */
export function phraseIn(c: Cursor, form: Form, allowed: readonly Part[]): Phrase | Failure {
  const word = unlessWord(c, form);
  if (word !== undefined) return word;
  const phrase = readPhrase(c);
  if (isFailure(phrase)) return phrase;
  return allowOnly(c, phrase, nameForm(form), allowed) ?? phrase;
}

/** What a quantity reads as, for messages. */
export function foundIn(q: Quantity): string {
  if (isMoney(q.unit)) return "an amount of money";
  if (isTime(q.unit)) return "a length of time";
  return isDimensionless(q.unit) ? "a plain number" : `a quantity in ${formatUnit(q.unit, { plural: true })}`;
}

/** The failure of a value that reads, but as something else. */
export function wrongForm(
  c: Cursor,
  form: Form,
  span: { start: number; end: number },
  found: string,
  suggestion?: string,
): Failure {
  const message = `This reads as ${found}, but ${nameForm(form)} belongs here.`;
  return fail("wrong-form", span, message, suggestion ?? c.example, { found, suggestion });
}

export const FIGURE: readonly Part[] = ["bound", "range", "interval", "se"];

/** A quantity with only the parts that the form allows; percentages and fractions are refused. */
export function quantityIn(
  c: Cursor,
  form: Form,
  allowed: readonly Part[] = FIGURE,
): { q: Quantity; phrase: Phrase } | Failure {
  const phrase = phraseIn(c, form, allowed);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) return wrongForm(c, form, phrase.sumSpan, "a percentage");
  const fraction = noFractions(c, phrase);
  if (fraction !== undefined) return fraction;
  const q = toQuantity(c, phrase);
  return isFailure(q) ? q : { q, phrase };
}

function lowest(q: Quantity): number {
  if (q.parts !== undefined) return Math.min(...q.parts.map((part) => part.value));
  return Math.min(q.range?.low ?? q.value, q.value);
}

/** A failure when the quantity, or the lower end of its range, is below zero. */
export function notNegative(c: Cursor, form: Form, q: Quantity, phrase: Phrase): Failure | undefined {
  if (lowest(q) >= 0) return undefined;
  const positive = c.text.replace(/[-−–]/, "").trim();
  return fail("negative", phrase.sumSpan, `${sentenceCase(nameForm(form))} cannot be below zero.`, positive);
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
