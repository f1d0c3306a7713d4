/**
 * Every figure that Wellspent works out: the closed list of stable ids that the JSON contract, hovers and the help share. `unit` is in
 * words; `of` says what a figure that comes in several is told apart by. Sources: HM Treasury Green Book; HM Treasury and New Economy,
 * cost benefit analysis guidance for local partnerships (2014), "GMCA"; Levin and McEwan, Cost-Effectiveness Analysis (2001).
 */
export interface FigureDescription {
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  readonly source?: string;
  /** What tells figures of this id apart: a payer, an outcome. */
  readonly of?: string;
}

const describe = <K extends string>(table: Readonly<Record<K, FigureDescription>>) => table;

export const FIGURES = describe({
  starts_total: {
    title: "Participants who start",
    unit: "participants",
    formula: "Yearly starts x years of delivery, or the total as written.",
  },
  completes_total: {
    title: "Participants who complete",
    unit: "participants",
    formula: "Share of starters who complete x starters, or the number as written.",
  },
  reach: { title: "Need met", unit: "share", formula: "Participants who start / those eligible." },
  cost_total: {
    title: "Cost of the whole period",
    unit: "money",
    formula:
      "Sum of the lines inside the perspective, in cash over the years of delivery, in the view of cost that leads.",
    source: "Levin and McEwan, ingredients method",
  },
  cost_total_economic: {
    title: "Economic cost",
    unit: "money",
    formula: "Sum of the lines inside the perspective, paid anyway or not.",
    source: "Green Book",
  },
  cost_total_budget: {
    title: "Budget cost",
    unit: "money",
    formula: "Sum of the lines inside the perspective that have to be paid in addition.",
    source: "GMCA ch. 6",
  },
  cost_total_corrected: {
    title: "Cost corrected for optimism",
    unit: "money",
    formula: "Each line x (1 + correction of its grade of confidence).",
    source: "GMCA ch. 6",
  },
  cost_outside: {
    title: "Cost outside the perspective",
    unit: "money",
    formula:
      "Sum of the lines, and of the payers' shares of lines, that the perspective does not count. Never added to the rest.",
  },
  start_up_cost: {
    title: "Start-up cost",
    unit: "money",
    formula: "Sum of the start-up lines.",
    source: "EEF cost evaluation guidance",
  },
  recurring_cost: {
    title: "Recurring cost",
    unit: "money",
    formula: "Sum of the recurring lines.",
    source: "EEF cost evaluation guidance",
  },
  prerequisite_cost: {
    title: "Prerequisite cost",
    unit: "money",
    formula: "Sum of the prerequisite lines.",
    source: "EEF cost evaluation guidance",
  },
  cost_in_kind: {
    title: "Cost in kind",
    unit: "money",
    formula:
      "Sum of the lines inside the perspective that are given free (volunteers' time, donated rooms), priced at what they would cost to buy. Part of the economic cost, never of the budget cost.",
    source: "Levin and McEwan, ingredients method",
  },
  cost_by_behaviour: {
    title: "Cost by behaviour",
    unit: "money",
    formula:
      "Variable: lines per participant. Stepped: lines with a capacity, bought again beyond it. Fixed: the rest, whatever the number of starters. The parts add up to the cost of the period.",
    of: "behaviour",
  },
  cost_at_volume: {
    title: "Cost at other numbers of starters",
    unit: "money",
    formula:
      "Fixed lines as planned + variable lines x the share of planned starters + each stepped line x the whole steps needed / the steps planned.",
    of: "share of the planned starters",
  },
  cost_per_starter_at_volume: {
    title: "Cost per starter at other numbers of starters",
    unit: "money per participant",
    formula: "Cost at that number of starters / that number.",
    of: "share of the planned starters",
  },
  cost_by_payer: {
    title: "Cost by payer",
    unit: "money",
    formula: "Sum of each line's share inside the perspective. The parts add up to the cost of the period.",
    of: "payer",
  },
  cost_by_resource: {
    title: "Cost by resource",
    unit: "money",
    formula: "Sum of the lines of one sort of resource inside the perspective.",
    of: "resource",
  },
  cost_by_year: {
    title: "Cost by year",
    unit: "money",
    formula: "Cash in each year of delivery; year 0 is the first twelve months.",
    of: "year",
  },
  cost_by_site: {
    title: "Cost by site",
    unit: "money",
    formula: "Sum of the lines of one site; lines given for all sites together stand apart, not by site.",
    of: "site",
  },
  cost_per_year: { title: "Cost a year", unit: "money a year", formula: "Cost of the period / its years." },
  cost_per_starter: {
    title: "Cost per starter",
    unit: "money per participant",
    formula: "Cost of the period / participants who start.",
    source: "Levin and McEwan 2001",
  },
  cost_per_completer: {
    title: "Cost per completer",
    unit: "money per participant",
    formula: "Cost of the period / participants who complete.",
  },
  cost_per_offered: {
    title: "Cost per place offered",
    unit: "money per participant",
    formula: "Cost of the period / participants offered a place.",
  },
  cost_per_eligible: {
    title: "Cost per eligible person",
    unit: "money per participant",
    formula: "Cost of the period / those eligible: the cost of a universal service per child in the area.",
  },
  cost_per_year_per_eligible: {
    title: "Cost a year per eligible person",
    unit: "money per participant a year",
    formula:
      "Cost a year / those eligible, where they are everyone of the ages in the area: the yearly cost of a universal service per child who lives there.",
  },
  cost_per_unit: {
    title: "Cost per unit of delivery",
    unit: "money per course, school...",
    formula: "Cost of the period / units delivered. Sites are pooled: total / total.",
    of: "unit of delivery",
  },
  cost_per_unit_mean_of_sites: {
    title: "Mean of the sites' cost per unit of delivery",
    unit: "money per course, school...",
    formula: "Unweighted mean of the sites; stands beside the pooled figure.",
    of: "unit of delivery",
  },
  cost_per_unit_sd_of_sites: {
    title: "Spread of the sites' cost per unit of delivery",
    unit: "money per course, school...",
    formula: "Sample standard deviation of the sites, n - 1.",
    of: "unit of delivery",
  },
  annualised_cost_per_starter: {
    title: "Cost per starter, capital charged over its life",
    unit: "money per participant",
    formula:
      "Things that last: K = (V - R/(1+r)^L) / ((1 - (1+r)^-L)/r) in each year of delivery (or spread without interest, or expensed, by the setting `capital`); the rest in cash; / participants who start.",
    source: "Levin and McEwan 2001; Green Book, annex 6",
  },
  annualised_cost_per_year: {
    title: "Cost a year, capital charged over its life",
    unit: "money a year",
    formula: "As the annualised cost per starter, / years of delivery.",
  },
  averaged_cost_per_starter: {
    title: "Cost per starter a year, averaged over three years",
    unit: "money per participant",
    formula:
      "(start-up and prerequisite + 3 x recurring of a year) / 3 / starters of a year: what EEF cost ratings are read from.",
    source: "EEF cost evaluation guidance",
  },
  comparator_cost: {
    title: "Cost of the comparator",
    unit: "money",
    formula: "What the same participants would cost otherwise, as far as the perspective would have paid it.",
  },
  incremental_cost: {
    title: "Incremental cost",
    unit: "money",
    formula: "Cost of the period - cost of the comparator for the same starters, undiscounted.",
    source: "Green Book",
  },
  incremental_cost_per_starter: {
    title: "Incremental cost per starter",
    unit: "money per participant",
    formula: "Incremental cost / participants who start.",
  },
  pv_cost: {
    title: "Present value of the cost",
    unit: "money",
    formula:
      "Each line's cash by year x the discount factor of its year, corrected for optimism, less the comparator's.",
    source: "Green Book, annex 6",
  },
  pv_cost_uncorrected: {
    title: "Present value of the cost, uncorrected",
    unit: "money",
    formula: "As the present value of the cost, without the correction for optimism.",
  },
  equivalent_annual_cost: {
    title: "Equivalent annual cost",
    unit: "money a year",
    formula: "Present value of the cost / (D(1) + ... + D(n)), n the years of delivery.",
    source: "Green Book, annex 6",
  },
  outcome_difference: {
    title: "Difference the effect makes",
    unit: "share, rate or points",
    formula: "With - without, from the metric claimed: RR x p; OR p/(1 - p + OR p); 1 - (1 - p)^HR; each less p.",
    source: "Cochrane Handbook, chapter 15",
    of: "outcome",
  },
  outcomes_expected: {
    title: "Change in outcomes over the period",
    unit: "outcomes",
    formula: "Those affected x difference x attribution, in the measure's own direction.",
    of: "outcome",
  },
  cost_per_outcome: {
    title: "Cost per outcome",
    unit: "money per outcome",
    formula:
      "Undiscounted incremental cost / undiscounted outcomes gained. None where no effect is shown or the outcome is no better.",
    source: "Levin and McEwan 2001",
    of: "outcome",
  },
  outcome_reached: {
    title: "Those in whom the effect is looked for",
    unit: "participants, or what each of them has",
    formula: "Those affected x share in need x share who engage x share who stay.",
    source: "GMCA ch. 5",
    of: "outcome",
  },
  discounted_qalys: {
    title: "QALYs gained, discounted",
    unit: "QALYs",
    formula: "QALYs gained by year x the discount factor for health of the year.",
    source: "Green Book, annex 6, health",
    of: "outcome",
  },
  break_even_share: {
    title: "Share of the effect that is enough",
    unit: "share",
    formula:
      "1 - net present value / present value of what the effect brings: at this share of it the net present value is zero.",
    source: "Green Book, switching values",
    of: "outcome",
  },
  break_even_effect: {
    title: "Break-even effect",
    unit: "share, rate or points",
    formula: "Difference the effect makes x the share of it that is enough.",
    source: "Green Book, switching values",
    of: "outcome",
  },
  net_monetary_benefit_discounted: {
    title: "Net monetary benefit, discounted",
    unit: "money",
    formula: "QALYs gained, discounted at the rates for health, x threshold - present value of the cost.",
    source: "Green Book, annex 6, health",
    of: "outcome",
  },
  net_monetary_benefit: {
    title: "Net monetary benefit",
    unit: "money",
    formula: "Outcomes gained x threshold - incremental cost.",
    of: "outcome",
  },
  gross_benefit: {
    title: "Benefit",
    unit: "money",
    formula:
      "Sum of the benefits inside the perspective, each once, undiscounted (sums already discounted by their source as printed), uncorrected. A transfer is no gain to society.",
    source: "GMCA ch. 7",
  },
  gross_benefit_per_starter: {
    title: "Benefit per starter",
    unit: "money per participant",
    formula: "Benefit / participants who start.",
  },
  benefit_by_kind: {
    title: "Benefit by kind",
    unit: "money",
    formula: "Sum of the benefits that were added, of one kind.",
    source: "GMCA ch. 7",
    of: "kind",
  },
  benefit_by_gainer: {
    title: "Benefit by who gains",
    unit: "money",
    formula: "Sum of each added benefit's share; a split that is not known is a group of its own.",
    of: "party",
  },
  fiscal_benefit: {
    title: "Fiscal benefit",
    unit: "money",
    formula: "Sum of the fiscal benefits, each once, undiscounted, whoever in the public sector gains.",
    source: "GMCA ch. 7",
  },
  net_by_party: {
    title: "Net by party",
    unit: "money",
    formula:
      "Benefit to a party - what it pays + what the comparator would have cost it, undiscounted. The parts add up to the net benefit.",
    source: "GMCA, flows between agencies",
    of: "party",
  },
  pv_cashable_benefit: {
    title: "Present value of the cashable fiscal benefit",
    unit: "money",
    formula: "Present value of each fiscal benefit, corrected for optimism, x its cashable share.",
    source: "GMCA ch. 7",
  },
  net_present_budget_impact: {
    title: "Net present budget impact",
    unit: "money",
    formula:
      "Present value of the cashable fiscal benefit - present value of the budget cost to the public sector, less the comparator's. Above zero, money comes free.",
    source: "GMCA",
  },
  cashable_benefit: {
    title: "Cashable fiscal benefit",
    unit: "money",
    formula: "Fiscal benefits x the share of each that can be withdrawn as cash.",
    source: "GMCA ch. 7",
  },
  pv_benefit: {
    title: "Present value of the benefit",
    unit: "money",
    formula: "Each added benefit by year x discount factor x (1 - correction for optimism).",
    source: "Green Book, annex 6; GMCA ch. 7",
  },
  pv_benefit_uncorrected: {
    title: "Present value of the benefit, uncorrected",
    unit: "money",
    formula: "As the present value of the benefit, without the correction for optimism.",
  },
  net_benefit: {
    title: "Net benefit",
    unit: "money",
    formula: "Benefit - incremental cost, both undiscounted and uncorrected.",
  },
  net_benefit_per_starter: {
    title: "Net benefit per starter",
    unit: "money per participant",
    formula: "Net benefit / participants who start.",
  },
  npv: {
    title: "Net present value",
    unit: "money",
    formula: "Present value of the benefit - present value of the cost.",
    source: "Green Book",
  },
  npv_uncorrected: {
    title: "Net present value, uncorrected",
    unit: "money",
    formula: "As the net present value, without the corrections for optimism.",
  },
  bcr: {
    title: "Benefit-cost ratio",
    unit: "ratio",
    formula:
      "Present value of the benefit / present value of the cost, inside the perspective. None where the cost is zero or below.",
    source: "Green Book",
  },
  bcr_uncorrected: {
    title: "Benefit-cost ratio, uncorrected",
    unit: "ratio",
    formula: "As the benefit-cost ratio, without the corrections for optimism.",
  },
  public_value_return: {
    title: "Public value return",
    unit: "ratio",
    formula:
      "Present value of all benefits, fiscal, economic and social, whoever gains, each once / present value of the whole cost.",
    source: "GMCA",
  },
  public_value_return_uncorrected: {
    title: "Public value return, uncorrected",
    unit: "ratio",
    formula: "As the public value return, without the corrections for optimism.",
    source: "GMCA",
  },
  fiscal_return_uncorrected: {
    title: "Fiscal return, uncorrected",
    unit: "ratio",
    formula: "As the fiscal return, without the corrections for optimism.",
    source: "GMCA",
  },
  fiscal_return: {
    title: "Fiscal return",
    unit: "ratio",
    formula: "Present value of the fiscal benefits / present value of the incremental cost paid by the public sector.",
    source: "GMCA",
  },
  payback_uncorrected: {
    title: "Payback, uncorrected",
    unit: "years",
    formula: "As payback, without the corrections for optimism.",
    source: "GMCA",
  },
  payback: {
    title: "Payback",
    unit: "years",
    formula:
      "End of the first year in which cumulative discounted fiscal benefits reach cumulative discounted costs. Not known where a benefit is a lump over years.",
    source: "GMCA",
  },
  portfolio_cost: {
    title: "Cost of the portfolio",
    unit: "money",
    formula: "Every intervention's own lines over the portfolio's years + each shared cost once, whole.",
  },
  portfolio_cost_by_year: {
    title: "Cost of the portfolio by year",
    unit: "money",
    formula: "Each intervention's cash by year, from the year in which it starts, + the shared costs of that year.",
    of: "year",
  },
  portfolio_cost_by_payer: {
    title: "Cost of the portfolio by payer",
    unit: "money",
    formula:
      "Each payer's part of every intervention's own lines + its part of each shared cost, once. The parts add up to the cost.",
    of: "payer",
  },
  portfolio_cost_by_strand: {
    title: "Cost of the portfolio by strand",
    unit: "money",
    formula:
      "Interventions of one strand with their shares of the shared costs; what none carries stands apart. The parts add up to the cost.",
    of: "strand",
  },
  portfolio_cost_by_need_level: {
    title: "Cost of the portfolio by level of need",
    unit: "money",
    formula:
      "Interventions of one level of need with their shares of the shared costs; what none carries stands apart. The parts add up to the cost.",
    of: "level of need",
  },
  portfolio_cost_by_cluster: {
    title: "Cost of the portfolio by cluster",
    unit: "money",
    formula:
      "Each intervention's cost with its shares x the share of its participants who start in the cluster; what no cluster is named for, and shared costs that none carries, stand apart. The parts add up to the cost.",
    of: "cluster",
  },
  portfolio_cost_by_stage: {
    title: "Cost of the portfolio, early help and late intervention",
    unit: "money",
    formula:
      "Interventions by their strand or their level of need, as the named table of early help and late intervention places them, with their shares of the shared costs. The parts of each add up to the cost.",
    of: "strand or level of need, and stage",
  },
  portfolio_cost_by_spend_line: {
    title: "Cost of the portfolio by line of the section 251 return",
    unit: "money",
    formula:
      "Cost lines by the line they name, else by that of their intervention in the portfolio; shared costs by theirs. What names no line stands apart. The parts add up to the cost.",
    of: "line",
  },
  portfolio_served: {
    title: "Starting in a year, of those with a need",
    unit: "participants",
    formula:
      "Those who start in an average year in the interventions that answer the need; a family in several is counted in each.",
    of: "need, and cluster",
  },
  portfolio_reach: {
    title: "Need reached",
    unit: "share",
    formula: "Starting in an average year / those with the need.",
    of: "need, and cluster",
  },
  portfolio_unmet_need: {
    title: "Need not reached",
    unit: "participants",
    formula: "Those with the need - starting in an average year. None where more start than have the need.",
    of: "need, and cluster",
  },
  area_population: { title: "Population", unit: "people", formula: "As written.", of: "who, and ages" },
  area_with_need: {
    title: "With the need",
    unit: "people",
    formula: "As counted, or share x population of its ages.",
    of: "need, and cluster",
  },
  area_devolved_budget: {
    title: "Budget devolved to clusters",
    unit: "money, or money a year",
    formula: "As written.",
  },
  area_cluster_budget: {
    title: "Budget of the cluster",
    unit: "money, or money a year",
    formula:
      "Devolved budget x sum of (weight x the cluster's part of the population, of those with the need, or its given share); without a formula, as written. The parts add up to the whole.",
    of: "cluster",
  },
  area_spend: {
    title: "Net spend",
    unit: "money",
    formula: "Gross - income, else as printed; in the prices of its year.",
    source: "Section 251 return",
    of: "line",
  },
  area_spend_by_stage: {
    title: "Spend on early help and on late intervention",
    unit: "money",
    formula:
      "Sum of the net spend on the lines of the groups that the named table places there; lines that sum others are left out.",
    of: "stage",
  },
  area_spend_per_child: {
    title: "Spend per child",
    unit: "money per child",
    formula: "Net spend / children of the ages named, or as printed.",
    of: "place",
  },
  portfolio_shared: {
    title: "Shared costs",
    unit: "money",
    formula: "Each shared cost once, whole, over the portfolio's years.",
  },
  portfolio_unallocated: {
    title: "Shared costs that no intervention carries",
    unit: "money",
    formula: "Shared cost x (1 - sum of the shares).",
  },
  portfolio_budget: {
    title: "Budget",
    unit: "money, or money a year",
    formula: "As written, in prices of the appraisal year.",
  },
  portfolio_budget_left: {
    title: "Budget left",
    unit: "money",
    formula: "Budget - cost, in the same real price year.",
    of: "year",
  },
});

export type FigureId = keyof typeof FIGURES;
