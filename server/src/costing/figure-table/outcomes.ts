import { describe } from "./describe.ts";

/** Outcomes and what one costs. */
export const OUTCOME_FIGURES = describe({
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
  break_even_share_uncorrected: {
    title: "Share of the effect that is enough, uncorrected",
    unit: "share",
    formula: "As the share of the effect that is enough, without the corrections for optimism.",
    source: "Green Book, switching values",
    of: "outcome",
  },
  break_even_effect_uncorrected: {
    title: "Break-even effect, uncorrected",
    unit: "share, rate or points",
    formula: "As the break-even effect, without the corrections for optimism.",
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
});
