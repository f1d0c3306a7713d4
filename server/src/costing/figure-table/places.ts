import { describe } from "./describe.ts";

/** Portfolios and areas. */
export const PLACE_FIGURES = describe({
  portfolio_cost: {
    title: "Cost of the portfolio",
    unit: "money",
    formula: "Every intervention's own lines over the portfolio's years + each shared cost once, whole.",
  },
  portfolio_pv_cost: {
    title: "Present value of the portfolio's cost",
    unit: "money",
    formula:
      "Present value of each intervention's own cost, less its comparator's, in year 0 of the portfolio + each shared cost once, whole, discounted over the portfolio's years.",
    source: "Green Book, annex 6",
  },
  portfolio_pv_benefit: {
    title: "Present value of the portfolio's benefit",
    unit: "money",
    formula:
      "Sum of the present values of the interventions' benefits, in year 0 of the portfolio. What has no benefit in money adds none, and is named.",
    source: "Green Book, annex 6",
  },
  portfolio_npv: {
    title: "Net present value of the portfolio",
    unit: "money",
    formula: "Present value of the benefit - present value of the cost, shared costs once, whole.",
    source: "Green Book",
  },
  portfolio_bcr: {
    title: "Benefit-cost ratio of the portfolio",
    unit: "ratio",
    formula:
      "Present value of the benefit / present value of the cost, shared costs once, whole. None where the cost is zero or below.",
    source: "Green Book",
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
