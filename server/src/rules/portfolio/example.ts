/** A small portfolio for the examples of these rules, and the interventions that it funds. */
export const withShared = (shares: { readonly first: string; readonly second: string }): string =>
  `portfolio: early-help
from: 2026-27
period: 3 years
budget: £900,000/year
shared:
  - item: Service manager
    id: manager
    amount: £70,000/year
    price_year: 2024-25
interventions:
  - intervention: family-visits
    shares:
      manager: ${shares.first}
  - intervention: parent-groups
    shares:
      manager: ${shares.second}
`;

const one = (id: string, lines: string): string =>
  `intervention: ${id}
source: Council report 2024
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
${lines}`;

/** What the portfolio's interventions cost: one for each family, the other by the year. */
export const interventions: Readonly<Record<string, string>> = {
  "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2024-25\n",
  "family-visits.intervention.yaml": one(
    "family-visits",
    "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n",
  ),
  "parent-groups.intervention.yaml": one(
    "parent-groups",
    "    - item: Two group leaders\n      amount: £90,000/year\n      who_pays: local-authority\n",
  ),
};
