/** The facts behind an EIF rating in a few words. */
import type { Bounds, ResultFacts, StudyFacts, Verdict } from "./facts.ts";

/** The measures of some results, each once. */
export const names = (results: readonly ResultFacts[]): string =>
  [...new Set(results.map(({ name }) => name))].join("; ");

/** What improved. */
export function improvementText(study: StudyFacts, improved: Verdict): string {
  if (improved === true)
    return `better: ${names(study.results.filter(({ found, ofChild }) => found === "better" && ofChild === true))}`;
  return improved === false ? "none of those measured improved" : "";
}

const whole = (value: number): string => Math.round(value).toString();
const percent = (value: number): string => `${Number((100 * value).toFixed(1))}%`;

/** How many were in the smallest group, as far as it is known. */
export const groupText = (group: Bounds | undefined): string =>
  group === undefined || group.low <= 0
    ? ""
    : group.low === group.high
      ? `${whole(group.low)} in the smallest group`
      : `at least ${whole(group.low)} in the smallest group`;

/** The share that was analysed. */
export const keptText = (kept: Bounds | undefined): string =>
  kept === undefined
    ? ""
    : kept.low === kept.high
      ? `${percent(kept.low)} analysed`
      : `${percent(kept.low)} to ${percent(kept.high)} analysed`;

/** How many studies do something; a range where it is not known of each. */
export const countText = ({ low, high }: Bounds, one: string, many: string): string =>
  low === high ? `${low} ${low === 1 ? one : many}` : `${low} to ${high} ${many}`;
