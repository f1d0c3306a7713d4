import type { Figure } from "../costing/figure.ts";
import type { Assessment } from "../model/assess/index.ts";
import { isCalendar, isClock, isCurrency } from "../values/units.ts";

/** The figures of one spec. Beside a line nobody waits for all of them to be worked out: `counted` says it sooner. */
export interface Counting {
  readonly figures?: ReadonlyMap<string, Figure>;
  readonly counted?: Assessment["counted"];
}

/** What one participant is called, by the unit that the figures for each are in: `family`. */
export function participantOf(among: Counting): string {
  if (among.counted !== undefined) return among.counted.participant;
  const { figures } = among;
  const each = figures?.get("cost_per_starter") ?? figures?.get("gross_benefit_per_starter");
  const [base] =
    each?.unit.powers.find(
      ([name, power]) => power < 0 && !isCurrency(name) && !isCalendar(name) && !isClock(name) && name !== "FTE",
    ) ?? [];
  return base ?? "participant";
}

const countsCompleters = (among: Counting): boolean =>
  among.counted?.completers ?? among.figures?.has("cost_per_completer") ?? false;

/** Of those who start: `per family`. Where a cost of those who complete stands beside it, `per family starting`. */
export const perStarter = (among: Counting, participant = participantOf(among)): string =>
  `per ${participant}${countsCompleters(among) ? " starting" : ""}`;

/** Of those who complete: `per family completing`. */
export const perCompleter = (among: Counting, participant = participantOf(among)): string =>
  `per ${participant} completing`;

/** The unit of an amount beside words that say for what it is: `£`, of `£/family`. */
export const moneyAlone = (unit: Figure["unit"]): Figure["unit"] => ({
  powers: unit.powers.filter(([, power]) => power > 0),
});
