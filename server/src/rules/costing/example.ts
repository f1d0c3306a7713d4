/** A small intervention for the examples of these rules: everything the costs need, and the lines given. */
export const withCosts = (costs: string, more = ""): string =>
  `intervention: family-visits
source: Council report 2024
population:
  unit: family
  starts: 60 families/year
costs:
${costs}${more}`;

/** Costs with everything but their lines. */
export const withLines = (lines: string): string =>
  withCosts(`  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
${lines}`);
