import { one, plain, share } from "./reading.ts";
import type { Setting } from "./setting.ts";
import type { Claim, Outcome } from "./spec.ts";

/**
 * FORMAT, Outcomes: "Difference = risk with - risk without, from any metric: RR x p; OR p / (1 - p + OR p); 1 - (1 - p)^HR; g through
 * the measure's standard deviation, on a yes/no outcome through ln(OR) = g pi / sqrt 3." In the measure's own direction.
 */
export function difference(claim: Claim, outcome: Outcome, s: Setting): number {
  const p = claim.without === undefined ? Number.NaN : one(claim.without).n;
  const good = outcome.better === "higher" ? 1 : -1;
  if (claim.impact !== undefined) return uncompared(claim, s);
  if (claim.with !== undefined) return one(claim.with).n - p;
  const arms = (claim.effect ?? "").split(" v ");
  // FORMAT: two arms beside a `without` of those served here, "their ratio is taken to that `without`, as RR x p".
  if (arms.length === 2) {
    const [treated = Number.NaN, control = Number.NaN] = arms.map((arm) => one(arm).n);
    return claim.without === undefined ? treated - control : (treated / control) * p - p;
  }
  const [metric = "", size = "", ...words] = String(claim.effect).split(" ");
  const n = Number(size);
  const way = words.includes("better") ? good : words.includes("worse") ? -good : 1;
  switch (metric) {
    case "RR":
      return n * p - p;
    case "OR":
      return odds(n, p) - p;
    case "HR":
      // FORMAT: "of a rate HR x rate".
      return (perPerson(claim) ? n * p : 1 - (1 - p) ** n) - p;
    case "MD":
      return n * way;
    case "NNT":
      return good / n;
    case "g":
    case "d": {
      const sd = outcome.measures?.find((each) => each.measure === claim.measure)?.sd;
      return outcome.kind === "score"
        ? n * way * Number(sd)
        : odds(Math.exp((n * way * Math.PI) / Math.sqrt(3)), p) - p;
    }
    default:
      // `-32% relative`, `-3 points`: percentage points but of a score.
      if (size === "relative") return p * plain(metric);
      return Number(metric) / (outcome.kind === "score" ? 1 : 100);
  }
}

/** FORMAT, No effect shown: the interval contains no effect, 1 of a ratio and 0 of a difference. */
export function shown(claim: Claim): boolean {
  const interval = /\(95% CI (\S+) to (\S+)\)/.exec(claim.effect ?? "");
  if (!interval) return true;
  const none = /^(RR|OR|HR) /.test(claim.effect ?? "") ? 1 : 0;
  return Number(interval[1]) > none || Number(interval[2]) < none;
}

const odds = (ratio: number, p: number): number => (ratio * p) / (1 - p + ratio * p);

/** METHODS 2, both readings: `20% of impact` leaves impact x (1 - 0.20), `12 points` leaves impact - 0.12. */
function uncompared(claim: Claim, s: Setting): number {
  const impact = share(claim.impact, Number.NaN);
  const written = claim.deadweight;
  if (written === undefined || s.left.has("deadweight")) return impact;
  const [size = ""] = written.split(" ");
  return written.endsWith("of impact") ? impact * (1 - plain(size)) : impact - Number(size) / 100;
}

/** A number of events for each person, over the window or a year, and no chance. */
const perPerson = (claim: Claim): boolean => Object.keys(one(claim.without ?? "0").units).length > 0;

/** A rate a year. */
export const isRate = (claim: Claim): boolean => claim.without !== undefined && one(claim.without).units.year === -1;
