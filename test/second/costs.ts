import { type Amount, meetThroughWorkingYear, one, parties, share, sum, times, years } from "./reading.ts";
import { hoursOf, type Setting, settle, spread, worst } from "./setting.ts";
import type { Case, Intervention, Line } from "./spec.ts";
import { upperBound } from "./tables.ts";

export type Row = {
  item: string;
  timing: string;
  resource: string;
  payers: Record<string, number>;
  additional: boolean;
  inKind: boolean;
  /** What part of it is bought for each participant who starts: FORMAT, Other numbers of starters. */
  variable: number;
  stepped: boolean;
  steps: (volume: number) => number;
  /** One purchase, as against every purchase of the period. */
  bought: number;
  /** Cash by year of delivery; what comes back after it stands beyond its end. */
  cash: number[];
  corrected: number[];
  /** The same in the view that charges capital over its life, all years together. */
  charged: number;
};

export const add = (list: number[]): number => list.reduce((a, b) => a + b, 0);

/** How many: SEMANTICS A1. A flow is x period, `/course` x courses, without either it is the total. */
export function people(spec: Intervention) {
  const period = years(spec.costs.period);
  const { population, delivery = {} } = spec;
  const total = (written: string | undefined): number => {
    if (written === undefined) return Number.NaN;
    const { n, units } = one(written);
    const thing = Object.keys(units).find((unit) => units[unit] === -1 && unit !== "year");
    return n * (units.year === -1 ? period : 1) * (thing ? total(delivery[thing]) : 1);
  };
  const starts = total(population.starts);
  const completes = population.completes?.endsWith("%")
    ? starts * share(population.completes, 0)
    : total(population.completes);
  const bases: Record<string, number> = {
    starters: starts,
    completers: completes,
    offered: total(population.offered),
    eligible: total(population.eligible),
  };
  return {
    period,
    starts,
    completes,
    offered: bases.offered ?? Number.NaN,
    eligible: bases.eligible ?? Number.NaN,
    things: (thing: string): number => total(delivery[thing]),
    /** `3 courses/year`: new ones every year. */
    everyYear: (thing: string): boolean => one(delivery[thing] ?? "0").units.year === -1,
    /** SEMANTICS A3: `completers`, `40% of starters`. */
    base: (of = "starters"): number => {
      const [part, base] = of.includes(" of ") ? of.split(" of ") : ["100%", of];
      return share(part, 1) * (bases[base ?? ""] ?? Number.NaN);
    },
    has: population.has === undefined ? undefined : one(population.has),
    served: population.time_in_service === undefined ? Number.NaN : years(population.time_in_service),
  };
}

export type People = ReturnType<typeof people>;

/** The table of FORMAT, What a line costs: what the unit left on it is multiplied by, over the whole period. */
export function volume(amount: Amount, unit: string, who: People, of?: string) {
  const { "£": pounds, ...left } = amount.units;
  if (pounds !== 1) throw new Error("no price");
  const per = Object.keys(left).filter((each) => each !== "year");
  const yearly = left.year === -1;
  if (per.length === 0) return { sort: yearly ? "years" : "once", times: yearly ? who.period : 1 };
  const thing = per[0] ?? "";
  if (who.has?.units[thing] === 1 && thing !== unit) {
    return { sort: "participants", times: who.has.n * who.base(of) * (yearly ? who.served : 1) };
  }
  if (thing === unit || thing === "participant" || thing === "starter") {
    return { sort: "participants", times: who.base(of) * (yearly ? who.served : 1) };
  }
  return {
    sort: who.everyYear(thing) ? "things every year" : "things",
    times: who.things(thing) * (yearly ? who.period : 1),
  };
}

/** The amounts of a line as written, loaded and in appraisal prices. */
function priced(line: Line, s: Setting): Amount[] {
  const entry = s.entry(line.unit_cost);
  const price = entry ? entry.value : line.unit_cost;
  const from = line.price_year ?? entry?.price_year ?? (entry ? s.libraryYear : undefined) ?? s.pricesOf;
  const hours = hoursOf(line.working_year, entry?.working_year, s.hours);
  // FORMAT: "quantity x price, then on_costs (a share of the salary), then overhead (a share of both)"; the nearer wins.
  const loaded = (1 + share(line.on_costs ?? entry?.on_costs, 0)) * (1 + share(line.overhead ?? entry?.overhead, 0));
  const scale = { n: loaded * s.reprice(from), units: {} };
  const written =
    line.quantity === undefined
      ? [one(line.amount ?? price ?? "")]
      : sum(line.quantity).map((part) => meetThroughWorkingYear(times(part, one(price ?? "")), hours));
  return written.map((part) => times(part, scale));
}

