import { type Figure, figureKey } from "../costing/figure.ts";
import type { Assessment } from "../model/assess/types.ts";
import { missingText, shown } from "./words.ts";

/** The cost per outcome of each claim, in their order. Several claims of one outcome each have their own. */
export function outcomePrices({ outcomes, figures }: Assessment): readonly (Figure | undefined)[] {
  const seen = new Map<string, number>();
  return outcomes.map(({ outcome }) => {
    const times = (seen.get(outcome) ?? 0) + 1;
    seen.set(outcome, times);
    return figures.get(figureKey("cost_per_outcome", times === 1 ? outcome : `${outcome} (${times})`));
  });
}

/** A figure with what is missing from it, for places without a column beside: `£5,000/child · without the cost of the comparator`. */
export const shownWithLack = (figure: Figure): string =>
  [shown(figure), missingText(figure)].filter((each) => each !== "").join(" · ");
