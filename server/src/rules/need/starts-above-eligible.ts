import { figureKey } from "../../costing/figure.ts";
import { formatPercent } from "../../values/index.ts";
import type { Quantity } from "../../values/types.ts";
import { equalUnits } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";

const spec = (starts: string): string => `intervention: family-visits
source: Council report 2024
population:
  unit: family
  eligible: 240 families/year
  starts: ${starts}
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      quantity: 12 visits/family
      unit_cost: £38/visit
      who_pays: local-authority
`;

/** More start than could be served. */
export const startsAboveEligible: DocumentRule = {
  code: "need/starts-above-eligible",
  severity: "warning",
  scope: "document",
  page: {
    title: "More start than are eligible",
    what: "More participants start than there are eligible.",
    why: "Either others are served than those it is for, or one of the two numbers is of another year, place or unit. Need met would be over 100%.",
    fix: "Compare both numbers with their sources: the same place, the same time, the same unit.",
    example: { file: "a.intervention.yaml", invalid: spec("300 families/year"), valid: spec("60 families/year") },
  },
  check(context, report) {
    if (context.spec.kind !== "intervention") return;
    const { starts, eligible } = context.spec.reading?.population ?? {};
    if (starts?.value === undefined || eligible === undefined) return;
    if (isBelow(starts.value, eligible.value)) return;
    const reach = context.assessment()?.figures.get(figureKey("reach"));
    if (reach?.value === undefined || reach.value <= 1 + 1e-9) return;
    report({
      at: starts.$,
      label: `${formatPercent(reach.value)} of those eligible`,
      message: `${starts.text} start, which is ${formatPercent(reach.value)} of those eligible (${eligible.text}).`,
      help: "Compare both numbers with their sources: the same place, the same time, the same unit.",
      related: [{ at: eligible.$, label: "how many are eligible" }],
    });
  },
};

/** Two numbers of the same unit tell without the figures, which are worked out for those who ask. */
const isBelow = (starts: Quantity, eligible: unknown): boolean => {
  const all = eligible as Partial<Quantity> | undefined;
  return (
    starts.kind === "quantity" &&
    all?.kind === "quantity" &&
    all.value !== undefined &&
    all.unit !== undefined &&
    starts.value <= all.value &&
    equalUnits(starts.unit, all.unit)
  );
};
