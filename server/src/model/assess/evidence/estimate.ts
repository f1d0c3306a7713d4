/** A written estimate as an effect with its spread and its sign. */
import {
  type ArmSizes,
  type EffectScale,
  isRatioScale,
  onLine,
  ratioError,
  type SizedEffect,
  sizedD,
  withError,
  withInterval,
  withP,
} from "../../../evidence/index.ts";
import type { Estimate, PValue, Unit } from "../../../values/types.ts";
import { equalUnits, isDimensionless, unit as toUnit } from "../../../values/units.ts";
import { inOwnPoints, isYesNo, type OutcomeKind } from "../../effects.ts";
import type { EffectReading } from "./types.ts";

export interface EstimateFacts {
  readonly better: "lower" | "higher" | undefined;
  /** What sort of outcome it is an effect on. */
  readonly kind: OutcomeKind | undefined;
  /** The p in force: beside the effect or in its own key. */
  readonly p: PValue | undefined;
  readonly sides: 1 | 2;
  readonly sizes: ArmSizes | undefined;
}

const scales: Readonly<Record<Estimate["metric"], EffectScale>> = {
  RD: "RD",
  MD: "MD",
  change: "MD",
  b: "MD",
  d: "d",
  g: "g",
  RR: "RR",
  OR: "OR",
  HR: "HR",
  relative: "RR",
};

/**
 * The effect as printed. Its spread comes from the interval, else the standard error, else an exact p, else, of a standardised difference,
 * from the numbers in the arms; an estimate that is only a bound has none. Numbers keep the raw direction of the measure: `better` on
 * an outcome of which less is better is a fall (schemas/FORMAT.md, "Effects"). Where nobody says which way is better, a word
 * makes above zero better.
 */
export function readEstimate(written: Estimate, facts: EstimateFacts): EffectReading {
  const estimate = inOwnPoints(written, facts.kind);
  const scale = scales[estimate.metric];
  const from = origin(estimate, facts.kind);
  const turned = turn(estimate, scale, facts.better);
  const { effect: sized, notes } = spread(estimate, scale, turned.flip, facts);
  const { unit } = estimate;
  const effect = scale === "MD" && unit !== undefined && !isPoint(unit) ? { ...sized, unit } : sized;
  return { effect, sign: turned.sign, from, notes };
}

/** Points are what every score is counted in. */
export const isPoint = (unit: Unit): boolean => isDimensionless(unit) || equalUnits(unit, POINT);
const POINT = toUnit(["point", 1]);

const origin = ({ metric, adjusted }: Estimate, kind: OutcomeKind | undefined): string =>
  [
    "as printed",
    adjusted ? "adjusted" : "",
    metric === "relative" ? "a relative change as the relative risk it is" : "",
    metric === "b" && isYesNo(kind)
      ? "a coefficient, of what kind of regression is not said: only its direction is used"
      : "",
    metric === "b" && !isYesNo(kind) ? "the coefficient taken as the difference it makes, in the measure's points" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");

/** Which way is better, and whether the numbers are to change sign for it. */
function turn(
  { value, direction, metric }: Estimate,
  scale: EffectScale,
  better: EstimateFacts["better"],
): { readonly sign: 1 | -1 | undefined; readonly flip: 1 | -1 } {
  if (isRatioScale(scale)) {
    const raises = (metric === "relative" ? value + 1 : value) > 1;
    if (direction !== undefined) return { sign: raises === (direction === "better") ? 1 : -1, flip: 1 };
    return { sign: signOf(better), flip: 1 };
  }
  if (direction !== undefined) {
    const sign = signOf(better) ?? 1;
    const rises = (direction === "better") === (sign === 1);
    return { sign, flip: value < 0 === rises ? -1 : 1 };
  }
  // A standardised difference without a word may already have been turned by its author: where less is better nobody can tell.
  const unclear = (scale === "d" || scale === "g") && better === "lower";
  return { sign: unclear ? undefined : signOf(better), flip: 1 };
}

export const signOf = (better: "lower" | "higher" | undefined): 1 | -1 | undefined =>
  better === undefined ? undefined : better === "higher" ? 1 : -1;

function spread(
  estimate: Estimate,
  scale: EffectScale,
  flip: 1 | -1,
  { p, sides, sizes }: EstimateFacts,
): { readonly effect: SizedEffect; readonly notes: readonly string[] } {
  const base = estimate.metric === "relative" ? 1 : 0;
  const value = base + flip * estimate.value;
  const { interval, se } = estimate;
  if (estimate.bound !== undefined) return { effect: { scale, value }, notes: [] };
  if (interval !== undefined) {
    const ends = [base + flip * interval.low, base + flip * interval.high];
    const found = withInterval(scale, value, Math.min(...ends), Math.max(...ends), interval.level);
    const notes = interval.levelWritten ? [] : ["the level of its interval is not written: taken as 95%"];
    return { effect: found, notes: found.printedLevel === undefined ? notes : [levelNote(found.printedLevel)] };
  }
  // Where its p shows that the error is not of the logarithm, the p says how wide the interval is.
  const misread = isRatioScale(scale) && p !== undefined && ratioError(estimate, p) !== undefined;
  if (se !== undefined && se > 0 && !misread)
    return {
      effect: withError(scale, value, se, "standard error"),
      notes: isRatioScale(scale) ? [LOGARITHMIC] : [],
    };
  if (p?.relation === "equal") {
    const found = withP(scale, value, p.value, sides);
    const notes = [
      `interval worked back from p = ${p.value}${sides === 1 ? ", one-sided" : ""}`,
      ...(misread ? ["its standard error cannot be that of the logarithm, and is not used"] : []),
    ];
    if (found.se !== undefined) return { effect: found, notes };
  }
  if ((scale === "d" || scale === "g") && sizes !== undefined)
    return {
      effect: sizedD(value, sizes, "sample", scale),
      notes: ["interval worked out from the numbers in the arms"],
    };
  return { effect: { scale, value }, notes: [] };
}

const LOGARITHMIC = "its standard error taken as that of the logarithm";

const levelNote = (level: number): string =>
  `printed with an interval of ${level}%, by which it is judged; shown here at 95%`;

/** True when the effect's 95% interval holds the value that means none. Undefined without a spread. */
export function holdsNone(effect: SizedEffect): boolean | undefined {
  const { low, high, scale } = effect;
  if (low === undefined || high === undefined) return undefined;
  return onLine(scale, low) <= 0 && onLine(scale, high) >= 0;
}
