/** A made-up place with what it funds: every figure is invented, so that each rule of meaning can be worked out by hand. */
export const council: Readonly<Record<string, string>> = {
  "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2024-25\n  perspective: public-sector\n",
  "care.outcome.yaml": `outcome: child-enters-care
title: A child enters care
counts: children
kind: event
better: lower
values:
  - value: £40,000/child
    price_year: 2024-25
    kind: fiscal
    gains: local-authority
---
outcome: behaviour-problems
title: Behaviour problems that persist
counts: children
kind: event
better: lower
values:
  - value: £3,000/child
    price_year: 2024-25
    kind: fiscal
    gains: nhs
`,
  "family-therapy.intervention.yaml": `intervention: family-therapy
title: Family therapy on the edge of care
strand: edge-of-care
need_level: targeted-indicated
population:
  unit: child
  eligible: 200 children/year
  starts: 50 children/year
  needs: [risk-of-care]
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Therapists
      amount: £240,000/year
      who_pays: local-authority
      spend_line: s251/3.4.4
    - item: Supervision
      amount: £30,000/year
      who_pays: nhs
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 40%
    effect: RR 0.70 (95% CI 0.55 to 0.90)
    evidence: [trial-a]
`,
  "reunification.intervention.yaml": `intervention: reunification
title: Intensive support on the way home
strand: looked-after
need_level: specialist
population:
  unit: child
  starts: 20 children/year
  needs: [risk-of-care]
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: £1,000/child
    who_pays: local-authority
  lines:
    - item: Team
      amount: £300,000/year
      who_pays: local-authority
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 50%
    effect: RR 0.80 (95% CI 0.65 to 0.98)
    evidence: [trial-b]
`,
  "parent-groups.intervention.yaml": `intervention: parent-groups
title: Parenting groups in the community
strand: universal
need_level: targeted-selective
population:
  unit: family
  has: 2 children/family
  starts: 120 families/year
  needs: [behaviour]
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Group leaders
      amount: £600/family
      who_pays: local-authority
outcomes:
  - outcome: behaviour-problems
    affects: starters
    without: 30%
    effect: RR 0.75 (95% CI 0.60 to 0.93)
    evidence: [trial-a, trial-b]
`,
  "home-visits.intervention.yaml": `intervention: home-visits
title: Home visits for every new parent
strand: universal
need_level: universal
population:
  unit: child
  ages: 0 to 4 years
  eligible: all of area
  starts: 900 children/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  lines:
    - item: Visitors
      amount: £360,000/year
      who_pays: local-authority
`,
  "mentoring.intervention.yaml": `intervention: mentoring
title: Mentoring
strand: contact-and-referral
need_level: targeted-indicated
population:
  unit: child
  starts: 60 children/year
  needs: [risk-of-care]
costs:
  price_year: 2024-25
  period: 3 years
  perspective: society
  comparator:
    cost: none
  lines:
    - item: Mentors
      amount: £1,500/child
      who_pays: charity
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 20%
    effect: RR 0.85 (95% CI 0.75 to 0.96)
`,
  "short-breaks.intervention.yaml": `intervention: short-breaks
title: Short breaks
strand: edge-of-care
need_level: targeted-indicated
population:
  unit: child
  starts: 40 children/year
  needs: [risk-of-care]
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Carers
      amount: £80,000/year
      who_pays: local-authority
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 30%
    effect: RR 0.80 (95% CI 0.66 to 0.97)
    evidence: [trial-b]
`,
  "coaching.intervention.yaml": `intervention: coaching
title: Coaching for parents
need_level: targeted-indicated
population:
  unit: child
  starts: 30 children/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Coaches
      amount: £150,000/year
      who_pays: local-authority
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 30%
    effect: RR 0.60 (95% CI 0.45 to 0.80)
    evidence: [trial-a]
`,
  "trials.study.yaml": `study: trial-a
title: Trial A
design: rct
sample: 400 children
---
study: trial-b
title: Trial B
design: rct
sample: 300 children
`,
  "place.area.yaml": `area: made-up-place
title: Made-up place
basis: assumed
source: Invented for a test
population:
  - who: children
    ages: 0 to 4 years
    number: 10,000
    year: 2024
  - who: children
    ages: 0 to 17 years
    number: 40,000
    year: 2024
needs:
  - need: risk-of-care
    title: At risk of coming into care
    number: 300 children
    year: 2024
  - need: behaviour
    title: Behaviour problems
    share: 5%
    ages: 0 to 17 years
    year: 2024
clusters:
  - cluster: north
    title: North
    population:
      - who: children
        ages: 0 to 17 years
        number: 30,000
    needs:
      - need: risk-of-care
        number: 240 children
      - need: behaviour
        share: 6%
  - cluster: south
    title: South
    population:
      - who: children
        ages: 0 to 17 years
        number: 10,000
    needs:
      - need: risk-of-care
        number: 60 children
devolved:
  budget: £900,000/year
  by:
    population: 40%
    need: 60%
  ages: 0 to 17 years
  need: risk-of-care
spend:
  - line: s251/3.1.1
    year: 2024-25
    gross: £9,000,000
    income: £1,000,000
  - line: s251/3.4.4
    year: 2024-25
    gross: £3,000,000
    income: £500,000
  - line: s251/3.5.1
    year: 2024-25
    gross: £1,500,000
    income: £0
spend_per_child:
  ages: 0 to 17 years
comparators:
  - place: Neighbour A
    spend_per_child:
      amount: £350/child
      year: 2024-25
      ages: 0 to 17 years
    factors:
      deprivation: 0.25
      unemployment: 6.0%
      year: 2023
    source: Invented for a test
  - Neighbour B
factors:
  deprivation: 0.21
  population_0_25: 52,000 people
  disposable_income: £17,300/person
  unemployment: 5.1%
  crime: 82 per 1,000 people
  year: 2023
`,
  "early-help.portfolio.yaml": `portfolio: early-help
title: Early help and edge of care
area: made-up-place
from: 2026-27
period: 3 years
budget: £1,250,000/year
shared:
  - item: Service manager
    id: manager
    amount: £70,000/year
    price_year: 2024-25
    who_pays: local-authority
    spend_line: s251/3.4.4
interventions:
  - intervention: family-therapy
    starts: 50 children/year
    clusters:
      north: 80%
      south: 20%
    shares:
      manager: 60%
  - intervention: reunification
    clusters:
      north: 15 children/year
      south: 5 children/year
    spend_line: s251/3.1.1
    shares:
      manager: 30%
  - intervention: parent-groups
    clusters:
      north: 60 families/year
      south: 60 families/year
  - intervention: home-visits
  - intervention: mentoring
candidates:
  - intervention: short-breaks
  - intervention: coaching
rank_by: return
`,
};
