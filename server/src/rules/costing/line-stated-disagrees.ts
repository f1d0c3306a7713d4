import { checkStated } from "../../costing/stated.ts";
import { given, product, type Worked } from "../../costing/worked.ts";
import type { LineAssessment } from "../../model/assess/index.ts";
import { equalUnits } from "../../values/index.ts";
import type { Unit } from "../../values/types.ts";
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
    what: "A line's quantity times its unit cost, or what it comes to over the whole period, is not the total printed for it, allowing for rounding.",
    why: "One of the three is wrong. Wellspent works with the quantity and the unit cost.",
    fix: "Compare all three with the publication. If it is printed so, say so in `notes:`.",
    example: { file: "a.intervention.yaml", invalid: line("£282/family"), valid: line("£228/family") },
  },
  check({ assessment }, report) {
    const of = assessment();
    for (const each of of?.lines ?? []) {
      const field = each.line.stated;
      const stated = field?.value;
      if (field === undefined || stated === undefined) continue;
      const meant = meantBy(stated.unit, each, of?.priceYear);
      if (meant === undefined) continue;
      const printed = {
        kind: "figure",
        low: stated.range?.low ?? stated.value,
        high: stated.range?.high ?? stated.value,
        written: stated.written,
      } as const;
      const verdict = checkStated(printed, [meant]);
      if (verdict.kind !== "disagrees") continue;
      report({
        at: field.$,
        severity: verdict.level,
        message: `Prints ${field.text} for "${each.item}"; ${meant === each.original ? "its quantity and unit cost come" : "over the whole period it comes"} to ${shown(meant, stated.written)}.`,
        help: "Compare all three with the publication. If it is printed so, say so in `notes:`.",
        related: [{ at: each.at, label: "worked out from here" }],
      });
    }
  },
};

/** What a printed total speaks of: the amount, in the same unit; or, where it is plain money, the line over the period, in its own prices. */
function meantBy(unit: Unit, line: LineAssessment, priceYear: string | undefined): Worked | undefined {
  const { original, amount, total } = line;
  if (original !== undefined && equalUnits(unit, original.unit)) return original;
  if (!equalUnits(unit, total.unit) || total.value === undefined) return undefined;
  if (line.priceYear === priceYear) return total;
  if (original?.value === undefined || amount?.value === undefined || amount.value === 0) return undefined;
  const back = given("Back to the prices as written", original.value / amount.value);
  return product(total.label, [total, back], { unit: total.unit });
}
