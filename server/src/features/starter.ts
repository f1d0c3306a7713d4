/**
 * What `init` and the walkthrough write: a small project that checks clean, made from published figures with their sources, to be written over.
 * Keys are the path in the new folder.
 */
export const starterFiles: Readonly<Record<string, string>> = {
  "wellspent.yaml": `# Settings of this project. Everything below this folder is checked and worked out by them.
root: true
country: Wales                     # where the interventions are delivered; evidence from elsewhere is pointed out
appraisal:
  price_year: 2024-25              # every figure is shown in the prices of this year
  discounting: green-book-standard
  perspective: public-sector       # local-authority | public-sector | society
gates:
  - gate: No quantified outcome and benefit
    status: [running, scaling]
    needs: [outcome-and-benefit]
    severity: warning              # error stops a merge
    message: A service in normal use must show by how much it changes an outcome, and what that is worth.
# ignore: [archive/**]             # folders and files to leave out
# rules:
#   evidence/old: off              # wellspent explain lists every finding
`,
  "interventions/incredible-years.intervention.yaml": `# One intervention: what it is, whom it serves, what it costs, what it changes, and how anybody knows.
# The figures are published ones, each with its source. Write your own over them; where you do not know one, write unknown.
intervention: incredible-years
title: Incredible Years Preschool, one group of eight
status: proposed                   # proposed | piloting | running | scaling | stopping | stopped
strand: contact-and-referral       # universal | contact-and-referral | edge-of-care | looked-after | common
need_level: targeted-indicated     # universal | targeted-selective | targeted-indicated | specialist
population:
  who: Parents of children aged 3 to 4 at risk of developing conduct disorder
  unit: child                      # one participant; a price per child is multiplied by the children who start
  starts: 8 children/group         # or 60 children/year, or 46 children in all
delivery:
  group: 1 group
costs:
  price_year: 2013-14
  period: 1 year
  perspective: public-sector       # local-authority | public-sector | society
  comparator:
    title: No programme
    cost: none                     # an amount | none | unknown | already deducted | in benefits
  lines:
    - item: Groups, whole programme without set-up
      resource: contract
      who_pays: local-authority
      # wellspent-disable-next-line costing/not-itemised -- the database prints one price, not what it is made of
      unit_cost: published/incredible-years   # an entry of unit-costs/published.unit-costs.yaml
    # A line of your own says how much of what, at which price; units that do not cancel are pointed out:
    # - item: Group leaders
    #   resource: staff
    #   quantity: 2 leaders/group x 2.5 hours/leader/session x 12 sessions
    #   unit_cost: £30/hour
outcomes:
  - outcome: child-behaviour
    affects: starters              # a trial that analysed everyone randomised speaks of starters
    effect: unknown                # RR 0.72 (95% CI 0.55 to 0.94) | -3 points | d 0.35 better (95% CI 0.17 to 0.53)
    evidence: [edwards-2007]
benefits:
  # wellspent-disable-next-line benefit/no-confidence -- nobody has graded the data of this evaluation yet
  - benefit: Public services to age 30
    value: published/parenting-saving
    kind: fiscal                   # fiscal | economic | social
    gains: [criminal-justice, nhs, schools, local-authority]
    over: 25 years
    # wellspent-disable-next-line benefit/valued-unknown -- the source does not say whether it is discounted
    valued: unknown
    outcome: child-behaviour
`,
  "outcomes/child-behaviour.outcome.yaml": `# An outcome: what it is, how it is measured, which direction is better.
outcome: child-behaviour
title: Child behaviour problems at home
kind: score                        # event | state | score | qaly
better: lower
for: child
measures:
  - measure: ecbi-intensity
    title: Eyberg Child Behaviour Inventory, Intensity
    cut_off: 127
    reported_by: parent
    validated: true
`,
  "evidence/edwards-2007.study.yaml": `# A study: its design, its sample, what it found, as printed.
study: edwards-2007
title: "Parenting programme for parents of children at risk of developing conduct disorder: cost effectiveness analysis"
source:
  authors: Edwards RT, O Ceilleachair A, Bywater T, Hughes DA, Hutchings J
  # wellspent-disable-next-line evidence/old -- the trial of this programme whose costs are in print
  year: 2007
  url: https://pmc.ncbi.nlm.nih.gov/articles/PMC1839236
  where: BMJ 334:682, abstract
interventions: [incredible-years]
country: Wales
need_level: targeted-indicated
design: rct
# wellspent-disable-next-line evidence/unblinded-self-report -- the abstract prints no measure but the parents' own
control: waiting-list
sample: 116 children
# What standards of evidence ask for and the abstract does not say; ratings that rest on it stay open.
retained: unknown
analysis: unknown                    # intention-to-treat | per-protocol | complete-case
independent_evaluator: unknown
registration: unknown
last_follow_up: unknown              # six months, from where is not said
results:
  - outcome: child-behaviour
    measure: ecbi-intensity
    role: primary
    effect: unknown                # the abstract prints a cost per point, not the points
    direction: better
    cost_effectiveness: £73/point (95% CI £42 to £140)
`,
  "unit-costs/published.unit-costs.yaml": `# A library of prices, each with its unit, its price year and its source. A spec refers to one as published/name.
unit_costs: published
title: Published unit costs
licence: CC BY 4.0, (c) GMCA
source:
  title: GMCA (New Economy) Unit Cost Database v1.4
  authors: Greater Manchester Combined Authority (New Economy) Research Team
  year: 2015
  url: https://golab.bsg.ox.ac.uk/knowledge-bank/resources/unit-cost-database/
  seen: quoted
  licence: CC BY 4.0
entries:
  - entry: incredible-years
    title: Incredible Years, eight in a group, without set-up
    value: £1,869/child
    price_year: 2013-14
    payer: local-authority
    where: SS15.2
  - entry: parenting-saving
    title: Saving from parenting programmes to age 30
    value: £3,368/child
    price_year: 2008-09
    over: 25 years
    kind: fiscal
    where: SS15.3
`,
  ".gitignore": ".wellspent-cache/\n",
};
