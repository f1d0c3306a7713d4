/** An intervention with one benefit, for the examples of these rules. */
export const withBenefit = (more: string): string => `intervention: family-visits
source: Council report 2024
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 3 years
  lines:
    - item: Visits
      amount: £500/family
      who_pays: local-authority
benefits:
  - benefit: Fewer children placed in care
    amount: £800/family
${more}`;
