import type { KindDescription, TypeOf } from "../shape.ts";
import { define, key, list, object, text, value, word } from "../shape.ts";
import { benefitKind, confidence, notesKey, parties, sourceKey, titleKey } from "./common.ts";

const part = object({
  item: key(text, "What the part is.", { required: true, example: "care planning" }),
  value: key(value("money"), "Its amount. Only parts in the total's own unit are added.", {
    required: true,
    example: "£274/child/year",
  }),
  payer: key(parties, "Who pays it.", { example: "local-authority" }),
  where: key(text, "Where in the source: table, page or code.", { example: "SS1.1.1" }),
  notes: notesKey,
});

export const unitCostEntry = object({
  entry: key(define("unit-cost"), "Short name; specs refer to it as `library/entry`.", {
    required: true,
    example: "lac-average",
  }),
  title: titleKey,
  value: key(value("money"), "The amount with its unit.", { required: true, example: "£51,080/child/year" }),
  price_year: key(value("price-year"), "Year of its prices.", { example: "2013-14" }),
  payer: key(parties, "Who pays, or whose saving it is, where the line or benefit that uses it does not say.", {
    example: "local-authority",
  }),
  kind: key(benefitKind, "Fiscal, economic or social.", { example: "fiscal" }),
  parts: key(list(part), "What it is made of. The sum is checked against the value.", {
    example: "- item: care planning\n  value: £274/child/year",
  }),
  on_costs: key(
    value("share"),
    "Employer's National Insurance, pension and the like, where the value is a salary: added on every line that uses it and gives none of its own.",
    { example: "28%", standard: "Levin and McEwan, ingredients method" },
  ),
  overhead: key(value("share"), "Overhead on every line that uses it and gives none of its own.", { example: "10%" }),
  working_year: key(value("working-year", []), "Weeks and hours that such a post works in a year.", {
    example: "44 weeks x 37 hours/week",
  }),
  over: key(value("duration"), "Time over which it runs.", { example: "25 years" }),
  valued: key(
    word({
      "present-value": "Already discounted by the source.",
      undiscounted: "A plain sum over the years.",
      unknown: "The source does not say.",
    }),
    "Whether the source discounted it.",
    { example: "unknown" },
  ),
  confidence: key(confidence, "Grade of the figure, 1 (best) to 6.", { example: "3" }),
  where: key(text, "Where in the source: table, page or code.", { example: "SS1.0" }),
  source: sourceKey,
  notes: notesKey,
});

export const unitCosts = {
  kind: "unit-costs",
  head: "unit_costs",
  suffix: "unit-costs",
  doc: "A library of unit costs, each with unit, price year and source.",
  shape: object({
    unit_costs: key(
      define("unit-costs"),
      "Id of the library, lower-case-with-hyphens; the first key of its document.",
      { required: true, example: "gmca" },
    ),
    title: titleKey,
    licence: key(text, "Licence of the data.", { example: "CC BY 4.0, (c) GMCA" }),
    source: sourceKey,
    price_year: key(value("price-year"), "Year of every price that gives none of its own.", { example: "2024-25" }),
    entries: key(list(unitCostEntry), "The unit costs.", {
      example: "- entry: lac-average\n  value: £51,080/child/year\n  price_year: 2013-14",
    }),
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;
export type UnitCosts = TypeOf<typeof unitCosts.shape>;
export type UnitCostEntry = TypeOf<typeof unitCostEntry>;
