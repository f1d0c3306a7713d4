import { formatFigure } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const shares = { first: "60%", second: "40%" };

/** What is funded together costs more than the budget. */
export const overBudget: DocumentRule = {
  code: "portfolio/over-budget",
  severity: "warning",
  scope: "document",
  page: {
    title: "Portfolio over its budget",
    what: "What a portfolio funds costs more than its budget, in the prices of the appraisal.",
    why: "Not all of it can be delivered for the money. Better to choose now, by what each pound buys, than to cut in the middle of a year.",
    fix: "Lower the starts, start some of it later, or take something out; or correct the budget.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: withShared(shares).replace("£900,000/year", "£150,000/year"),
      valid: withShared(shares),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "portfolio" || spec.reading?.budget?.value === undefined) return;
    const { budget } = spec.reading;
    const left = [...(context.portfolio()?.figures.values() ?? [])].filter(
      ({ id, value }) => id === "portfolio_budget_left" && value !== undefined && value < 0,
    );
    const [worst] = [...left].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
    if (worst === undefined) return;
    const over = formatFigure({ value: -(worst.value ?? 0), unit: worst.unit });
    const when =
      worst.of === undefined
        ? ""
        : left.length === 1
          ? ` in year ${Number(worst.of) + 1}`
          : ` in the worst of ${left.length} years`;
    report({
      at: budget.$,
      label: `${over} over`,
      message: `What this portfolio funds costs ${over} more than its budget of ${budget.text}${when}${worst.complete ? "" : ", without what is not known"}.`,
      help: "Lower the starts, start some of it later, or take something out; or correct the budget.",
    });
  },
};
