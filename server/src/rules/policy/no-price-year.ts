import type { DocumentRule } from "../types.ts";
import { unreadable } from "../unreadable.ts";
import { counted } from "../wording.ts";
import { type Asked, reportBreaches } from "./gates.ts";

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
  check: (context, report) => reportBreaches(lacksPriceYear)(context, report),
};

export const lacksPriceYear: Asked = (context, { gate, intervention }) => {
  if (!gate.needs.includes("price-year") || unreadable(intervention.costs?.price_year)) return [];
  const lines = (context.assessment()?.lines ?? []).filter(
    (line) => line.priceYear === undefined && !unreadable(line.line.price_year) && line.original?.value !== undefined,
  );
  const [first] = lines;
  if (first === undefined) return [];
  return [
    {
      lacks: `${counted(lines.length, "amount", "amounts")} without a price year`,
      help: "Write `price_year:` under `costs:`.",
      at: intervention.costs?.price_year?.$ ?? first.at,
    },
  ];
};
