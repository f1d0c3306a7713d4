import { addedOnce, type Benefits, type Gain } from "./benefits.ts";
import { costSums, type Figures, inView, part, present } from "./chain.ts";
import { add, type Costs } from "./costs.ts";
import { NOT_KNOWN, one } from "./reading.ts";
import { counts } from "./setting.ts";

const total = (gain: Gain): number => add(Array.from(gain.byYear, (n) => n ?? 0));
const pvOf = (gain: Gain, correction: number): number =>
  add(Array.from(gain.byYear, (n, year) => (n ?? 0) * gain.discount(year))) * (1 - correction);
const pv = (gain: Gain): number => pvOf(gain, gain.correction);
const pvPlain = (gain: Gain): number => pvOf(gain, 0);

const isPublic = (party: string): boolean => counts("public-sector", party);
const everybody = (): boolean => true;
const ratio = (over: number, under: number): number => (under > 0 ? over / under : Number.NaN);

/** A sum of no benefit, or of none within the horizon, is no figure: the words of `none` in the schema of what is printed. */
function sumOf(gains: Gain[], of: (gain: Gain) => number): number {
  const counted = gains.filter((gain) => gain.byYear.length > 0);
  return counted.length === 0 ? Number.NaN : add(counted.map(of));
}

export function returnFigures(c: Costs, b: Benefits): Figures {
  const { s, who, otherwise } = c;
  const society = s.perspective === "society";
  // FORMAT: a transfer "counts for whoever gets it, under the council's and the public sector's perspective ..., and never for society".
  const inside = addedOnce(b.gains.filter((gain) => !(gain.transfer && society) && part(gain.gains, s.counts) > 0));
  const toPublic = addedOnce(b.gains.filter((gain) => gain.kind === "fiscal" && part(gain.gains, isPublic) > 0));
  const lead = (of: (gain: Gain) => number): number => sumOf(inside, (gain) => part(gain.gains, s.counts) * of(gain));
  const fiscal = (of: (gain: Gain) => number): number =>
    sumOf(toPublic, (gain) => part(gain.gains, isPublic) * of(gain));
  const all = (of: (gain: Gain) => number): number => sumOf(addedOnce(b.gains.filter((gain) => !gain.transfer)), of);
  const { sum } = costSums(c);
  const corrected = (budget: boolean, counted: (party: string) => boolean, raise: boolean): number =>
    sum(budget, counted, (row) => present(raise ? row.corrected : row.cash, s)) -
    present(otherwise.cash, s) * part(otherwise.payers, counted);
  const cost = corrected(s.budget, s.counts, true);
  const costPlain = corrected(s.budget, s.counts, false);
  const incremental =
    sum(s.budget, s.counts, (row) => add(Array.from(row.cash, (n) => n ?? 0))) -
    add(otherwise.cash) * part(otherwise.payers, s.counts);
  const gross = lead(total);
  const npv = lead(pv) - cost;
  const npvPlain = lead(pvPlain) - costPlain;
  // FORMAT: "a fiscal benefit without `cashable` leaves cashable figures incomplete, where another has it": the known part.
  const cash = (of: (gain: Gain) => number): number =>
    sumOf(
      toPublic.filter((gain) => gain.cashable !== undefined),
      (gain) => part(gain.gains, isPublic) * (gain.cashable ?? 0) * of(gain),
    );
  const figures: Figures = {
    gross_benefit: gross,
    gross_benefit_per_starter: gross / who.starts,
    fiscal_benefit: fiscal(total),
    cashable_benefit: cash(total),
    pv_cashable_benefit: cash(pv),
    net_present_budget_impact: cash(pv) - corrected(true, isPublic, true),
    net_present_budget_impact_uncorrected: cash(pvPlain) - corrected(true, isPublic, false),
    pv_benefit: lead(pv),
    pv_benefit_uncorrected: lead(pvPlain),
    net_benefit: gross - incremental,
    net_benefit_per_starter: (gross - incremental) / who.starts,
    npv,
    npv_uncorrected: npvPlain,
    bcr: ratio(lead(pv), cost),
    bcr_uncorrected: ratio(lead(pvPlain), costPlain),
    public_value_return: ratio(all(pv), corrected(s.budget, everybody, true)),
    public_value_return_uncorrected: ratio(all(pvPlain), corrected(s.budget, everybody, false)),
    fiscal_return: ratio(fiscal(pv), corrected(s.budget, isPublic, true)),
    fiscal_return_uncorrected: ratio(fiscal(pvPlain), corrected(s.budget, isPublic, false)),
    payback: payback(c, toPublic, true),
    payback_uncorrected: payback(c, toPublic, false),
  };
  for (const kind of new Set(inside.map((gain) => gain.kind))) {
    figures[`benefit_by_kind/${kind}`] = sumOf(
      inside.filter((gain) => gain.kind === kind),
      (gain) => part(gain.gains, s.counts) * total(gain),
    );
  }
  const payers = new Set([...c.rows.flatMap((row) => Object.keys(row.payers)), ...Object.keys(otherwise.payers)]);
  const gainers = new Set(inside.flatMap((gain) => Object.keys(gain.gains)));
  for (const party of new Set([...payers, ...gainers])) {
    if (!s.counts(party)) continue;
    const only = (each: string): boolean => each === party;
    const gained = add(inside.map((gain) => part(gain.gains, only) * total(gain)));
    const gainedBy = (of: (gain: Gain) => number): number =>
      sumOf(
        inside.filter((gain) => part(gain.gains, only) > 0),
        (gain) => part(gain.gains, only) * of(gain),
      );
    const paid = sum(s.budget, only, (row) => add(Array.from(row.cash, (n) => n ?? 0)));
    if (gainers.has(party)) figures[`benefit_by_gainer/${party}`] = gainedBy(total);
    figures[`net_by_party/${party}`] = gained - paid + add(otherwise.cash) * part(otherwise.payers, only);
  }
  return { ...figures, ...outcomeFigures(b, c, { incremental, npv, npvPlain, cost, lead }) };
}

