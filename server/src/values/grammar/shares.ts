import { nameForm } from "../catalogue.ts";
import { type Failure, fail, isFailure } from "../problems.ts";
import type { Form, FormTypes, Share } from "../types.ts";
import { isDimensionless, isMoney, isTime } from "../units.ts";
import type { Cursor } from "./cursor.ts";
import { toShare } from "./estimate.ts";
import { FIGURE, foundIn, notNegative, phraseIn, wrongForm } from "./in-form.ts";
import { toQuantity } from "./quantity.ts";
import { allowOnly, isPercent, noFractions, type Part } from "./restrict.ts";

/** A percentage, never above 100%. */
export function share(c: Cursor): Share | Failure {
  const read = shareIn(c, "share", ["bound", "range", "interval", "of"], 1);
  if (isFailure(read)) return read;
  if (read.per === undefined) return read;
  const span = { start: 0, end: c.text.length };
  return fail("wrong-form", span, "A share here is not per anything.", c.example, {
    found: "a share per unit of time",
  });
}

/** A plain number between 0 and 1 is a share written as a fraction of one; another number lacks its percent sign. */
function percentOf(value: number, digits: string): string {
  return value > 1 ? `${digits}%` : `${Number((value * 100).toPrecision(4))}%`;
}

function shareIn(c: Cursor, form: Form, allowed: readonly Part[], most: number): Share | Failure {
  const phrase = phraseIn(c, form, allowed);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) return toShare(c, phrase, most);
  const q = toQuantity(c, phrase);
  if (isFailure(q)) return q;
  if (!isDimensionless(q.unit) || phrase.sum.terms.length > 1 || phrase.toSpan !== undefined || q.value < 0) {
    return wrongForm(c, form, phrase.sumSpan, foundIn(q));
  }
  const example = percentOf(q.value, c.text.slice(phrase.sumSpan.start, phrase.sumSpan.end));
  const message = "A share is written with its percent sign.";
  return fail("wrong-form", phrase.sumSpan, message, example, { found: "a plain number" });
}

/** A percentage or a number of something. */
export function shareOrCount(c: Cursor): FormTypes["share-or-count"] | Failure {
  const phrase = phraseIn(c, "share-or-count", [...FIGURE, "of"]);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) {
    const read = toShare(c, phrase, 1);
    if (isFailure(read) || read.per === undefined) return read;
    return fail("wrong-form", phrase.sumSpan, "A share here is not per anything.", c.example, {
      found: "a share per unit of time",
    });
  }
  const restricted = allowOnly(c, phrase, nameForm("share-or-count"), FIGURE) ?? noFractions(c, phrase);
  if (restricted !== undefined) return restricted;
  const q = toQuantity(c, phrase);
  if (isFailure(q)) return q;
  if (isMoney(q.unit) || isTime(q.unit)) return wrongForm(c, "share-or-count", phrase.sumSpan, foundIn(q));
  return notNegative(c, "share-or-count", q, phrase) ?? q;
}

/** A percentage per unit of time. */
export function sharePerTime(c: Cursor): Share | Failure {
  const read = shareIn(c, "share-per-time", ["bound", "range"], 1);
  if (isFailure(read)) return read;
  if (read.per !== undefined && isTime(read.per)) return read;
  const text = c.text.trim();
  const message = "It does not say per how long: a share per year, month or week.";
  return fail(
    "wrong-form",
    { start: 0, end: c.text.length },
    message,
    read.per === undefined ? `${text}/year` : c.example,
    {
      found: "a share",
    },
  );
}
