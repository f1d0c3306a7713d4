/** Effects, ratings and the results of studies as plain data. */
import { effectText, improvementIndex, type NumberNeeded, type SizedEffect } from "../../evidence/index.ts";
import type { Rating } from "../../evidence/ratings/index.ts";
import { commonEffect, onScale, type ReadEffect, readResult } from "../../model/assess/evidence/index.ts";
import { monthsFor, neededFor, numberNeededText } from "../../report/effects.ts";
import { studyRatings } from "../../report/ratings.ts";
import { evidenceSources } from "../../report/sources.ts";
import { studyName } from "../../report/study-name.ts";
import { formatUnit } from "../../values/index.ts";
import type { EvidencedStudy } from "../commands/evidence.ts";
import type { Writer } from "../costs/json-writer.ts";

export const effectJson = (effect: SizedEffect) => ({
  scale: effect.scale,
  value: effect.value,
  low: effect.low ?? null,
  high: effect.high ?? null,
  se: effect.se ?? null,
  basis: effect.basis ?? null,
  unit: effect.unit === undefined ? null : formatUnit(effect.unit),
  shown: effectText(effect),
});

export const ratingJson = (rating: Rating) => ({
  standard: rating.standard.id,
  edition: rating.standard.edition,
  indicative: rating.label,
  lowest: rating.lowest ?? null,
  highest: rating.highest ?? null,
  unknown: rating.unknown,
  would_raise_it: rating.raise,
  unverified: rating.unverified,
});

export function studyJson({ study, id, snapshot, path, project }: EvidencedStudy, writer: Writer) {
  const sources = evidenceSources(snapshot);
  return {
    id,
    name: studyName({ id, definition: sources.study(id)?.definition }),
    path: project.show(path),
    design: study.design?.value ?? null,
    interventions: (study.interventions?.items ?? []).flatMap(({ value }) => value ?? []),
    ratings: studyRatings(snapshot, path, id).map(ratingJson),
    results: (study.results?.items ?? []).map((result) => {
      const outcome = result.outcome?.value === undefined ? undefined : sources.outcome(result.outcome.value);
      const effect = readResult(study, result, outcome);
      const common = commonEffect(effect);
      return {
        at: writer.place(result.$),
        outcome: result.outcome?.text ?? null,
        measure: result.measure?.text ?? null,
        time: result.at?.text ?? null,
        printed: result.effect?.text ?? result.change?.text ?? result.change_over_time?.text ?? null,
        kind: effect.kind,
        finding: effect.direction,
        clustering: effect.clustering,
        readings: effect.readings.map((reading) => ({
          ...effectJson(reading.effect),
          from: reading.from,
          notes: reading.notes,
        })),
        ...scalesJson(effect.kind === "effect" ? effect : undefined),
        improvement_index:
          effect.kind === "effect" && "effect" in common ? improvementIndex(common.effect.value) : null,
        months_of_progress:
          effect.kind === "effect" ? (monthsFor(effect, outcome, result.months !== undefined) ?? null) : null,
        common: effect.kind === "effect" && "effect" in common ? effectJson(common.effect) : null,
        assumptions: effect.kind === "effect" && "effect" in common ? common.assumptions : [],
        needs: effect.kind === "effect" && "needs" in common ? common.needs : null,
      };
    }),
  };
}

const scales = ["RD", "RR", "OR", "d", "g"] as const;

/** An effect on every scale, and its number needed to treat. */
export const scalesJson = (effect: ReadEffect | undefined) => ({
  converted: effect === undefined ? [] : scales.map((scale) => convertedJson(effect, scale)),
  number_needed: effect === undefined ? null : neededJson(neededFor(effect)),
});

function convertedJson(effect: ReadEffect, scale: (typeof scales)[number]) {
  const found = onScale(effect, scale);
  const conversion = found?.conversion;
  return {
    scale,
    effect: conversion?.kind === "converted" ? effectJson(conversion.effect) : null,
    assumptions: conversion?.kind === "converted" ? [...(found?.reading.notes ?? []), ...conversion.assumptions] : [],
    needs: conversion === undefined ? "a number for the effect" : conversion.kind === "needs" ? conversion.what : null,
  };
}

/** `interval` goes through infinity where the difference may be none. */
function neededJson(needed: NumberNeeded | undefined) {
  if (needed === undefined || !Number.isFinite(needed.value)) return null;
  const { value, to, interval } = needed;
  const ends =
    interval === undefined
      ? null
      : interval.kind === "whole"
        ? { through_infinity: false, low: interval.low, high: interval.high }
        : { through_infinity: true, benefit: interval.benefit, harm: interval.harm };
  return { value, to, interval: ends, shown: numberNeededText(needed) };
}
