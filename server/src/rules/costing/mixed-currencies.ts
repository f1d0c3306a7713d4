import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** Two currencies in one spec. */
export const mixedCurrencies: DocumentRule = {
  code: "costing/mixed-currencies",
  severity: "error",
  scope: "document",
  page: {
    title: "Two currencies in one spec",
    what: "An amount is in another currency than the costs of its spec.",
    why: "Wellspent does not guess an exchange rate: dollars of one year and pounds of another differ by more than the rate of the day.",
    fix: "Convert the amount with a named rate and date, and say so in `notes:`; or set `currency:` under `costs:` when all amounts are in that currency.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Licence\n      amount: $900/family\n",
      ),
      valid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Licence\n      amount: £710/family\n",
      ),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "currency-differs")
        report({
          at: problem.at,
          label: nameOf(problem.found),
          message: `"${problem.item}" is in ${nameOf(problem.found)}, but the costs of this spec are in ${nameOf(problem.currency)}.`,
          help: "Convert it with a named rate and date, or set `currency:` under `costs:`.",
        });
  },
};

const names: Readonly<Record<string, string>> = { GBP: "pounds", USD: "US dollars", EUR: "euros" };
const nameOf = (currency: string): string => names[currency] ?? currency;
