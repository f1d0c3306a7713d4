/** The effect that a claim states, read as a study's result would be. */
import { showsNoEffect } from "../../../evidence/index.ts";
import type { OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import { isDimensionless } from "../../../values/units.ts";
import { wordIn } from "../../effects.ts";
import { holdsNone, readEstimate } from "./estimate.ts";
import { readPair } from "./pair.ts";
import { wayOf } from "./scales.ts";
import type { Direction, EffectReading, ReadEffect } from "./types.ts";

/** Undefined where the claim states no effect in numbers. */
export function readClaim(claim: OutcomeClaim, outcome: Outcome | undefined): ReadEffect | undefined {
  const readings = readingsOf(claim, outcome);
  const [lead] = readings;
  if (lead === undefined) return undefined;
  const without = claim.effect?.value?.kind === "comparison" ? claim.effect.value.without : claim.without?.value;
  const chance = without !== undefined && isDimensionless(without.unit) ? without.value : undefined;
  const name = claim.measure?.value;
  const sd = outcome?.measures?.items.find((one) => name !== undefined && one.measure?.value === name)?.sd?.value
    ?.value;
  return {
    kind: "effect",
    direction: directionOf(lead, claim.effect?.value),
    readings,
    facts: {
      ...(chance === undefined ? {} : { without: chance, withoutFrom: "as the claim says" }),
      ...(sd === undefined ? {} : { sd }),
    },
    written: claim.effect,
  };
}

function readingsOf(claim: OutcomeClaim, outcome: Outcome | undefined): readonly EffectReading[] {
  const better = outcome?.better?.value;
  const written = claim.effect?.value;
  if (written?.kind === "estimate")
    return [readEstimate(written, { better, kind: outcome?.kind?.value, p: written.p, sides: 2, sizes: undefined })];
  if (wordIn(claim.effect) !== undefined) return [];
  const pair =
    written?.kind === "comparison"
      ? written
      : claim.with?.value === undefined || claim.without?.value === undefined
        ? undefined
        : { with: claim.with.value, without: claim.without.value };
  return pair === undefined ? [] : readPair(pair.with, pair.without, undefined, better, undefined).readings;
}

/** By the interval as it is printed, whatever its level; else by the spread worked out. */
function directionOf(lead: EffectReading, written: NonNullable<OutcomeClaim["effect"]>["value"]): Direction {
  const printed = written?.kind === "estimate" ? written.interval : undefined;
  const holds =
    printed !== undefined && written?.kind === "estimate"
      ? showsNoEffect(written.metric, printed)
      : holdsNone(lead.effect);
  if (holds === true) return "no effect shown";
  const way = wayOf(lead);
  if (way === undefined) return "not known";
  return holds === undefined ? `${way}, not tested` : way;
}
