/** The evidence of a claim in words: each study's part, what they show together, and what must be said beside it. */
import { effectText, intervalText, type SizedEffect, scaleName } from "../evidence/index.ts";
import { type CitedStudy, type ClaimEvidence, holdsNone, type Pool } from "../model/assess/evidence/index.ts";
import { formatPercent } from "../values/format.ts";
import { formatNumber } from "../values/index.ts";

/** `g, above zero is better`; of a ratio, which side of one is. */
export function scaleText({ scale, sign }: Pick<ClaimEvidence, "scale" | "sign">): string {
  if (scale === undefined) return "";
  const ratio = scale === "RR" || scale === "OR" || scale === "HR";
  if (sign === undefined) return `${scaleName(scale)}; which way is better is not said`;
  return `${scaleName(scale)}; ${ratio ? (sign === 1 ? "above 1" : "below 1") : "above 0"} is better`;
}

/** What a claim says, as written; of a change from before to after, that it is one. */
export const claimText = ({ effect, with: reached, impact, observed }: ClaimEvidence["claim"]): string | undefined =>
  effect?.text ??
  reached?.text ??
  impact?.text ??
  (observed?.value === undefined ? undefined : `${observed.value} (before and after)`);

/** A null is said to be one. */
const nullText = (effect: SizedEffect): string => (holdsNone(effect) === true ? ": no effect shown" : "");

/** What the studies show together, or why nothing is taken together. */
export function poolText({ pool, unpooled, cited }: ClaimEvidence): string {
  if (pool !== undefined)
    return `${pool.studies} studies together: ${effectText(pool.effect)}${nullText(pool.effect)}, random effects (REML${pool.interval === "adjusted" ? ", interval of Hartung, Knapp, Sidik and Jonkman" : ""}).`;
  const [only] = cited.filter(({ pooled }) => pooled !== undefined);
  if (unpooled === "one study" && only?.pooled !== undefined) {
    const isNull = only.chosen?.effect.direction === "no effect shown";
    return `One study: ${effectText(only.pooled.effect)}${isNull ? ": no effect shown" : ""}.`;
  }
  return unpooled === "no study" ? "No study is cited." : "Nothing that can be put on one scale.";
}

/** How far the studies differ, where there are several. */
export function spreadText({ random, prediction, fixedEffect, effect }: Pool): readonly string[] {
  const { q, df, p, tau2, i2 } = random.heterogeneity;
  return [
    `Between studies: I² ${formatPercent(i2, { places: 0 })}, tau² ${formatNumber(tau2)}, Q ${formatNumber(q)} on ${df} df (p ${pText(p)}).`,
    ...(prediction === undefined
      ? []
      : [
          `In a new place the effect may lie anywhere from ${intervalText({ scale: effect.scale, ...prediction })} (95% prediction interval).`,
        ]),
    `If all had one effect (fixed effect): ${effectText(fixedEffect)}.`,
  ];
}

const pText = (p: number): string => (p < 0.001 ? "below 0.001" : String(Number(p.toPrecision(2))));

/** What a study contributes, or why it does not. */
export function citedText({ pooled, leftOut }: CitedStudy, isPooled: boolean): string {
  if (pooled === undefined) return leftOut ?? "not compared";
  return isPooled
    ? `${effectText(pooled.effect)}, weight ${formatPercent(pooled.weight, { places: 0 })}`
    : effectText(pooled.effect);
}

/** How its figure was come by, and why this result of several. */
export const citedNote = ({ pooled, chosen }: CitedStudy): string =>
  [pooled?.from ?? "", chosen?.why ?? "", ...(pooled?.notes ?? [])].filter((part) => part !== "").join("; ");
