/** What a publication prints, to be checked against the sums. */
import { either, key, list, map, value } from "../shape.ts";

/**
 * The headline figures that a publication may print. Any may carry a unit: `cost/starter`, `net_benefit/case`, `cost/year`.
 * The list is closed, so that a figure that is not checked is never taken for one that is.
 */
const headlines = {
  cost: "Cost in all, or per unit: `cost/year`, `cost/starter`, `cost/course`.",
  incremental_cost: "Cost over and above that of the comparator.",
  gross_benefit: "Benefits of every kind together.",
  net_benefit: "Benefits less costs.",
  fiscal_benefit: "Benefits to the public purse.",
  net_fiscal_benefit: "Benefits to the public purse less costs.",
  economic_benefit: "Earnings and output.",
  social_benefit: "Wider value to people.",
  present_value_of_cost: "Discounted costs, less those of the comparator.",
  present_value_of_benefit: "Discounted benefits.",
  net_present_value: "Discounted benefits less discounted costs.",
  benefit_cost_ratio: "Benefits for each pound of cost.",
  fiscal_return: "Benefits to the public purse for each pound that it pays.",
  payback: "Time until the benefits have paid for the costs.",
  chance_benefits_exceed_costs: "Chance that benefits exceed costs. Kept as stated, not checked.",
  outcomes: "Number of outcomes achieved.",
  cost_per_outcome: "Incremental cost of one outcome: under its claim, or at the top where there is one claim.",
  earnings: "Earnings gained. Kept as stated, not checked.",
  clusters_needed: "Clusters that the design needs.",
  participants_needed: "Participants that the design needs.",
  smallest_effect: "Smallest effect that the design can find.",
  power: "Chance of finding the effect if it is there.",
} as const;

const printed = value("stated", {
  unknown: "The publication does not print it, or it could not be read.",
  none: "The publication says that there is none, such as no ratio where nothing is spent.",
});
const printedBySite = map(printed, "a site, `all`, or `mean_of_sites`");
/** What a publication prints, by headline: one figure, figures by site, or several answers in order. */
const stated = map(either(either(printed, printedBySite), list(printed)), "a headline, with a unit after a slash", {
  words: headlines,
  per: true,
});
export const statedKey = key(
  stated,
  "What the publication prints. Checked against the sums by the rounding of what is written, never used in them.",
  { example: "cost/year: £560,000\nbenefit_cost_ratio: 2.30" },
);
