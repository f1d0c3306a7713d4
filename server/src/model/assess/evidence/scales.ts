/** A result on a scale that is asked for. */
import { type Conversion, convert, type EffectScale, isRatioScale, type SizedEffect } from "../../../evidence/index.ts";
import type { CommonEffect, EffectReading, ReadEffect } from "./types.ts";

/** Better or worse by the sign alone; undefined for none, or where nobody says which way is better. */
export function wayOf({ effect, sign }: EffectReading): "better" | "worse" | undefined {
  const at = isRatioScale(effect.scale) ? Math.log(effect.value) : effect.value;
  if (sign === undefined || at === 0 || Number.isNaN(at)) return undefined;
  return at * sign > 0 ? "better" : "worse";
}

/** How a reading of the author's own estimate begins to say where it comes from. */
const AS_PRINTED = "as printed";

/** The effect on a scale: a reading that has it, else the first that can be brought there; one with a spread first where it is `sized`. */
export function onScale(
  { readings, facts }: Pick<ReadEffect, "readings" | "facts">,
  scale: EffectScale,
  want: "leading" | "sized" = "leading",
): { readonly reading: EffectReading; readonly conversion: Conversion } | undefined {
  const lead = readings[0];
  if (lead === undefined) return undefined;
  // The author's own estimate leads; a pair of arms gives its scales directly.
  const own = lead.from.startsWith(AS_PRINTED) ? lead : (readings.find((each) => each.effect.scale === scale) ?? lead);
  let first: { readonly reading: EffectReading; readonly conversion: Conversion } | undefined;
  for (const reading of [own, ...readings]) {
    const conversion = convert(reading.effect, scale, facts);
    if (conversion.kind === "converted" && (want === "leading" || conversion.effect.se !== undefined))
      return { reading, conversion };
    if (first === undefined || (first.conversion.kind === "needs" && conversion.kind === "converted"))
      first = { reading, conversion };
  }
  return first;
}

/** The effect standardised, above zero where it is better; why not, where it cannot be. */
export function commonEffect(
  effect: Pick<ReadEffect, "readings" | "facts">,
): CommonEffect | { readonly needs: string } {
  const found = onScale(effect, "g");
  if (found === undefined) return { needs: "a number for the effect" };
  const { reading, conversion } = found;
  if (conversion.kind === "needs") return { needs: conversion.what };
  if (reading.sign === undefined) return { needs: "which way is better" };
  return {
    effect: reading.sign === 1 ? conversion.effect : turned(conversion.effect),
    from: reading.from,
    assumptions: [...reading.notes, ...conversion.assumptions],
  };
}

/** A difference with its sign turned. */
export function turned(effect: SizedEffect): SizedEffect {
  const { low, high, ...rest } = effect;
  return {
    ...rest,
    value: -effect.value,
    ...(high === undefined ? {} : { low: -high }),
    ...(low === undefined ? {} : { high: -low }),
  };
}
