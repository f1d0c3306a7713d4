import { benefits } from "./benefits.ts";
import { add, type Costs, costs, type Row } from "./costs.ts";
import { NOT_KNOWN } from "./reading.ts";
import { gainFigures, returnFigures } from "./returns.ts";
import type { Setting } from "./setting.ts";
import type { Case } from "./spec.ts";

/** A figure by the name that the product prints it under; NaN: not worked out here. */
export type Figures = Record<string, number>;

export const present = (cash: number[], s: Setting): number =>
  add(Array.from(cash, (sum, year) => (sum ?? 0) * s.discount(year)));

/** The part of a line or sum that a party test counts. */
export const part = (shares: Record<string, number>, counted: (party: string) => boolean): number =>
  add(Object.entries(shares).map(([party, share]) => (counted(party) ? share : 0)));

export const inView = (row: Row, budget: boolean): boolean => !budget || (row.additional && !row.inKind);

export function costSums(c: Costs) {
  const { s, rows } = c;
  const sum = (budget: boolean, counted: (party: string) => boolean, of: (row: Row) => number): number =>
    add(rows.filter((row) => inView(row, budget)).map((row) => part(row.payers, counted) * of(row)));
  const lead = (of: (row: Row) => number): number => sum(s.budget, s.counts, of);
  return { sum, lead };
}

const whole = (row: Row): number => add(Array.from(row.cash, (sum) => sum ?? 0));
const wholeCorrected = (row: Row): number => add(Array.from(row.corrected, (sum) => sum ?? 0));

export function costFigures(given: Case, c: Costs): Figures {
  const { s, who, rows, otherwise } = c;
  const { sum, lead } = costSums(c);
  const total = lead(whole);
  const timed = (timing: string): number => lead((row) => (row.timing === timing ? whole(row) : 0));
  const oneOff = lead((row) => (row.timing === "recurring" ? 0 : row.bought));
  const charged = lead((row) => row.charged);
  const spared = add(otherwise.cash) * part(otherwise.payers, s.counts);
  const sparedPv = present(otherwise.cash, s) * part(otherwise.payers, s.counts);
  const pv = lead((row) => present(row.corrected, s)) - sparedPv;
  const figures: Figures = {
    starts_total: who.starts,
    completes_total: who.completes,
    reach: who.starts / who.eligible,
    cost_total: total,
    cost_total_economic: sum(false, s.counts, whole),
    cost_total_budget: sum(true, s.counts, whole),
    cost_total_corrected: lead(wholeCorrected),
    cost_outside: sum(s.budget, (party) => !s.counts(party) && party !== NOT_KNOWN, whole),
    cost_in_kind: sum(false, s.counts, (row) => (row.inKind ? whole(row) : 0)),
    start_up_cost: timed("start-up"),
    recurring_cost: timed("recurring"),
    prerequisite_cost: timed("prerequisite"),
    cost_per_year: total / who.period,
    cost_per_starter: total / who.starts,
    cost_per_completer: total / who.completes,
    cost_per_offered: total / who.offered,
    cost_per_eligible: total / who.eligible,
    annualised_cost_per_starter: charged / who.starts,
    annualised_cost_per_year: charged / who.period,
    // METHODS 4, EEF: (start-up + recurring x 3) / 3 / pupils of a year.
    averaged_cost_per_starter: (oneOff / 3 + timed("recurring") / who.period) / (who.starts / who.period),
    comparator_cost: spared,
    incremental_cost: total - spared,
    incremental_cost_per_starter: (total - spared) / who.starts,
    pv_cost: pv,
    pv_cost_uncorrected: lead((row) => present(row.cash, s)) - sparedPv,
    // METHODS 1: equivalent annual cost = PV / sum of D(1..n).
    equivalent_annual_cost: pv / s.annuity(who.period),
  };
  for (const thing of Object.keys(given.spec.delivery ?? {})) {
    figures[`cost_per_unit/${thing}`] = total / who.things(thing);
  }
  for (const party of new Set(rows.flatMap((row) => Object.keys(row.payers)))) {
    if (!s.counts(party)) continue;
    figures[`cost_by_payer/${party}`] = sum(s.budget, (each) => each === party, whole);
  }
  for (const resource of new Set(rows.map((row) => row.resource))) {
    figures[`cost_by_resource/${resource}`] = lead((row) => (row.resource === resource ? whole(row) : 0));
  }
  // A residual may come back on the day after the last: FORMAT, "comes back when the life ends inside the period".
  for (let year = 0; year <= Math.ceil(who.period); year++) {
    figures[`cost_by_year/${year}`] = lead((row) => row.cash[year] ?? 0);
  }
  const steady = lead((row) => (row.stepped ? 0 : whole(row) * (1 - row.variable)));
  const variable = lead((row) => (row.stepped ? 0 : whole(row) * row.variable));
  figures["cost_by_behaviour/fixed"] = steady;
  figures["cost_by_behaviour/variable"] = variable;
  figures["cost_by_behaviour/stepped"] = lead((row) => (row.stepped ? whole(row) : 0));
  for (const volume of [0.5, 0.75, 1, 1.25, 1.5]) {
    const at = steady + variable * volume + lead((row) => (row.stepped ? whole(row) * row.steps(volume) : 0));
    figures[`cost_at_volume/${volume * 100}%`] = at;
    figures[`cost_per_starter_at_volume/${volume * 100}%`] = at / (who.starts * volume);
  }
  return figures;
}

export function lineFigures(c: Costs): Figures {
  const figures: Figures = {};
  for (const row of c.rows) {
    figures[`line/${row.item}/total`] = whole(row);
    figures[`line/${row.item}/corrected`] = wholeCorrected(row);
    figures[`line/${row.item}/per_starter`] = whole(row) / c.who.starts;
    figures[`line/${row.item}/present_value`] = present(row.corrected, c.s);
  }
  return figures;
}

export function workOut(given: Case): Figures {
  const c = costs(given);
  const figures = { ...costFigures(given, c), ...lineFigures(c) };
  if (!given.spec.outcomes && !given.spec.benefits) return figures;
  const b = benefits(given, c);
  return { ...figures, ...returnFigures(c, b), ...gainFigures(b, c.s.perspective) };
}
