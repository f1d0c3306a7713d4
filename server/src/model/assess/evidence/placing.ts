/** The scale on which the studies of a claim are compared, and each study's effect on it. */
import { convert, type EffectScale, type SizedEffect } from "../../../evidence/index.ts";
import type { OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import { formatUnit, isDimensionless } from "../../../values/units.ts";
import type { CitedStudy } from "./body-types.ts";
import { readEstimate } from "./estimate.ts";
import { onScale, turned } from "./scales.ts";
import type { EffectReading } from "./types.ts";

/** The scale that all share; else g, to which most can be brought. Points are shared only by one measure. */
export function commonScale(cited: readonly CitedStudy[]): EffectScale | undefined {
  const able = cited.flatMap(({ leftOut, chosen }) =>
    leftOut === undefined && chosen !== undefined ? [chosen.effect] : [],
  );
  const leads = able.flatMap(({ readings }) => readings[0]?.effect.scale ?? []);
  const [first] = leads;
  if (first === undefined) return undefined;
  if (leads.every((scale) => scale === first)) {
    const measures = new Set(able.map(({ result, readings }) => `${result.measure?.value}\0${unitOf(readings[0])}`));
    if (first !== "MD" || measures.size === 1) return first === "d" && able.length > 1 ? "g" : first;
  }
  const direct = (["RR", "OR"] as const).find((scale) =>
    able.every(({ readings }) => readings.some(({ effect }) => effect.scale === scale)),
  );
  return direct ?? "g";
}

const unitOf = (reading: EffectReading | undefined): string =>
  reading?.effect.unit === undefined ? "" : formatUnit(reading.effect.unit);

const differences = new Set<EffectScale>(["RD", "d", "g", "MD"]);

/** Differences stand with above zero as better; ratios stay as they are. */
export const signOn = (scale: EffectScale, better: "lower" | "higher" | undefined): 1 | -1 | undefined =>
  differences.has(scale) ? 1 : better === undefined ? undefined : better === "higher" ? 1 : -1;

/** The study with its effect on the scale, differences with above zero as better; or with why it has none there. */
export function place(each: CitedStudy, scale: EffectScale): CitedStudy {
  if (each.leftOut !== undefined || each.chosen === undefined) return each;
  const found = onScale(each.chosen.effect, scale, "sized");
  if (found === undefined) return { ...each, leftOut: "no number for its effect" };
  const { reading, conversion } = found;
  if (conversion.kind === "needs") return { ...each, leftOut: `to compare it needs ${conversion.what}` };
  const difference = differences.has(scale);
  if (difference && reading.sign === undefined)
    return { ...each, leftOut: "which way is better is not said: write `better` or `worse` after its effect" };
  const effect = difference && reading.sign === -1 ? turned(conversion.effect) : conversion.effect;
  if (effect.se === undefined) return { ...each, leftOut: "no interval, standard error or exact p to weigh it by" };
  const notes = [...reading.notes, ...conversion.assumptions];
  return { ...each, pooled: { effect, from: reading.from, notes, weight: 1 } };
}

/** The claim's own effect on the scale of its studies, read as a result would be. */
export function claimedOn(
  claim: OutcomeClaim,
  outcome: Outcome | undefined,
  scale: EffectScale,
): SizedEffect | undefined {
  const written = claim.effect?.value;
  if (written?.kind !== "estimate") return undefined;
  const [better, kind] = [outcome?.better?.value, outcome?.kind?.value];
  const reading = readEstimate(written, { better, kind, p: undefined, sides: 2, sizes: undefined });
  const without = claim.without?.value;
  const facts = without !== undefined && isDimensionless(without.unit) ? { without: without.value } : {};
  const found = convert(reading.effect, scale, facts);
  if (found.kind === "needs" || (differences.has(scale) && reading.sign === undefined)) return undefined;
  return differences.has(scale) && reading.sign === -1 ? turned(found.effect) : found.effect;
}
