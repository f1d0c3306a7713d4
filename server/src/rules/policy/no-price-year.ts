import type { DocumentRule } from "../types.ts";
import { breach, standingGates } from "./gates.ts";

/** A gate asks for a price year behind every amount. */
export const noPriceYear: DocumentRule = {
  code: "policy/no-price-year",
  severity: "error",
  scope: "document",
  page: {
    title: "No price year where a gate asks for one",
    what: "A gate in `wellspent.yaml` asks for the price year of every amount, and some amount of the spec has none.",
    why: "Amounts without a year cannot be compared with any other, nor brought to today's prices.",
    fix: "Write `price_year:` under `costs:`, or on the line whose prices are of another year.",
    standard: "CHEERS 2022, item 15",
    example: {
      files: { "wellspent.yaml": "root: true\ngates:\n  - gate: Every amount has its year\n    needs: [price-year]\n" },
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\n  starts: 60 families/year\ncosts:\n  period: 3 years\n  lines:\n    - item: Visits\n      amount: £500/family\n",
      valid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\n  starts: 60 families/year\ncosts:\n  price_year: 2023-24\n  period: 3 years\n  lines:\n    - item: Visits\n      amount: £500/family\n",
    },
  },
  check(context, report) {
    for (const standing of standingGates(context)) {
      if (!standing.gate.needs.includes("price-year")) continue;
      const lines = (context.assessment()?.lines ?? []).filter(
        (line) => line.original?.value !== undefined && line.priceYear === undefined,
      );
      if (lines.length > 0)
        breach(
          standing,
          report,
          `${lines.length === 1 ? "an amount" : `${lines.length} amounts`} without a price year`,
          "Write `price_year:` under `costs:`.",
          lines[0]?.at ?? standing.at,
        );
    }
  },
};
