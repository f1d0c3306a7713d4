import { deflators } from "../../data/index.ts";
import type { AssessProblem } from "../../model/assess/index.ts";
import type { PriceYear } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

type Problem = Extract<AssessProblem, { readonly edition: string }>;

/** Amounts that cannot be brought to the price year of the appraisal. */
export const priceYearNotMovable: DocumentRule = {
  code: "costing/price-year-not-movable",
  severity: "warning",
  scope: "document",
  page: {
    title: "Price year that cannot be moved",
    what: "An amount cannot be brought to the price year of the appraisal: its year is not in the edition of the deflator, or one is a calendar year and the other a financial one.",
    why: "Adding amounts of different years as if they were one would be wrong, so the amount is left out and the total says so.",
    fix: "Give the amount in a year that the deflator holds, or name an edition that holds it (`deflator:` under `appraisal:`). Calendar and financial years are never mixed.",
    standard: "Green Book 2022, 5.10",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Rooms\n      amount: £90/family\n      price_year: 1931-32\n",
      ),
      valid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Rooms\n      amount: £90/family\n      price_year: 2015-16\n",
      ),
    },
  },
  check({ assessment, spec }, report) {
    const assessed = assessment();
    for (const problem of assessed?.problems ?? []) {
      if (problem.reason !== "price-year-outside-series" && problem.reason !== "price-year-other-basis") continue;
      report({
        at: problem.at,
        message: messageOf(problem),
        help: "Give the amount in a year that the deflator holds, or name another edition under `appraisal: deflator:`.",
      });
    }
    const year = spec.kind === "intervention" ? spec.reading?.costs?.price_year : undefined;
    if (assessed === undefined || assessed.currency !== "GBP" || year?.value === undefined) return;
    const { priceYear, deflator } = assessed.appraisal;
    if (assessed.priceNote !== "not movable") {
      const held = heldBy(deflator, year.value);
      if (held !== undefined)
        report({
          at: year.$,
          message: `The deflator ${deflator} holds the years ${held}, not ${year.value.label}: the figures cannot be brought to the prices of another year, or compared with others.`,
          help: "Correct the year, or name an edition that holds it under `appraisal: deflator:`.",
        });
      return;
    }
    report({
      at: year.$,
      message: `No amount can be brought from ${year.value.label} to ${priceYear?.label ?? "the appraisal's"} prices by the deflator ${deflator}, so the figures stand as printed and cannot be compared with others.`,
      help: "Correct the year, or name an edition that holds it under `appraisal: deflator:`. Calendar and financial years are never mixed.",
    });
  },
};

/** The years of a deflator that does not hold this one, though it holds years of its sort. */
function heldBy(edition: keyof typeof deflators, year: PriceYear): string | undefined {
  const { series, rows } = deflators[edition];
  if (series !== year.basis || rows.some((row) => row.year === year.label)) return undefined;
  return `${rows[0]?.year} to ${rows.at(-1)?.year}`;
}

function messageOf({ item, year, to, edition, reason }: Problem): string {
  const move = `"${item}" cannot be brought from ${year ?? "its year"} to ${to} prices`;
  if (reason === "price-year-outside-series") return `${move}: the deflator ${edition} does not hold both years.`;
  return year === undefined || isFinancial(year) !== isFinancial(to)
    ? `${move}: one is a calendar year and the other a financial year.`
    : `${move}: the deflator ${edition} holds ${isFinancial(to) ? "calendar" : "financial"} years only.`;
}

const isFinancial = (year: string): boolean => year.includes("-");
