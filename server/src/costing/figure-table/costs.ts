import { describe } from "./describe.ts";

/** Participants and costs. */
export const COST_FIGURES = describe({
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
    formula:
      "Present value of the cost / (D(1) + ... + D(n)), n the years of delivery; a part year f after k whole ones adds D(k) x (1 - (1+r)^-f)/r.",
    source: "Green Book, annex 6",
  },
});
