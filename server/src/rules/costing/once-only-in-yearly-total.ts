import { assessUnitCosts } from "../../model/assess/index.ts";
import type { DocumentRule } from "../types.ts";
import { shown } from "./figure-text.ts";

const library = (value: string): string =>
  `unit_costs: gmca\ntitle: Unit costs\nsource: Unit Cost Database v1.4\nentries:\n  - entry: lac-very-high\n    value: ${value}\n    price_year: 2010-11\n    parts:\n      - item: care planning\n        value: £138/child/year\n      - item: maintaining the placement\n        value: £306,458/child/year\n      - item: transition to leaving care\n        value: £1,328/child\n`;

/** A cost that falls once was added into a total per year. */
export const onceOnlyInYearlyTotal: DocumentRule = {
  code: "costing/once-only-in-yearly-total",
  severity: "warning",
  scope: "document",
  page: {
    title: "Once-only cost in a yearly total",
    what: "The value of a unit cost is more than its parts in its own unit, by exactly the amount of a part that falls once.",
    why: "A cost that falls once for each child was added into a total for each year. Multiplied by years in care it would be paid again every year.",
    fix: "Compare with the source. Use the sum of the yearly parts where years are multiplied, and say in `notes:` what is printed.",
    example: {
      file: "a.unit-costs.yaml",
      invalid: library("£307,924/child/year"),
      valid: library("£306,596/child/year"),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "unit-costs" || spec.reading === undefined) return;
    for (const { entry, at, name, check } of assessUnitCosts(spec.reading).entries) {
      if (check.addedIn === undefined) continue;
      const once = (entry.parts?.items ?? []).find((part) => part.item?.value === check.addedIn?.name);
      report({
        at,
        message: `A once-only cost was added into a yearly total: "${name}" prints ${entry.value?.text ?? ""}, its parts of that unit come to ${shown(check.sum, entry.value?.value?.written)}, and the difference is "${check.addedIn.name}" (${once?.value?.text ?? ""}).`,
        help: "Use the sum of the yearly parts where years are multiplied, and say in `notes:` what is printed.",
        related: once?.value === undefined ? [] : [{ at: once.value.$, label: "falls once, not every year" }],
      });
    }
  },
};