type Balance = {
  incremental: number;
  npv: number;
  npvPlain: number;
  cost: number;
  lead: (of: (gain: Gain) => number) => number;
};

function outcomeFigures(b: Benefits, c: Costs, { incremental, npv, npvPlain, cost, lead }: Balance): Figures {
  const figures: Figures = {};
  const threshold = c.s.threshold === undefined ? Number.NaN : one(c.s.threshold).n;
  for (const effect of b.effects) {
    const id = effect.outcome.outcome;
    const brings = lead((gain) => (gain.outcome === id ? pv(gain) : 0));
    figures[`outcome_reached/${id}`] = effect.reached;
    figures[`outcome_difference/${id}`] = effect.change;
    figures[`outcomes_expected/${id}`] = effect.expected;
    figures[`cost_per_outcome/${id}`] = effect.gained > 0 && incremental > 0 ? incremental / effect.gained : Number.NaN;
    // FORMAT, Break-even: 1 - NPV / present value of what the claim brings.
    const enough = brings > 0 ? 1 - npv / brings : Number.NaN;
    figures[`break_even_share/${id}`] = enough;
    figures[`break_even_effect/${id}`] = effect.change * enough;
    const bringsPlain = lead((gain) => (gain.outcome === id ? pvPlain(gain) : 0));
    const enoughPlain = bringsPlain > 0 ? 1 - npvPlain / bringsPlain : Number.NaN;
    figures[`break_even_share_uncorrected/${id}`] = enoughPlain;
    figures[`break_even_effect_uncorrected/${id}`] = effect.change * enoughPlain;
    // The threshold of these specs is by the QALY.
    if (effect.outcome.kind !== "qaly") continue;
    figures[`net_monetary_benefit/${id}`] = effect.gained * threshold - incremental;
    const discounted = Array.from(effect.lumps, (n, year) => (n ?? 0) * effect.good * c.s.discountHealth(year));
    const qalys = discounted.length === 0 ? Number.NaN : add(discounted);
    figures[`discounted_qalys/${id}`] = qalys;
    figures[`net_monetary_benefit_discounted/${id}`] = qalys * threshold - cost;
  }
  return figures;
}

/** Discounted cost to the public sector, net of what the comparator would have cost it, up to the end of each year. */
export function publicCost(c: Costs, raise: boolean, last: number): number[] {
  const { s, rows, otherwise } = c;
  let sum = 0;
  return Array.from({ length: last + 1 }, (_, year) => {
    for (const row of rows.filter((each) => inView(each, s.budget))) {
      sum += part(row.payers, isPublic) * ((raise ? row.corrected : row.cash)[year] ?? 0) * s.discount(year);
    }
    sum -= part(otherwise.payers, isPublic) * (otherwise.cash[year] ?? 0) * s.discount(year);
    return sum;
  });
}

/** METHODS 2: the first period where cumulative discounted fiscal benefit >= cumulative cost; its end. */
function payback(c: Costs, fiscal: Gain[], raise: boolean): number {
  if (fiscal.length === 0 || fiscal.some((gain) => gain.lump)) return Number.NaN;
  const last = Math.max(
    ...[...c.rows.map((row) => row.corrected), ...fiscal.map((gain) => gain.byYear)].map((y) => y.length),
  );
  const cost = publicCost(c, raise, last);
  if (cost.every((sum) => sum <= 1e-6)) return Number.NaN;
  let gained = 0;
  for (const [year, spent] of cost.entries()) {
    for (const gain of fiscal) {
      const kept = raise ? 1 - gain.correction : 1;
      gained += part(gain.gains, isPublic) * (gain.byYear[year] ?? 0) * gain.discount(year) * kept;
    }
    if (gained >= spent - 1e-6) return year + 1;
  }
  return Number.NaN;
}

export function gainFigures(b: Benefits, perspective: string): Figures {
  const figures: Figures = {};
  const counted = (gain: Gain): boolean =>
    !(gain.transfer && perspective === "society") &&
    part(gain.gains, (party) => party === NOT_KNOWN || counts(perspective, party)) > 0;
  const added = new Set(addedOnce(b.gains.filter(counted)));
  for (const gain of b.gains) {
    const name = `benefit/${gain.origin}/${gain.name}/${gain.kind}`;
    figures[`${name}/total`] = sumOf([gain], total);
    figures[`${name}/present_value`] = sumOf([gain], pv);
    figures[`${name}/added`] = added.has(gain) ? 1 : 0;
  }
  return figures;
}
