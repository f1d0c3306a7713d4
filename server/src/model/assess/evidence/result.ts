/** One result of a study as an effect: from whatever its publication prints (schemas/FORMAT.md, "Effects"). */
import { type ConversionFacts, quantile } from "../../../evidence/index.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Study, StudyResult } from "../../../schema/kinds/study.ts";
import { Attached } from "../../../syntax/attached.ts";
import type { Comparison, Estimate, PValue, Rate } from "../../../values/types.ts";
import { isDimensionless } from "../../../values/units.ts";
import { wordIn } from "../../effects.ts";
import { verdictOf } from "../../result-verdict.ts";
import { holdsNone, readEstimate } from "./estimate.ts";
import { readPair } from "./pair.ts";
import { wayOf } from "./scales.ts";
import { exactCount, printedClustering, sizesOf } from "./sizes.ts";
import type { Clustering, Direction, EffectReading, ResultEffect, ResultKind } from "./types.ts";

interface Remembered {
  readonly study: Study | undefined;
  readonly outcome: Outcome | undefined;
  readonly effect: ResultEffect;
}

/** A study is cited by many, and read anew only when it or its outcome changes. */
const remembered = new Attached<StudyResult, Remembered>("effect");

/** Reads a result of a study. `outcome` is the definition of what it measured, where there is one. */
export function readResult(study: Study | undefined, result: StudyResult, outcome: Outcome | undefined): ResultEffect {
  const known = remembered.get(result);
  if (known !== undefined && known.study === study && known.outcome === outcome) return known.effect;
  const effect = readAnew(study, result, outcome);
  remembered.set(result, { study, outcome, effect });
  return effect;
}

function readAnew(study: Study | undefined, result: StudyResult, outcome: Outcome | undefined): ResultEffect {
  const kind = kindOf(result);
  const found = sizesOf(study, result);
  const better = outcome?.better?.value;
  const facts = factsOf(study, result, outcome, found?.sizes);
  const base = { result, at: result.$, written: result.effect, sizes: found?.sizes, facts };
  if (kind === "change over time") {
    const written = result.change_over_time?.value;
    const reading =
      written?.kind === "estimate"
        ? [readEstimate(written, { better, kind: outcome?.kind?.value, p: undefined, sides: 2, sizes: undefined })]
        : [];
    return { ...base, kind, readings: reading, direction: "not known", clustering: "not said" };
  }
  if (kind !== "effect")
    return { ...base, kind, readings: [], direction: wordsDirection(kind, result), clustering: "not said" };
  const all = readingsOf(study, result, outcome, found);
  return {
    ...base,
    kind,
    readings: all.readings,
    direction: directionOf(result, all),
    clustering: all.clustering,
  };
}

function kindOf(result: StudyResult): ResultKind {
  const word = wordIn(result.effect);
  if (word === "not measured") return "not measured";
  if (result.effect?.value !== undefined && word === undefined) return "effect";
  if (result.with?.value !== undefined && result.without?.value !== undefined) return "effect";
  if (result.change?.value !== undefined || result.improvement_index?.value !== undefined) return "effect";
  if (word === "no difference" || word === "none") return "null in words";
  if (result.change_over_time?.value !== undefined) return "change over time";
  if (result.significant?.value === false) return "null in words";
  return result.direction?.value === undefined ? "not known" : "direction only";
}

function wordsDirection(kind: ResultKind, { direction }: StudyResult): Direction {
  if (kind === "null in words") return "no effect shown";
  if (kind !== "direction only") return "not known";
  return direction?.value === "better"
    ? "better, not tested"
    : direction?.value === "worse"
      ? "worse, not tested"
      : "not known";
}

interface AllReadings {
  readonly readings: readonly EffectReading[];
  readonly clustering: Clustering;
}

/** Every way in which the result gives its effect, the author's own estimate first. */
function readingsOf(
  study: Study | undefined,
  result: StudyResult,
  outcome: Outcome | undefined,
  found: ReturnType<typeof sizesOf>,
): AllReadings {
  const better = outcome?.better?.value;
  const readings: EffectReading[] = [];
  let clustering: Clustering | undefined;
  const written = result.effect?.value;
  if (written?.kind === "estimate") {
    const own = fromEstimate(written, study, result, outcome, found);
    readings.push(own.reading);
    clustering = own.clustering;
  }
  const pair = pairOf(written, result);
  if (pair !== undefined) {
    const both = readPair(pair.with, pair.without, study, better, found?.sizes);
    readings.push(...both.readings);
    clustering ??= both.clustering;
  }
  const change = result.change?.value;
  if (change !== undefined)
    readings.push({
      ...readEstimate(change, { better, kind: outcome?.kind?.value, p: undefined, sides: 2, sizes: undefined }),
      from: "the raw difference as printed",
    });
  const index = indexReading(result, better);
  if (index !== undefined) readings.push(index);
  return { readings, clustering: clustering ?? "not said" };
}

