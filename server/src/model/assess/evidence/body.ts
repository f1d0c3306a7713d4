/** All studies cited for a claim, one estimate each, and what they show together. Worked out when asked for, never as one types. */
import {
  convert,
  type EffectScale,
  eggerTest,
  offLine,
  onLine,
  poolFixed,
  poolRandom,
  type SizedEffect,
} from "../../../evidence/index.ts";
import type { Intervention, OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import { formatUnit, isDimensionless } from "../../../values/units.ts";
import type { CitedStudy, ClaimEvidence, EvidenceSources, Pool, PooledStudy } from "./body-types.ts";
import { chooseResult, wantedBy } from "./choose.ts";
import { holdsNone, readEstimate } from "./estimate.ts";
import { remarksOn } from "./remarks.ts";
import { onScale, turned } from "./result.ts";
import type { EffectReading, ResultEffect } from "./types.ts";

/** The evidence of every claim of a spec, in order. */
export const evidenceOf = (spec: Intervention, sources: EvidenceSources): readonly ClaimEvidence[] =>
  (spec.outcomes?.items ?? []).map((claim) => claimEvidence(claim, sources, spec.intervention?.value));

/** The evidence of one claim: what each study cited shows, on one scale where they have one, and pooled where they can be. */
export function claimEvidence(
  claim: OutcomeClaim,
  sources: EvidenceSources,
  intervention: string | undefined,
): ClaimEvidence {
  const outcome = claim.outcome?.value ?? "";
  const definition = outcome === "" ? undefined : sources.outcome(outcome);
  const cited = (claim.evidence?.items ?? []).map((field): CitedStudy => {
    const found = field.value === undefined ? undefined : sources.study(field.value);
    const chosen = found === undefined ? undefined : chooseResult(found.reading, wantedBy(claim), definition);
    return {
      id: field.text,
      at: field.$,
      definition: found?.definition,
      study: found?.reading,
      chosen,
      pooled: undefined,
      leftOut: leftOutOf(found?.reading, chosen?.effect),
    };
  });
  const able = reviewsApart(sameSampleOnce(cited));
  const scale = commonScale(able);
  const placed = scale === undefined ? able : able.map((each) => place(each, scale));
  const used = placed.flatMap((each) => (each.pooled === undefined ? [] : [each.pooled]));
  const pool = used.length < 2 || scale === undefined ? undefined : poolOf(used, scale);
  const studies = pool === undefined ? placed : weighted(placed, pool);
  const usable = used.length > 0 && scale !== undefined;
  const claimed = usable ? claimedOn(claim, definition, scale) : undefined;
  return {
    claim,
    outcome,
    title: definition?.title?.value ?? outcome,
    cited: studies,
    scale: usable ? scale : undefined,
    claimed,
    sign: usable ? signOn(scale, definition?.better?.value) : undefined,
    pool,
    unpooled:
      pool !== undefined
        ? undefined
        : cited.length === 0
          ? "no study"
          : used.length === 1
            ? "one study"
            : "nothing comparable",
    remarks: remarksOn(studies, pool, { claim, claimed, intervention, carrying: carrying(studies, pool, scale) }),
  };
}

/** The claim's own effect on the scale of its studies, read as a result would be. */
function claimedOn(claim: OutcomeClaim, outcome: Outcome | undefined, scale: EffectScale): SizedEffect | undefined {
  const written = claim.effect?.value;
  if (written?.kind !== "estimate") return undefined;
  const reading = readEstimate(written, { better: outcome?.better?.value, p: undefined, sides: 2, sizes: undefined });
  const without = claim.without?.value;
  const facts = without !== undefined && isDimensionless(without.unit) ? { without: without.value } : {};
  const found = convert(reading.effect, scale, facts);
  if (found.kind === "needs" || (differences.has(scale) && reading.sign === undefined)) return undefined;
  return differences.has(scale) && reading.sign === -1 ? turned(found.effect) : found.effect;
}

const comparative = new Set([
  "rct",
  "cluster-rct",
  "stepped-wedge",
  "crossover",
  "difference-in-differences",
  "matched",
  "regression-discontinuity",
  "instrumental-variable",
  "interrupted-time-series",
]);

/** Why a study has no part in the comparison, before any question of scale. */
function leftOutOf(study: CitedStudy["study"], effect: ResultEffect | undefined): string | undefined {
  if (study === undefined) return "not in this project";
  if (effect === undefined) return "no result on this outcome";
  switch (effect.kind) {
    case "change over time":
      return "a change from before to after, with no comparison: never pooled with effects";
    case "not measured":
      return "the outcome was not measured: missing, not null";
    case "null in words":
      return "found no difference, without a number";
    case "direction only":
      return "says a direction, without a number";
    case "not known":
      return "what it found is not known";
    case "effect":
      if (effect.readings.length === 0) return "no number for its effect that can be read";
  }
  const design = study.design?.value;
  if (design === undefined || design === "unknown")
    return "its design is not known, so whether it compares is not known";
  return comparative.has(design) || design === "review" ? undefined : "its design compares with nothing";
}

/** A trial written down twice (same register number) has one sample: the first counts. */
function sameSampleOnce(cited: readonly CitedStudy[]): readonly CitedStudy[] {
  const seen = new Map<string, string>();
  return cited.map((each) => {
    const register = each.study?.registration?.value?.trim().toLowerCase();
    if (each.leftOut !== undefined) return each;
    const earlier = seen.get(each.id) ?? (register === undefined ? undefined : seen.get(register));
    if (earlier !== undefined) return { ...each, leftOut: `the same sample as ${earlier}` };
    seen.set(each.id, each.id);
    if (register !== undefined && register !== "") seen.set(register, each.id);
    return each;
  });
}

/** A review stands in only where no study does: it holds several, some of which may be cited too. */
function reviewsApart(cited: readonly CitedStudy[]): readonly CitedStudy[] {
  const isReview = ({ study }: CitedStudy): boolean => study?.design?.value === "review";
  const able = cited.filter(({ leftOut }) => leftOut === undefined);
  const kept = able.every(isReview) ? able[0] : undefined;
  return cited.map((each) =>
    each.leftOut === undefined && isReview(each) && each !== kept
      ? { ...each, leftOut: "a review holds several studies, some of which may be cited here too" }
      : each,
  );
}

/** The scale that all share; else g, to which most can be brought. Points are shared only by one measure. */
function commonScale(cited: readonly CitedStudy[]): EffectScale | undefined {
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
const signOn = (scale: EffectScale, better: "lower" | "higher" | undefined): 1 | -1 | undefined =>
  differences.has(scale) ? 1 : better === undefined ? undefined : better === "higher" ? 1 : -1;

function place(each: CitedStudy, scale: EffectScale): CitedStudy {
  if (each.leftOut !== undefined || each.chosen === undefined) return each;
  const found = onScale(each.chosen.effect, scale);
  if (found === undefined) return { ...each, leftOut: "no number for its effect" };
  const { reading, conversion } = found;
  if (conversion.kind === "needs") return { ...each, leftOut: `to compare it needs ${conversion.what}` };
  const difference = differences.has(scale);
  if (difference && reading.sign === undefined)
    return { ...each, leftOut: "which way is better is not said: write `better` or `worse` after its effect" };
  const effect = difference && reading.sign === -1 ? turned(conversion.effect) : conversion.effect;
  if (effect.se === undefined) return { ...each, leftOut: "no interval, standard error or p to weigh it by" };
  const notes = [...reading.notes, ...conversion.assumptions];
  return { ...each, pooled: { effect, from: reading.from, notes, weight: 1 } };
}

function poolOf(studies: readonly PooledStudy[], scale: EffectScale): Pool {
  const line = studies.map(({ effect }) => ({ value: onLine(scale, effect.value), se: effect.se ?? 0 }));
  const random = poolRandom(line);
  const fixed = poolFixed(line);
  // With two studies t has one degree of freedom and says nothing; an adjusted interval is never narrower than the plain one.
  const plain = line.length < 3 || random.adjusted.se < random.se;
  const ends = plain ? random : random.adjusted;
  const back = (value: number, se: number, low: number, high: number): SizedEffect => ({
    scale,
    value: offLine(scale, value),
    se,
    low: offLine(scale, low),
    high: offLine(scale, high),
  });
  return {
    studies: line.length,
    effect: back(random.value, plain ? random.se : random.adjusted.se, ends.low, ends.high),
    interval: plain ? "plain" : "adjusted",
    prediction:
      random.prediction === undefined
        ? undefined
        : { low: offLine(scale, random.prediction.low), high: offLine(scale, random.prediction.high) },
    fixedEffect: back(fixed.value, fixed.se, fixed.low, fixed.high),
    fixed,
    random,
    smallStudies: eggerTest(line),
  };
}

/** Studies without which the others together would show no effect, where all together do; undefined of fewer than three. */
function carrying(
  cited: readonly CitedStudy[],
  pool: Pool | undefined,
  scale: EffectScale | undefined,
): readonly string[] {
  if (pool === undefined || scale === undefined || pool.studies < 3 || holdsNone(pool.effect) !== false) return [];
  const used = cited.flatMap(({ id, pooled }) => (pooled === undefined ? [] : [{ id, pooled }]));
  return used.flatMap(({ id }) => {
    const others = used.filter((each) => each.id !== id).map(({ pooled }) => pooled);
    return holdsNone(poolOf(others, scale).effect) === true ? [id] : [];
  });
}

function weighted(cited: readonly CitedStudy[], pool: Pool): readonly CitedStudy[] {
  let at = 0;
  return cited.map((each) => {
    if (each.pooled === undefined) return each;
    const weight = pool.random.weights[at] ?? 0;
    at += 1;
    return { ...each, pooled: { ...each.pooled, weight } };
  });
}
