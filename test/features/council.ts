/** A small project in which everything that can be named is named and used. */
export const council: Readonly<Record<string, string>> = {
  "mst.intervention.yaml": `intervention: mst # the programme
title: Therapy %% at home
population:
  needs: [family-conflict]
costs:
  lines:
    - item: Therapists
      quantity: 4 FTE
      unit_cost: local/therapist
    - item: Visits
      unit_cost: 'local/visit'  # by the hour
outcomes:
  - outcome: "child-enters-care"
    effect: RR 0.72
    evidence: [fonagy-2018, butler-2011]
  - outcome: child-behaviour
    measure: ecbi
    evidence: [fonagy-2018]
benefits:
  - benefit: Care not needed
    amount: £1,000/family
  - benefit: All of society
    amount: £3,000/family
    includes: [Care not needed]
evaluation:
  primary_outcome: child-enters-care
scenarios:
  - scenario: Smaller effect
    set:
      outcomes.child-enters-care.effect: RR 0.9
      costs.lines.Visits.quantity: 3 hours
shares: {manager: 60%}
`,
  "care.outcome.yaml": `outcome: child-enters-care
title: Child enters care
---
outcome: child-behaviour
measures:
  - measure: ecbi
    reported_by: parent
`,
  "trials.study.yaml": `study: fonagy-2018
title: START trial
registration: ISRCTN77132214
results:
  - {outcome: child-behaviour, notes: '%%', measure: ecbi}
  - outcome: child-enters-care
    measure: Court records
---
study: butler-2011
`,
  "local.unit-costs.yaml": `unit_costs: local
entries:
  - entry: therapist
    value: £52,300/FTE/year
  - entry: visit
    value: £38/hour
`,
  "place.area.yaml": `area: town
needs:
  - need: family-conflict
`,
  "all.portfolio.yaml": `portfolio: early-help
area: town
shared:
  - item: Manager
    id: manager
    amount: £70,000/year
interventions:
  - intervention: mst
    shares: {manager: 60%}
`,
};

/** The project with the cursor put before a text of one of its files (the first, or the nth from 1). */
export function at(path: string, text: string, nth = 1): Readonly<Record<string, string>> {
  const file = council[path] ?? "";
  let from = -1;
  for (let found = 0; found < nth; found++) from = file.indexOf(text, from + 1);
  if (from < 0) throw new Error(`${path} does not hold ${text}`);
  return { ...council, [path]: `${file.slice(0, from)}$0${file.slice(from)}` };
}
