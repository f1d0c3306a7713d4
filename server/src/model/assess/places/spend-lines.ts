/** A portfolio's cost by line of the section 251 return, beside what its area spends on the line, in the same prices. */
import type { Figure } from "../../../costing/figure.ts";
import { pricesOf } from "../../../costing/price-years.ts";
import { quotient, type Worked } from "../../../costing/worked.ts";
import type { PortfolioFrame } from "../portfolio-types.ts";
import { nearestBase } from "../prices.ts";
import type { AreaAssessment, SpendAssessment } from "./area-types.ts";

export interface SpendLineRow {
  /** `s251/3.4.4`, or `not known`. */
  readonly line: string;
  /** Over the years of the portfolio. */
  readonly cost: Figure;
  readonly inAverageYear: Worked;
  /** What the area spends on it. Undefined: the area does not say. */
  readonly spend: SpendAssessment | undefined;
  /** Its net spend in the portfolio's prices; not known where its year has none. */
  readonly spendHere: Worked | undefined;
}

/** The lines that the portfolio's costs fall on; empty where none is named. */
export function spendLinesOf(
  figures: ReadonlyMap<string, Figure>,
  area: AreaAssessment | undefined,
  { context, period, priceYear, currency }: PortfolioFrame,
): readonly SpendLineRow[] {
  const index = context.data.deflator(context.appraisal.deflator);
  const target =
    priceYear === undefined
      ? undefined
      : { label: priceYear, basis: priceYear.includes("-") ? ("financial" as const) : ("calendar" as const) };
  const here = (spend: SpendAssessment): Worked | undefined =>
    target === undefined || index === undefined || spend.net.value === undefined
      ? undefined
      : pricesOf(target, index, currency).convert(spend.net, nearestBase(spend.node.year));
  return [...figures.values()]
    .filter(({ id }) => id === "portfolio_cost_by_spend_line")
    .map((cost) => {
      const spend = area?.spend.find(({ line }) => line === cost.of);
      return {
        line: cost.of ?? "",
        cost,
        inAverageYear: quotient("In an average year", cost.worked, period, { unit: cost.unit }),
        spend,
        spendHere: spend === undefined ? undefined : here(spend),
      };
    });
}
