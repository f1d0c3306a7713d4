import { checkStated } from "../../costing/stated.ts";
import { equalUnits } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";
import { shown } from "./figure-text.ts";

const line = (total: string): string =>
  withLines(
    `    - item: Visits\n      quantity: 6 hours/family\n      unit_cost: £38/hour\n      who_pays: local-authority\n      stated: ${total}\n`,
  );

/** Quantity times price is not what the publication prints for the line. */
export const lineStatedDisagrees: DocumentRule = {
  code: "costing/line-stated-disagrees",
  severity: "warning",
  scope: "document",
  page: {
    title: "Quantity times price that is not the stated total",
    what: "A line's quantity times its unit cost does not give the total printed for it, allowing for rounding.",
    why: "One of the three is wrong. Wellspent works with the quantity and the unit cost.",
    fix: "Compare all three with the publication. If it is printed so, say so in `notes:`.",
    example: { file: "a.intervention.yaml", invalid: line("£282/family"), valid: line("£228/family") },
  },
  check({ assessment }, report) {
    for (const each of assessment()?.lines ?? []) {
      const field = each.line.stated;
      const stated = field?.value;
      const { original } = each;
      if (
        field === undefined ||
        stated === undefined ||
        original === undefined ||
        !equalUnits(stated.unit, original.unit)
      )
        continue;
      const printed = {
        kind: "figure",
        low: stated.range?.low ?? stated.value,
        high: stated.range?.high ?? stated.value,
        written: stated.written,
      } as const;
      const verdict = checkStated(printed, [original]);
      if (verdict.kind !== "disagrees") continue;
      report({
        at: field.$,
        severity: verdict.level,
        message: `Prints ${field.text} for "${each.item}"; its quantity and unit cost come to ${shown(original, stated.written)}.`,
        help: "Compare all three with the publication. If it is printed so, say so in `notes:`.",
        related: [{ at: each.at, label: "worked out from here" }],
      });
    }
  },
};
