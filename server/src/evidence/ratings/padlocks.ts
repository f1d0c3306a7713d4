/** EEF padlocks: the lowest of design, smallest detectable effect and attrition, less what threats to validity take away. */
import type { BodyFacts, Bounds, StudyFacts } from "./facts.ts";
import { bestStudy } from "./maryland.ts";
import { designRange, judge, notRated, rated } from "./rate.ts";
import type { Rating, Standard } from "./types.ts";

/** The padlock standard with its tables. */
export interface PadlockStandard extends Standard {
  readonly smallest_effect: readonly { readonly padlocks: number; readonly most: number }[];
  readonly attrition: readonly { readonly padlocks: number; readonly most: number }[];
  /** Padlocks that threats to validity may take away. */
  readonly threats_most: number;
}

const within = (table: PadlockStandard["attrition"], value: number): number =>
  table.find(({ most }) => value <= most + 1e-9)?.padlocks ?? 0;

/** One trial's security of findings. */
export function padlockStudy(study: StudyFacts, given: Standard): Rating {
  if (!study.rateable) return notRated(given, "It is not a study of effects.");
  const standard = given as PadlockStandard;
  const [from, to] = designRange(study.design, standard) ?? ["0", "5"];
  const design = { low: Number(from), high: Number(to) };
  const smallest =
    study.smallestEffect === undefined ? undefined : within(standard.smallest_effect, Math.abs(study.smallestEffect));
  const kept = study.retained;
  const attrition: Bounds =
    kept === undefined
      ? { low: 0, high: 5 }
      : { low: within(standard.attrition, 1 - kept.low), high: within(standard.attrition, 1 - kept.high) };
  const threats = study.baselineAlike === true ? 0 : standard.threats_most;
  const low = Math.max(0, Math.min(design.low, smallest ?? 0, attrition.low) - threats);
  const high = Math.min(design.high, smallest ?? 5, attrition.high);
  const whole = (bounds: Bounds): boolean | undefined =>
    bounds.low === 5 ? true : bounds.high < 5 ? false : undefined;
  return rated(standard, {
    lowest: String(low),
    highest: String(high),
    judged: [
      judge(standard, "design", whole(design), study.design ?? ""),
      judge(
        standard,
        "smallest-effect",
        smallest === undefined ? undefined : smallest === 5,
        smallest === undefined ? "" : `smallest effect ${study.smallestEffect}`,
      ),
      judge(standard, "attrition", kept === undefined ? undefined : whole(attrition), lost(kept)),
      judge(standard, "threats", study.baselineAlike, ""),
    ],
  });
}

const lost = (kept: Bounds | undefined): string =>
  kept === undefined || kept.low !== kept.high ? "" : `${Number((100 * (1 - kept.low)).toFixed(1))}% lost`;

/** Several trials: the most secure of them. */
export const padlockBody = (body: BodyFacts, standard: Standard): Rating => bestStudy(body, standard, padlockStudy);
