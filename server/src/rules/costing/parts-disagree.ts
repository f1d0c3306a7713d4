import { assessUnitCosts } from "../../model/assess/index.ts";
import type { DocumentRule } from "../types.ts";
import { amount, shown } from "./figure-text.ts";

const library = (value: string): string =>
  `unit_costs: gmca\ntitle: Unit costs\nsource: Unit Cost Database v1.4\nentries:\n  - entry: foster-care\n    value: ${value}\n    price_year: 2013-14\n    parts:\n      - item: allowance\n        value: £468/child/week\n      - item: social work\n        value: £253/child/week\n`;

/** The parts of a unit cost do not add up to it. */
export const partsDisagree: DocumentRule = {
  code: "costing/parts-disagree",
  severity: "warning",
  scope: "document",
  page: {
    title: "Unit cost that its parts do not give",
    what: "The parts of a unit cost do not add up to its value, even allowing for how each was rounded.",
    why: "A part is missing, wrong or counted twice, and everything costed with it carries the error.",
    fix: "Compare with the source. If it is printed so, say so in `notes:`.",
    example: { file: "a.unit-costs.yaml", invalid: library("£731/child/week"), valid: library("£721/child/week") },
  },
  check({ spec }, report) {
    if (spec.kind !== "unit-costs" || spec.reading === undefined) return;
    for (const { entry, at, name, check } of assessUnitCosts(spec.reading).entries) {
      const { verdict, sum, apart } = check;
      if (verdict.kind !== "disagrees" || check.addedIn !== undefined) continue;
      const written = entry.value?.value?.written;
      report({
        at,
        severity: verdict.level,
        message: `Prints ${entry.value?.text ?? ""} for "${name}"; its parts come to ${shown(sum, written)}, ${amount(Math.abs(verdict.gap), sum.unit, written)} ${verdict.gap > 0 ? "less" : "more"}.`,
        help: `${apart.length === 0 ? "" : notAdded(apart.map((part) => part.name))}Compare with the source. If it is printed so, say so in \`notes:\`.`,
        related: (entry.parts?.items ?? [])
          .slice(0, 10)
          .flatMap((part) =>
            part.value === undefined ? [] : [{ at: part.value.$, label: part.item?.text ?? "a part" }],
          ),
      });
    }
  },
};

/** Parts that stand in another unit than the total: `£568` beside `£/child`. */
function notAdded(names: readonly string[]): string {
  const [one, ...more] = names;
  return more.length === 0
    ? `"${one}" is not in the unit of the total, so it is not added: write that unit where it belongs in it. `
    : `${names.length} parts are not in the unit of the total, so they are not added: write that unit where they belong in it. `;
}
