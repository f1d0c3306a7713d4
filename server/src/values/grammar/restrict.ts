import { type Failure, fail } from "../problems.ts";
import type { TextSpan } from "../types.ts";
import type { Cursor } from "./cursor.ts";
import type { Phrase } from "./phrase.ts";
import { looksLikeYear, yearHere } from "./quantity.ts";
import { only } from "./sum.ts";

/** The parts a phrase may carry beyond its number. */
export type Part =
  | "bound"
  | "range"
  | "interval"
  | "se"
  | "sd"
  | "n"
  | "p"
  | "of"
  | "relative"
  | "direction"
  | "sides"
  | "metric";

function spanOf(phrase: Phrase, part: Part): TextSpan | undefined {
  switch (part) {
    case "bound":
      return phrase.boundSpan;
    case "range":
      return phrase.toSpan;
    case "interval":
      return phrase.interval?.span;
    case "se":
      return phrase.se?.span;
    case "sd":
      return phrase.sd?.span;
    case "n":
      return phrase.n?.span;
    case "p":
      return phrase.pSpan;
    case "of":
      return phrase.ofSpan;
    case "relative":
      return phrase.relative;
    case "direction":
      return phrase.directionSpan;
    case "sides":
      return phrase.sides === undefined ? undefined : (phrase.sidesSpan ?? phrase.span);
    case "metric":
      return phrase.metricSpan;
  }
}

const PARTS: readonly Part[] = [
  "metric",
  "bound",
  "range",
  "of",
  "relative",
  "direction",
  "sides",
  "interval",
  "se",
  "sd",
  "n",
  "p",
];

const NAMES: Readonly<Record<Part, string>> = {
  bound: "A bound such as `at least`",
  range: "A range",
  interval: "An interval",
  se: "A standard error",
  sd: "A standard deviation",
  n: "A number of people",
  p: "A p value",
  of: "`of` and what follows it",
  relative: "`relative`",
  direction: "`better` or `worse`",
  sides: "One-sided or two-sided",
  metric: "The name of an effect measure",
};

/** A failure at the first part that the form does not allow. */
export function allowOnly(c: Cursor, phrase: Phrase, what: string, allowed: readonly Part[]): Failure | undefined {
  for (const part of PARTS) {
    const span = spanOf(phrase, part);
    if (span === undefined || allowed.includes(part)) continue;
    const found = part === "metric" || part === "relative" ? "an effect" : undefined;
    const message = `${NAMES[part]} does not belong in ${what}.`;
    return fail("wrong-form", span, message, c.example, found === undefined ? {} : { found });
  }
  return undefined;
}

/** Whether the figure, or the upper end of its range, is a percentage. */
export function isPercent(phrase: Phrase): boolean {
  return only(phrase.sum)?.percent === true || phrase.to?.percent === true;
}

/** A count out of a total stands only where shares and rates do. */
export function noFractions(c: Cursor, phrase: Phrase): Failure | undefined {
  for (const term of phrase.sum.terms) {
    for (const factor of term.factors) {
      if (factor.out === undefined) continue;
      if (looksLikeYear(c.text)) return yearHere(c, phrase);
      const value = String(Number(factor.value.toPrecision(4)));
      const message = "A count out of a total, or a fraction, is not read here: write it as a decimal number.";
      return fail("wrong-form", factor.span, message, value, { found: "a count out of a total" });
    }
  }
  return undefined;
}
