import type { Figure } from "../costing/figure.ts";
import type { Assessment } from "../model/assess/index.ts";

/** A spec's figures; a portfolio, of many services, counts no participant of one kind. */
export interface Counting {
  readonly counted?: Assessment["counted"];
}

/** What one participant is called: `family`. */
export const participantOf = ({ counted }: Counting): string => counted?.participant ?? "participant";

/** Of those who start: `per family`. Where a cost of those who complete stands beside it, `per family starting`. */
export const perStarter = (among: Counting): string =>
  `per ${participantOf(among)}${among.counted?.completers === true ? " starting" : ""}`;

/** Of those who complete: `per family completing`. */
export const perCompleter = (among: Counting): string => `per ${participantOf(among)} completing`;

/** The unit of an amount beside words that say for what it is: `£`, of `£/family`. */
export const moneyAlone = (unit: Figure["unit"]): Figure["unit"] => ({
  powers: unit.powers.filter(([, power]) => power > 0),
});
