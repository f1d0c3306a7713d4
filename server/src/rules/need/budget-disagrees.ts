import { printedInterval } from "../../costing/rounding.ts";
import { equalUnits, formatFigure } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { halves, place } from "./example.ts";

const decided = (north: string, south: string): string =>
  place({
    clusters: halves(360, 260, [`    budget: ${north}\n`, `    budget: ${south}\n`]),
    more: "devolved:\n  budget: £900,000/year\n  by: population\n  ages: 0 to 17 years\n",
  });

/** The budget written for a cluster is not what the formula gives it. */
export const budgetDisagrees: DocumentRule = {
  code: "need/budget-disagrees",
  severity: "warning",
  scope: "document",
  page: {
    title: "Cluster's budget that is not the formula's",
    what: "The budget written for a cluster is not its part of the devolved budget by the stated formula, allowing for rounding.",
    why: "Either the formula is not the one that was used, or a cluster was given another sum than people were told.",
    fix: "Correct the budget or the formula; where the difference was decided, say so under `notes`.",
    example: {
      file: "a.area.yaml",
      invalid: decided("£600,000/year", "£300,000/year"),
      valid: decided("£675,000/year", "£225,000/year"),
    },
  },
  check(context, report) {
    if (context.spec.kind !== "area") return;
    for (const { node, title, devolved } of context.area()?.clusters ?? []) {
      const field = node.budget;
      const written = field?.value;
      if (field === undefined || written === undefined || devolved?.value === undefined) continue;
      if (!equalUnits(written.unit, devolved.unit) || written.bound !== undefined) continue;
      const room = printedInterval(written.value, written.value, written.written);
      if (devolved.value >= room.low - 1e-6 && devolved.value <= room.high + 1e-6) continue;
      report({
        at: field.$,
        label: `${formatFigure({ value: devolved.value, unit: devolved.unit })} by the formula`,
        message: `The budget of ${title} is written as ${field.text}; the formula gives it ${formatFigure({ value: devolved.value, unit: devolved.unit })}.`,
        help: 'Correct the budget or the formula under "devolved".',
      });
    }
  },
};