/** Optimism: METHODS 1 (base x (1 + upper x (1 - managed)), bounds weighted by share of the capital), else the grade of METHODS 2. */
function raisedBy(line: Line, s: Setting): number {
  const bias = line.optimism_bias;
  if (!bias) return s.correction("costs", worst(line.confidence, s.entry(line.unit_cost)?.confidence));
  if (s.left.has("optimism-bias")) return 0;
  const sorts = typeof bias.category === "string" ? { [bias.category]: "100%" } : bias.category;
  const upper = add(Object.entries(sorts).map(([id, part]) => share(part, 1) * upperBound(id)));
  return upper * (1 - share(bias.managed, 0));
}

/**
 * FORMAT, Other numbers of starters: "what serves is bought in whole units, as many as are needed for that many starters, and as planned
 * at 100%"; each stepped line x the whole steps needed / the steps planned.
 */
function steps(line: Line, who: People): (volume: number) => number {
  const serves = one(line.capacity ?? "");
  const thing = Object.keys(serves.units).find((unit) => serves.units[unit] === -1 && unit !== "year");
  const planned = thing === undefined ? 1 : thing === "FTE" ? one(line.quantity ?? "").n : who.things(thing);
  const starting = who.starts / (serves.units.year === -1 ? who.period : 1);
  return (at) => (at === 1 ? 1 : Math.ceil((starting * at) / serves.n - 1e-9) / planned);
}

function row(line: Line, spec: Intervention, who: People, s: Setting): Row {
  const timing = line.timing ?? "recurring";
  const inKind = line.paid === "in-kind" || (line.paid === undefined && line.resource === "volunteers");
  const amounts = priced(line, s).map((amount) => ({ amount, ...volume(amount, spec.population.unit, who, line.of) }));
  const bought = add(amounts.map((part) => part.amount.n * part.times));
  const lead = amounts[0];
  const up = raisedBy(line, s);
  const even = spread(who.period);
  let cash = even.map((part) => bought * part);
  let back: number[] = [];
  let charged = bought;
  if (timing !== "recurring" && lead?.sort === "once") cash = even.map((_, year) => (year === 0 ? bought : 0));
  // FORMAT: "lasts" on a line paid for "each of what delivery counts by the year is not used".
  if (line.lasts !== undefined && lead?.sort !== "things every year") {
    // SEMANTICS A8: in year 0 and again every `lasts` years inside the period; a residual comes back when a life ends inside it.
    const life = years(line.lasts);
    const residual = line.residual === undefined ? 0 : one(line.residual).n * s.reprice(line.price_year ?? s.pricesOf);
    cash = even.map(() => 0);
    back = [];
    for (let at = 0; at < who.period - 1e-9; at += life) {
      const end = at + life;
      cash[Math.floor(at + 1e-9)] = (cash[Math.floor(at + 1e-9)] ?? 0) + bought;
      if (end < who.period + 1e-9) back[Math.floor(end + 1e-9)] = (back[Math.floor(end + 1e-9)] ?? 0) - residual;
    }
    charged = who.period * charge(bought, residual, life, s);
    if (s.capital === "expense") charged = add(cash) + add(Object.values(back));
  }
  const both = (raise: number): number[] =>
    Array.from({ length: Math.max(cash.length, back.length) }, (_, y) => (cash[y] ?? 0) * (1 + raise) + (back[y] ?? 0));
  const perHead = add(amounts.map((part) => (part.sort === "participants" ? part.amount.n * part.times : 0)));
  return {
    item: line.item,
    timing,
    resource: line.resource ?? "not said",
    payers: parties(line.who_pays ?? s.entry(line.unit_cost)?.payer),
    additional: line.additional ?? true,
    inKind,
    variable: line.of === "eligible" || bought === 0 ? 0 : perHead / bought,
    stepped: line.capacity !== undefined,
    steps: line.capacity === undefined ? () => 1 : steps(line, who),
    bought,
    cash: both(0),
    corrected: both(up),
    charged,
  };
}

/** METHODS 4: K = (V - R/(1+i)^n) / a, a = (1 - (1+i)^-n) / i, in each year of delivery. */
function charge(bought: number, residual: number, life: number, s: Setting): number {
  const r = s.firstRate;
  if (s.capital === "spread" || r === 0) return (bought - residual) / life;
  return (bought - residual * (1 + r) ** -life) / ((1 - (1 + r) ** -life) / r);
}

/** What the same starters would cost otherwise, by year, and who would pay it: SEMANTICS A10. */
function comparator(spec: Intervention, who: People, s: Setting) {
  const written = spec.costs.comparator;
  const nothing = { cash: [] as number[], payers: {} as Record<string, number> };
  if (!written?.cost.includes("£")) return nothing;
  const amount = one(written.cost);
  const total = amount.n * s.reprice(s.pricesOf) * volume(amount, spec.population.unit, who).times;
  return { cash: spread(who.period).map((part) => part * total), payers: parties(written.who_pays) };
}

export function costs(given: Case) {
  const s = settle(given);
  const { spec } = given;
  const who = people(spec);
  return { s, who, rows: spec.costs.lines.map((line) => row(line, spec, who, s)), otherwise: comparator(spec, who, s) };
}

export type Costs = ReturnType<typeof costs>;
