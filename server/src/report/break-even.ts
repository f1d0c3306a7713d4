/** The effect at which a service just pays, in words: the switching value of each claim, corrected for optimism and not. */
import { type Figure, figureKey } from "../costing/figure.ts";
import { outcomeKeys } from "../costing/outcome-figures.ts";
import type { Assessment } from "../model/assess/index.ts";
import { formatNumber, formatPercent } from "../values/index.ts";
import { shown } from "./words.ts";

/** One sentence for each claim whose break-even effect is known. */
export function breakEvenNotes({ outcomes, figures }: Assessment): string[] {
  const keys = outcomeKeys(outcomes);
  return outcomes.flatMap(({ title }, at) => {
    const of = keys[at] ?? "";
    const found = (id: "break_even_share" | "break_even_effect", twin: "" | "_uncorrected"): Figure | undefined =>
      figures.get(figureKey(`${id}${twin}`, of));
    const share = found("break_even_share", "");
    if (share?.value === undefined || !share.complete) return [];
    const plain = found("break_even_share", "_uncorrected");
    const uncorrected =
      plain?.value === undefined || plain.value === share.value
        ? ""
        : ` (uncorrected: ${enoughText(plain.value, found("break_even_effect", "_uncorrected"))})`;
    if (share.value <= 0) return [`Break-even, "${title}": the benefits exceed the cost without this effect.`];
    const enough = enoughText(share.value, found("break_even_effect", ""));
    return [`Break-even, "${title}": the net present value is zero at ${enough}${uncorrected}.`];
  });
}

function enoughText(share: number, effect: Figure | undefined): string {
  const part = `${formatPercent(share)} of the effect`;
  if (effect?.value === undefined) return part;
  const size = effect.unit.powers.length === 0 ? `${formatNumber(effect.value * 100)} points` : shown(effect);
  return `${part}, a difference of ${size}`;
}
