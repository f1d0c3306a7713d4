/** How many were analysed in each arm, and what clustering does to a spread worked out from them. */

import { type ArmSizes, designEffect } from "../../../evidence/index.ts";
import type { Study, StudyResult } from "../../../schema/kinds/study.ts";
import type { Field } from "../../../schema/shape.ts";
import { equalUnits, isDimensionless } from "../../../values/index.ts";
import type { Quantity, Unit } from "../../../values/types.ts";
import { clusteredDesigns } from "../../designs.ts";
import type { Clustering } from "./types.ts";

/** A count given to the last one: a bound or a range is no number to compute with. */
export function exactCount(field: Field<Quantity> | undefined): number | undefined {
  const found = field?.value;
  if (found === undefined || found.bound !== undefined || found.range !== undefined) return undefined;
  return Number.isFinite(found.value) && found.value > 0 ? found.value : undefined;
}

/** True when two counts can be of the same thing: a plain number may be of anything, 58 schools are not 58 pupils. */
export const sameUnit = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a === undefined || b === undefined || isDimensionless(a) || isDimensionless(b) || equalUnits(a, b);

const comparison = /\b(control|comparison|compar|usual|waiting|wait|treatment as|no treatment|business|placebo)/i;

/** Numbers analysed for a result in each arm: its own, those beside its means, else those of a study with two arms; as randomised where nobody says who was analysed. */
export function sizesOf(
  study: Study | undefined,
  result: StudyResult,
): { readonly sizes: ArmSizes; readonly note?: string } | undefined {
  const own = { with: exactCount(result.with_analysed), without: exactCount(result.without_analysed) };
  if (own.with !== undefined && own.without !== undefined) return { sizes: { with: own.with, without: own.without } };
  const written = result.effect?.value;
  const pair = written?.kind === "comparison" ? written : { with: result.with?.value, without: result.without?.value };
  const [n1, n0] = [pair.with?.n, pair.without?.n];
  if (n1 !== undefined && n0 !== undefined && n1 > 0 && n0 > 0) return { sizes: { with: n1, without: n0 } };
  const arms = study?.arms?.items ?? [];
  const [first, second] = arms;
  if (arms.length !== 2 || first === undefined || second === undefined) return undefined;
  const turned = comparison.test(first.arm?.text ?? "") && !comparison.test(second.arm?.text ?? "");
  const [withIt, without] = turned ? [second, first] : [first, second];
  for (const stage of ["analysed", "randomised", "started"] as const) {
    const sizes = { with: exactCount(withIt[stage]), without: exactCount(without[stage]) };
    if (sizes.with === undefined || sizes.without === undefined) continue;
    const found = { sizes: { with: sizes.with, without: sizes.without } };
    return stage === "analysed" ? found : { ...found, note: `numbers as ${stage}: who was analysed is not said` };
  }
  return undefined;
}

/** True where groups were put to the test, so that participants of one are alike. */
export const isClustered = (study: Study | undefined): boolean => clusteredDesigns.has(study?.design?.value ?? "");

/** Clusters in all arms together at a stage; undefined unless every arm gives its own. */
function clustersAt(study: Study, stage: "clusters" | "clusters_analysed"): number | undefined {
  const arms = study.arms?.items ?? [];
  const numbers = arms.flatMap((arm) => exactCount(arm[stage]) ?? []);
  return arms.length > 0 && numbers.length === arms.length ? numbers.reduce((a, b) => a + b, 0) : undefined;
}

/** Clusters that were analysed; those that took part where nobody says how many were lost. */
export const clustersAnalysed = (study: Study): number | undefined =>
  clustersAt(study, "clusters_analysed") ?? exactCount(study.clusters) ?? clustersAt(study, "clusters");

export interface Widening {
  readonly clustering: Clustering;
  /** Square root of the design effect. */
  readonly factor: number;
  readonly note?: string;
}

/** What to do with a spread that we worked out ourselves as if participants were independent. */
export function wideningOf(study: Study | undefined, total: number | undefined): Widening {
  if (!isClustered(study)) return { clustering: "not clustered", factor: 1 };
  const icc = study?.icc?.value?.value;
  const clusters = study === undefined ? undefined : clustersAnalysed(study);
  if (icc === undefined || clusters === undefined || total === undefined || total <= clusters)
    return {
      clustering: "ignored",
      factor: 1,
      note: "the interval ignores clustering and is too narrow: it needs `icc`, `clusters` and who was analysed",
    };
  // An estimate of it can come out below zero; people of one cluster are never taken for less alike than strangers.
  const effect = designEffect(total / clusters, Math.max(0, icc));
  return {
    clustering: "widened",
    factor: Math.sqrt(effect),
    note: `widened for clustering by a design effect of ${short(effect)} (${short(total / clusters)} a cluster, intraclass correlation ${short(icc)})`,
  };
}

/** Whether a printed interval allows for clustering: as the study says. */
export function printedClustering(study: Study | undefined): Clustering {
  if (!isClustered(study)) return "not clustered";
  const said = study?.allows_for_clustering?.value;
  return said === undefined ? "not said" : said ? "allowed for" : "ignored";
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
