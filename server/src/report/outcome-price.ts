import { type Figure, figureKey } from "../costing/figure.ts";
import { outcomeKeys } from "../costing/outcome-figures.ts";
import type { Assessment } from "../model/assess/types.ts";
import { missingText, shown } from "./words.ts";

/** The cost per outcome of each claim, in their order. Several claims of one outcome each have their own. */
export const outcomePrices = ({ outcomes, figures }: Assessment): readonly (Figure | undefined)[] =>
  outcomeKeys(outcomes).map((key) => figures.get(figureKey("cost_per_outcome", key)));

/** What outcomes are worth at the threshold, less what they cost: `Net monetary benefit at £20,000/QALY, "Mothers' QALYs": -£64,000; -£63,618 discounted.` */
export function netMonetaryBenefits({ outcomes, figures, appraisal }: Assessment): readonly string[] {
  const { threshold } = appraisal;
  if (threshold === undefined) return [];
  return outcomeKeys(outcomes).flatMap((key, at) => {
    const net = figures.get(figureKey("net_monetary_benefit", key));
    if (net?.value === undefined || net.none !== undefined) return [];
    const discounted = figures.get(figureKey("net_monetary_benefit_discounted", key));
    const parts = [
      shown(net),
      discounted?.value === undefined ? "" : `${shown(discounted)} discounted`,
      missingText(net),
    ].filter((each) => each !== "");
    return [`Net monetary benefit at ${shown(threshold)}, "${outcomes[at]?.title}": ${parts.join("; ")}.`];
  });
}

/** A figure with what is missing from it, for places without a column beside: `£5,000/child · without the cost of the comparator`. */
export const shownWithLack = (figure: Figure): string =>
  [shown(figure), missingText(figure)].filter((each) => each !== "").join(" · ");
