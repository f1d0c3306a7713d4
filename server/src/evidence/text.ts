/** Effects in words, the same wherever they are shown. */
import { formatNumber, formatUnit } from "../values/index.ts";
import type { EffectScale, SizedEffect } from "./effects/types.ts";

const names: Readonly<Record<EffectScale, string>> = {
  RD: "Risk difference",
  RR: "Relative risk",
  OR: "Odds ratio",
  HR: "Hazard ratio",
  d: "Standardised difference, d",
  g: "Standardised difference, g",
  MD: "Difference",
};
export const scaleName = (scale: EffectScale): string => names[scale];

/** A number of an effect as shown: ratios and standardised differences to two places, chances in percentage points. */
export function effectNumber(scale: EffectScale, value: number): string {
  if (scale === "RD") return formatNumber(100 * value, { places: 1 });
  return scale === "MD" ? formatNumber(value) : formatNumber(value, { places: 2 });
}

function unitOf({ scale, unit }: Pick<SizedEffect, "scale" | "unit">): string {
  if (scale !== "MD") return scale === "RD" ? " percentage points" : "";
  return unit === undefined ? " points" : ` ${formatUnit(unit, { plural: true })}`;
}

/** `0.77 to 2.05`; empty without an interval. */
export const intervalText = ({ scale, low, high }: Pick<SizedEffect, "scale" | "low" | "high">): string =>
  low === undefined || high === undefined ? "" : `${effectNumber(scale, low)} to ${effectNumber(scale, high)}`;

/** `OR 1.25 (95% CI 0.77 to 2.05)`, `-2.0 percentage points (95% CI -4.9 to 0.9)`. */
export function effectText(effect: Pick<SizedEffect, "scale" | "value" | "low" | "high" | "unit">): string {
  const prefix = effect.scale === "RD" || effect.scale === "MD" ? "" : `${effect.scale} `;
  const range = intervalText(effect);
  return `${prefix}${effectNumber(effect.scale, effect.value)}${unitOf(effect)}${range === "" ? "" : ` (95% CI ${range})`}`;
}
