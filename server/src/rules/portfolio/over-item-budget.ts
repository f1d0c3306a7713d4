import { equalUnits, formatFigure } from "../../values/index.ts";
import { divideUnits, unit } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const portfolio = (budget: string): string =>
  withShared({ first: "60%", second: "40%" }).replace(
    "  - intervention: parent-groups\n",
    `  - intervention: parent-groups\n    budget: ${budget}\n`,
  );

/** An intervention costs more than is set aside for it. */
export const overItemBudget: DocumentRule = {
  code: "portfolio/over-item-budget",
  severity: "warning",
  scope: "document",
  page: {
    title: "Intervention over its own budget",
    what: "An intervention of a portfolio costs more than the budget set aside for it, its own lines alone.",
    why: "It will take money that was promised to another, or serve fewer than it says.",
    fix: "Lower its starts, or raise what is set aside for it.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: portfolio("£80,000/year"),
      valid: portfolio("£90,000/year"),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "portfolio" || spec.reading === undefined) return;
    for (const { member, intervention, own, years } of context.portfolio()?.members ?? []) {
      const field = member.budget;
      const budget = field?.value;
      if (field === undefined || budget === undefined || own.value === undefined) continue;
      // `up to £50,000` is a budget of £50,000; another limit is not a number.
      if (budget.bound !== undefined && budget.bound !== "at-most") continue;
      const yearly = equalUnits(budget.unit, divideUnits(own.unit, unit(["year", 1])));
      if (!yearly && !equalUnits(budget.unit, own.unit)) continue;
      if (yearly && (years === undefined || years === 0)) continue;
      const cost = yearly ? own.value / (years ?? 1) : own.value;
      const over = cost - (budget.range?.high ?? budget.value);
      if (over <= 0.005) continue;
      const shown = (value: number): string => formatFigure({ value, unit: budget.unit });
      report({
        at: field.$,
        label: `${shown(over)} over`,
        message: `"${intervention}" costs ${shown(cost)}${yearly ? " in an average year" : ""}, ${shown(over)} more than the ${field.text} set aside for it${own.missing.length > 0 ? ", without what is not known" : ""}.`,
        help: "Lower its starts, or raise what is set aside for it.",
      });
    }
  },
};
