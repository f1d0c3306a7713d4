import { deflators } from "../../data/index.ts";
import type { AssessProblem } from "../../model/assess/index.ts";
import type { Spec } from "../../model/spec.ts";
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
  check({ assessment, spec, settings }, report) {
    const set = settingOf(spec);
    if (set?.value !== undefined) {
      const edition = deflatorOf(spec) ?? settings.appraisal.deflator;
      const held = heldBy(edition, set.value);
      if (held !== undefined)
        report({
          at: set.$,
          message: `The deflator ${edition} holds the years ${held}, not ${set.value.label}: no figure can be brought to the prices of that year.`,
          help: correct,
        });
    }
    if (spec.kind !== "intervention") return;
    const assessed = assessment();
    if (assessed === undefined) return;
    const year = spec.reading?.costs?.price_year;
    const { priceYear, deflator } = assessed.appraisal;
    // One finding where the year is set; not one for every amount of every spec.
    const isSetWrong = priceYear !== undefined && heldBy(deflator, priceYear) !== undefined;
    const own = assessed.currency === "GBP" ? year?.value : undefined;
    const outside = own === undefined ? undefined : heldBy(deflator, own);
    const inherited: Problem[] = [];
    for (const problem of assessed.problems) {
      if (problem.reason !== "price-year-outside-series" && problem.reason !== "price-year-other-basis") continue;
      if (isSetWrong || (outside !== undefined && problem.to === own?.label)) continue;
      if (problem.year === own?.label) inherited.push(problem);
      else report({ at: problem.at, message: messageOf(problem), help: give });
    }
    if (year === undefined || own === undefined || isSetWrong) return;
    if (outside !== undefined)
      report({
        at: year.$,
        message: `The deflator ${deflator} holds the years ${outside}, not ${own.label}: the figures cannot be brought to the prices of another year, or compared with others.`,
        help: correct,
      });
    else if (assessed.priceNote === "not movable")
      report({
        at: year.$,
        message: `No amount can be brought from ${own.label} to ${priceYear?.label ?? "the appraisal's"} prices by the deflator ${deflator}, so the figures stand as printed and cannot be compared with others.`,
        help: `${correct} Calendar and financial years are never mixed.`,
      });
    else if (inherited[0] !== undefined)
      report({ at: year.$, message: messageOf(inherited[0], inherited.length), help: give });
  },
};

const give = "Give the amount in a year that the deflator holds, or name another edition under `appraisal: deflator:`.";
const correct = "Correct the year, or name an edition that holds it under `appraisal: deflator:`.";

/** The `appraisal:` of the settings, or of one spec or portfolio. */
const appraisalOf = (spec: Spec) =>
  spec.kind === "settings" || spec.kind === "intervention" || spec.kind === "portfolio"
    ? spec.reading?.appraisal
    : undefined;

const settingOf = (spec: Spec) => appraisalOf(spec)?.price_year;
const deflatorOf = (spec: Spec) => appraisalOf(spec)?.deflator?.value;

/** The years of a deflator that does not hold this one, though it holds years of its sort. */
function heldBy(edition: keyof typeof deflators, year: PriceYear): string | undefined {
  const { series, rows } = deflators[edition];
  if (series !== year.basis || rows.some((row) => row.year === year.label)) return undefined;
  return `${rows[0]?.year} to ${rows.at(-1)?.year}`;
}

function messageOf({ item, year, to, edition, reason }: Problem, count = 1): string {
  const what = count === 1 ? `"${item}"` : `${count} amounts, "${item}" among them,`;
  const move = `${what} cannot be brought from ${year ?? "its year"} to ${to} prices`;
  if (reason === "price-year-outside-series") return `${move}: the deflator ${edition} does not hold both years.`;
  return year === undefined || isFinancial(year) !== isFinancial(to)
    ? `${move}: one is a calendar year and the other a financial year.`
    : `${move}: the deflator ${edition} holds ${isFinancial(to) ? "calendar" : "financial"} years only.`;
}

const isFinancial = (year: string): boolean => year.includes("-");
