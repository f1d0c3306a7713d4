/** Whether a printed interval is as narrow as if participants of one cluster were not alike. */
import { type ArmSizes, multiplier, onLine, rounding, type SizedEffect, sizedD } from "../../../evidence/index.ts";
import type { Study, StudyResult } from "../../../schema/kinds/study.ts";
import type { Estimate } from "../../../values/types.ts";
import { readPair } from "./pair.ts";
import { pairOf, readResult } from "./result.ts";
import { clustersAnalysed, isClustered } from "./sizes.ts";

/** Printed to fewer places than this share of it, an interval agrees with too much. */
const finest = 0.04;
/** With fewer in a cluster the two differ too little to tell. */
const alike = 5;

/**
 * The standard error that a clustered study would have if it ignored its clusters, where its printed interval agrees with that to the last
 * digit printed. Undefined where it does not, or nothing beside it tells: an adjusted estimate may be as narrow for other reasons.
 */
export function asIfIndependent(study: Study, result: StudyResult): number | undefined {
  const written = result.effect?.value;
  if (!isClustered(study) || written?.kind !== "estimate" || written.interval === undefined || written.adjusted)
    return undefined;
  const { readings, sizes } = readResult(study, result, undefined);
  const [lead] = readings;
  const clusters = clustersAnalysed(study);
  if (lead === undefined || sizes === undefined || clusters === undefined) return undefined;
  if (sizes.with + sizes.without < alike * clusters) return undefined;
  const own = independentError(lead.effect, result, sizes);
  const printed = printedError(written, lead.effect.scale);
  if (own === undefined || printed === undefined || printed.high - printed.low > finest * own) return undefined;
  return own >= printed.low && own <= printed.high ? own : undefined;
}

function independentError(effect: SizedEffect, result: StudyResult, sizes: ArmSizes): number | undefined {
  if (effect.scale === "d" || effect.scale === "g") return sizedD(effect.value, sizes, "sample", effect.scale).se;
  const pair = pairOf({ kind: "word" }, result);
  if (pair === undefined) return undefined;
  return readPair(pair.with, pair.without, undefined, undefined, sizes).readings.find(
    (each) => each.effect.scale === effect.scale,
  )?.effect.se;
}

/** The standard errors that an interval allows, as it was rounded. */
function printedError(
  { interval }: Estimate,
  scale: SizedEffect["scale"],
): { readonly low: number; readonly high: number } | undefined {
  if (interval === undefined) return undefined;
  const slack = rounding(interval.written);
  const z = 2 * multiplier(interval.level);
  const width = (by: number): number => (onLine(scale, interval.high + by) - onLine(scale, interval.low - by)) / z;
  const [low, high] = [width(-slack), width(slack)];
  return Number.isFinite(low) && Number.isFinite(high) && low > 0 ? { low, high } : undefined;
}