function fromEstimate(
  written: Estimate,
  study: Study | undefined,
  result: StudyResult,
  outcome: Outcome | undefined,
  found: ReturnType<typeof sizesOf>,
): { readonly reading: EffectReading; readonly clustering: Clustering } {
  const p: PValue | undefined = written.p ?? result.p?.value;
  const sides = study?.significance?.value?.sides ?? 2;
  const [better, kind] = [outcome?.better?.value, outcome?.kind?.value];
  const reading = readEstimate(written, { better, kind, p, sides, sizes: found?.sizes });
  const printed = printedClustering(study);
  if (reading.effect.basis !== "sample") return { reading, clustering: printed };
  const ignored = printed === "not clustered" ? "not clustered" : "ignored";
  const notes = [
    ...reading.notes,
    ...(found?.note === undefined ? [] : [found.note]),
    ...(ignored === "ignored" ? ["it ignores clustering and is too narrow"] : []),
  ];
  return { reading: { ...reading, notes }, clustering: ignored };
}

/** The two arms: as the effect gives them, else in keys of their own. */
export function pairOf(
  written: Estimate | Comparison | { readonly kind: "word" } | undefined,
  result: StudyResult,
): { readonly with: Rate; readonly without: Rate } | undefined {
  if (written?.kind === "comparison") return written;
  const [withIt, without] = [result.with?.value, result.without?.value];
  return withIt === undefined || without === undefined ? undefined : { with: withIt, without };
}

/** g from a printed improvement index, the inverse of 100 (Phi(g) - 0.5); above zero is better as EIF prints it, so less is a fall. */
function indexReading(
  { improvement_index: printed }: StudyResult,
  better: "lower" | "higher" | undefined,
): EffectReading | undefined {
  const index = printed?.value?.value;
  if (index === undefined || Math.abs(index) >= 50) return undefined;
  const sign = better === "lower" ? -1 : 1;
  return {
    effect: { scale: "g", value: sign * quantile(0.5 + index / 100) },
    sign,
    from: `from the printed improvement index of ${index}`,
    notes: ["the index is rounded, and has no interval"],
  };
}

function factsOf(
  study: Study | undefined,
  result: StudyResult,
  outcome: Outcome | undefined,
  sizes: ResultEffect["sizes"],
): ConversionFacts {
  const pair = pairOf(result.effect?.value, result);
  // With a word and no direction of the outcome, whether the chance is of something good cannot be told.
  const written = result.effect?.value;
  const blind = outcome?.better?.value === undefined && written?.kind === "estimate" && written.direction !== undefined;
  const without = blind ? undefined : (pair?.without ?? result.without?.value);
  const chance = without !== undefined && isDimensionless(without.unit) ? without.value : undefined;
  const sd = sdOf(result, outcome);
  const total =
    sizes !== undefined ? sizes.with + sizes.without : (exactCount(result.analysed) ?? exactCount(study?.sample));
  return {
    ...(chance === undefined ? {} : { without: chance, withoutFrom: "the study's comparison group" }),
    ...(sd === undefined ? {} : { sd }),
    ...(total === undefined ? {} : { total }),
  };
}

/** The study's own standard deviation (of the comparison group) before that of the measure. */
function sdOf(result: StudyResult, outcome: Outcome | undefined): number | undefined {
  const own = pairOf(result.effect?.value, result)?.without.sd ?? result.without?.value?.sd;
  if (own !== undefined) return own;
  const name = result.measure?.value;
  return outcome?.measures?.items.find((one) => name !== undefined && one.measure?.value === name)?.sd?.value?.value;
}

/** Which way it points: by the verdict on the result, and the sign of its leading reading. */
function directionOf(result: StudyResult, { readings, clustering }: AllReadings): Direction {
  const [first] = readings;
  if (first === undefined) return "not known";
  const verdict = verdictOf(result);
  if (verdict.kind === "null") return "no effect shown";
  const tested = verdict.kind === "effect" ? true : tellsApart(first, clustering);
  if (tested === false) return "no effect shown";
  const way = wayOf(first) ?? result.direction?.value;
  if (way !== "better" && way !== "worse") return "not known";
  return tested === undefined ? `${way}, not tested` : way;
}

/** True when the spread leaves no effect out; undefined without a spread, or where it is too narrow to say so. */
function tellsApart({ effect }: EffectReading, clustering: Clustering): boolean | undefined {
  const holds = holdsNone(effect);
  return holds === undefined || (!holds && clustering === "ignored") ? undefined : !holds;
}
