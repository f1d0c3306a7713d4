import { describe } from "./describe.ts";

/** Benefits, returns and payback. */
export const BENEFIT_FIGURES = describe({
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
  net_present_budget_impact_uncorrected: {
    title: "Net present budget impact, uncorrected",
    unit: "money",
    formula: "As the net present budget impact, without the corrections for optimism.",
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
});
