import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { faulty } from "../unreadable.ts";
import { withCosts } from "./example.ts";

const lines =
  "  comparator:\n    cost: none\n  lines:\n    - item: Manager\n      amount: £52,000/year\n      who_pays: local-authority\n";

/** Yearly amounts or numbers without a number of years. */
export const noPeriod: DocumentRule = {
  code: "costing/no-period",
  severity: "warning",
  scope: "document",
  page: {
    title: "Yearly figures without a period",
    what: "Amounts or numbers are given per year, but the costs do not say for how many years the service is delivered.",
    why: "No total can be worked out: not the cost, not the number of families, not the return.",
    fix: "Write `period:` under `costs:`, such as `3 years`.",
    standard: "CHEERS 2022, item 9",
    example: {
      file: "a.intervention.yaml",
      invalid: withCosts(`  price_year: 2023-24\n${lines}`),
      valid: withCosts(`  price_year: 2023-24\n  period: 3 years\n${lines}`),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention" || spec.reading?.costs === undefined) return;
    const { costs } = spec.reading;
    if (costs.period?.value !== undefined || faulty(costs.period)) return;
    const lacking = (assessment()?.lines ?? []).filter((line) =>
      line.total.missing.some(
        (each) =>
          each.reason === "period-unknown" || (each.because ?? []).some((why) => why.reason === "period-unknown"),
      ),
    );
    const at = costs.period?.$ ?? keyPlace(spec.reading, "costs");
    if (lacking.length === 0 || at === undefined) return;
    report({
      at,
      message: `How long the service is delivered is not known, so "${lacking[0]?.item}"${lacking.length > 1 ? ` and ${lacking.length - 1} more` : ""} cannot be totalled.`,
      help: "Write `period:` under `costs:`, such as `3 years`.",
      related: lacking.slice(0, 10).map((line) => ({ at: line.at, label: "needs the period" })),
    });
  },
};
