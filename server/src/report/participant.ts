import type { Figure } from "../costing/figure.ts";
import { isCalendar, isClock, isCurrency } from "../values/units.ts";

/** The figures of one spec. */
export interface Counting {
  readonly figures?: ReadonlyMap<string, Figure>;
}

/** What one participant is called, by the unit that the figures for each are in: `family`. */
export function participantOf({ figures }: Counting): string {
  const each = figures?.get("cost_per_starter") ?? figures?.get("gross_benefit_per_starter");
  const [base] =
    each?.unit.powers.find(
      ([name, power]) => power < 0 && !isCurrency(name) && !isCalendar(name) && !isClock(name) && name !== "FTE",
    ) ?? [];
  return base ?? "participant";
}

/** Of those who start: `per family`. Where a cost of those who complete stands beside it, `per family starting`. */
export const perStarter = (among: Counting, participant = participantOf(among)): string =>
  `per ${participant}${among.figures?.has("cost_per_completer") === true ? " starting" : ""}`;

/** Of those who complete: `per family completing`. */
export const perCompleter = (among: Counting, participant = participantOf(among)): string =>
  `per ${participant} completing`;

/** The unit of an amount beside words that say for what it is: `£`, of `£/family`. */
export const moneyAlone = (unit: Figure["unit"]): Figure["unit"] => ({
  powers: unit.powers.filter(([, power]) => power > 0),
});
