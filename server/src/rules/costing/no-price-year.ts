import { keyPlace } from "../../model/key-place.ts";
import { gateAsks } from "../policy/gates.ts";
import type { DocumentRule } from "../types.ts";
import { faulty } from "../unreadable.ts";
import { counted } from "../wording.ts";
import { withCosts } from "./example.ts";

const lines =
  "  period: 3 years\n  lines:\n    - item: Visits\n      quantity: 6 hours/family\n      unit_cost: £38/hour\n";

/** Amounts whose price year is not known. */
export const noPriceYear: DocumentRule = {
  code: "costing/no-price-year",
  severity: "warning",
  scope: "document",
  page: {
    title: "Amount without a price year",
    what: "An amount of money does not say of which year its prices are.",
    why: "A pound of 2008 buys far more than a pound today. Amounts without a year cannot be added to others, brought to today's prices, or compared.",
    fix: "Write `price_year:` under `costs:` as `2023-24` (financial) or `2016` (calendar), or on the line whose prices are of another year. If the source does not say, write `unknown`: figures are then shown as printed.",
    standard: "CHEERS 2022, item 15; Green Book 2022, 5.10",
    example: {
      file: "a.intervention.yaml",
      invalid: withCosts(lines),
      valid: withCosts(`  price_year: 2023-24\n${lines}`),
    },
  },
  check(context, report) {
    const { spec, assessment } = context;
    if (spec.kind !== "intervention" || spec.reading?.costs === undefined) return;
    const { costs } = spec.reading;
    // A year that cannot be read has a finding of its own; where a gate asks for years, the gate says it.
    if (faulty(costs.price_year) || gateAsks(context, "price-year")) return;
    const without = (assessment()?.lines ?? []).filter(
      (line) => line.priceYear === undefined && line.original?.value !== undefined && !faulty(line.line.price_year),
    );
    const [first] = without;
    if (first === undefined) return;
    const written = costs.price_year;
    report({
      at: written?.$ ?? keyPlace(spec.reading, "costs") ?? first.at,
      message: `The price year of ${without.length === 1 ? `"${first.item}"` : counted(without.length, "amount", "amounts")} is not known, so the figures stay in the prices of the source and cannot be compared with others.`,
      // Where `unknown` is written somebody has looked.
      severity: written?.word === "unknown" ? "information" : "warning",
      help:
        written === undefined
          ? "Write `price_year:` under `costs:`, such as `2023-24`; `unknown` if the source does not say."
          : "Look for the year in the source, or ask its authors.",
      related: without.slice(0, 10).map((line) => ({ at: line.at, label: "an amount of an unknown year" })),
    });
  },
};
