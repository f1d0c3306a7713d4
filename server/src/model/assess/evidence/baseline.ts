/** How unlike two groups were at the start. */
import { coxFromOdds, effectOfRisks } from "../../../evidence/index.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import { isDimensionless } from "../../../values/units.ts";

type BaselineItem = NonNullable<Study["baseline"]>["items"][number];

/**
 * The difference in standard deviations, without its sign: as printed (d, g), else of two shares by Cox's index ln(OR)/1.65, of two mean
 * scores over the root of the mean of their variances. Undefined where nothing gives it.
 */
export function baselineGap({ difference, with: first, without: second }: BaselineItem): number | undefined {
  const printed = difference?.value;
  if (printed?.kind === "estimate" && (printed.metric === "d" || printed.metric === "g"))
    return Math.abs(printed.value);
  if (printed?.kind === "estimate" && printed.metric === "OR") return Math.abs(coxFromOdds(printed.value));
  const pair = printed?.kind === "comparison" ? printed : { with: first?.value, without: second?.value };
  const [a, b] = [pair.with, pair.without];
  if (a === undefined || b === undefined) return undefined;
  if (isDimensionless(a.unit) && isDimensionless(b.unit)) {
    if (![a.value, b.value].every((share) => share > 0 && share < 1)) return undefined;
    return Math.abs(coxFromOdds(effectOfRisks.OR(b.value, a.value)));
  }
  const spread = a.sd === undefined || b.sd === undefined ? 0 : Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2);
  return spread > 0 ? Math.abs(a.value - b.value) / spread : undefined;
}
