/**
 * A second way to the same figures: a ledger, as an accountant would keep it. Every pound is an entry with its year and its party, and
 * figures are sums over entries. Written from the published methods (HM Treasury Green Book; GMCA guidance 2014; schemas/FORMAT.md)
 * and on no line of the engine.
 */
import deflator from "../../../schemas/data/gdp-deflator/hmt-2026-03.json" with { type: "json" };
import {
  type Benefit,
  type Claim,
  isBiased,
  type Kind,
  type Line,
  type Party,
  type Service,
  type Split,
} from "./service.ts";

interface Entry {
  readonly year: number;
  readonly party: Party;
  readonly pounds: number;
}

/** What one line or benefit puts into the ledger. */
interface Account {
  readonly entries: readonly Entry[];
  /** 1.1 raises a cost, 0.9 lowers a benefit. */
  readonly optimism: number;
}

interface Gain extends Account {
  readonly kind: Kind;
  readonly cashable: number | undefined;
  readonly transfer: boolean;
  readonly isLump: boolean;
  readonly claim: number | undefined;
}

export interface Result {
  readonly [figure: string]: number | "none" | undefined;
}

/** Upper bounds of standard and non-standard buildings: Mott MacDonald 2002, table 2. */
const [USUAL, UNUSUAL] = [0.24, 0.51];
const optimismOf = (line: Line): number =>
  line.bias !== undefined && isBiased(line)
    ? ((line.bias.usual * USUAL + (100 - line.bias.usual) * UNUSUAL) / 100) * (1 - (line.bias.managed ?? 0) / 100)
    : (GRADES[line.grade ?? 0] ?? 0);
const isBudget = ({ additional, inKind }: Line): boolean => additional && !inKind;

const GRADES = [0, 0, 0.05, 0.1, 0.15, 0.25, 0.4];
const PUBLIC: readonly Party[] = ["local-authority", "nhs", "schools"];
const counts =
  (perspective: Service["perspective"]) =>
  (party: Party): boolean =>
    perspective === "society" ||
    (perspective === "public-sector" ? PUBLIC.includes(party) : party === "local-authority");

const total = (numbers: readonly number[]): number => numbers.reduce((so, each) => so + each, 0);

/** The service as it would be had it none of the corrections that are left out. */
function uncorrected(of: Service): Service {
  const leaves = (correction: Service["leaveOut"][number]): boolean => of.leaveOut.includes(correction);
  const ungraded = leaves("optimism-bias") ? { grade: undefined } : {};
  const unattributed = leaves("attribution") ? { attribution: undefined } : {};
  return {
    ...of,
    ...(leaves("discounting") ? { rate: 0 } : {}),
    lines: of.lines.map((line) => ({ ...line, ...ungraded, ...(leaves("optimism-bias") ? { bias: undefined } : {}) })),
    benefits: of.benefits.map((benefit) => ({ ...benefit, ...ungraded, ...unattributed })),
    claims: of.claims.map((claim) => ({
      ...claim,
      ...ungraded,
      ...unattributed,
      ...(leaves("drop-off") ? { dropOff: undefined } : {}),
      ...(leaves("deadweight") ? { deadweight: { points: true, size: 0 } } : {}),
      worth: { ...claim.worth, ...ungraded },
    })),
  };
}

/** Every figure of the main chain, by its id. Undefined: not worked out here. */
export function ledger(service: Service): Result {
  const of = uncorrected(service);
  const years = of.period / 12;
  const starters = of.starts * (of.startsAreYearly ? years : 1);
  const completers = (starters * of.completes) / 100;
  const horizon = of.horizon === undefined ? 500 : of.horizon / 12;
  /** Delivery years, the last perhaps a part of one. */
  const delivery = Array.from({ length: Math.ceil(years) }, (_, year) => Math.min(1, years - year) / years);

  const inPrices = (pounds: number, year: string): number => {
    const index = (label: string): number => {
      const row = (deflator.rows as readonly { year: string; index: number }[]).find((each) => each.year === label);
      if (row === undefined) throw new Error(`no deflator of ${label}`);
      return row.index;
    };
    return (pounds * index("2024-25")) / index(year);
  };
  const among = (pounds: number, year: number, split: Split): Entry[] =>
    split.map(([party, percent]) => ({ year, party, pounds: (pounds * percent) / 100 }));

  // Costs.
  const unitsOf = (line: Line): number =>
    ({ once: 1, total: 1, year: years, child: starters, completer: completers, "child-week": starters * of.weeks })[
      line.per
    ];
  const costs = of.lines.flatMap((line) => {
    const each = inPrices(line.pounds, line.year) * (1 + (line.onCosts ?? 0) / 100) * (1 + (line.overhead ?? 0) / 100);
    const bought = line.per === "once" && line.lasts !== undefined ? line.lasts : undefined;
    const entries: Entry[] = [];
    if (bought !== undefined)
      for (let at = 0; at < years - 1e-9; at += bought) entries.push(...among(each, at, line.payers));
    else if (line.per === "once") entries.push(...among(each, 0, line.payers));
    else entries.push(...delivery.flatMap((share, year) => among(each * unitsOf(line) * share, year, line.payers)));
    // What is left of it is sold at the end of each life inside the period; nobody is too hopeful about that.
    const left = bought === undefined || line.residual === undefined ? 0 : inPrices(line.residual, line.year);
    const sold: Entry[] = [];
    if (bought !== undefined && left > 0)
      for (let end = bought; end <= years + 1e-9; end += bought)
        sold.push(...among(-left, Math.floor(end), line.payers));
    const isCharged = bought !== undefined && of.capital !== "expense";
    const charge = isCharged
      ? chargeOf(each, left, bought, firstRate(of), of.capital as "annualise" | "spread") * years
      : undefined;
    return [
      { line, entries, optimism: 1 + optimismOf(line), charge },
      { line, entries: sold, optimism: 1, charge: isCharged ? 0 : undefined },
    ];
  });
  const spared: Account = {
    entries:
      of.comparator === undefined
        ? []
        : delivery.flatMap((share, year) =>
            among((of.comparator?.pounds ?? 0) * starters * share, year, of.comparator?.payers ?? []),
          ),
    optimism: 1,
  };

  // Benefits.
  const gains: Gain[] = [
    ...of.benefits.map((benefit) => given(benefit)),
    ...of.claims.map((claim, at) => fromClaim(claim, at)),
  ];
  function given(benefit: Benefit): Gain {
    const people = benefit.of === "starters" ? starters : completers;
    const pounds = (benefit.pounds * people * (benefit.attribution ?? 100)) / 100;
    const over = benefit.over === undefined ? undefined : benefit.over / 12;
    const entries = delivery.flatMap((share, start) =>
      over === undefined
        ? start < horizon
          ? among(pounds * share, start, benefit.gains)
          : []
        : slices(start, start + over, horizon).flatMap(({ year, length }) =>
            among((pounds * share * length) / over, year, benefit.gains),
          ),
    );
    return {
      entries,
      optimism: 1 - (GRADES[benefit.grade ?? 0] ?? 0),
      kind: benefit.kind,
      cashable: benefit.cashable,
      transfer: benefit.transfer,
      isLump: over === undefined,
      claim: undefined,
    };
  }
  function fromClaim(claim: Claim, at: number): Gain {
    const { worth } = claim;
    const lag = (claim.lag ?? 0) / 12;
    const end = lag + claim.lasts / 12;
    const better = helped(claim) * improvement(claim) * ((claim.attribution ?? 100) / 100);
    const entries = delivery.flatMap((share, start) => {
      if (claim.sort === "event")
        return start + lag < horizon - 1e-12
          ? among(better * share * worth.pounds, Math.floor(start + lag + 1e-12), worth.gains)
          : [];
      return inEffect(claim, start + lag, Math.min(start + end, horizon)).flatMap(({ year, length }) =>
        among(better * share * length * worth.pounds, year, worth.gains),
      );
    });
    const worst = Math.max(claim.grade ?? 0, worth.grade ?? 0);
    return {
      entries,
      optimism: 1 - (GRADES[worst] ?? 0),
      kind: worth.kind,
      cashable: worth.cashable,
      transfer: false,
      isLump: false,
      claim: at,
    };
  }
  function helped(claim: Claim): number {
    const base = { starters, completers, eligible: of.eligible }[claim.affects];
    return [claim.need, claim.engagement, claim.retention].reduce<number>(
      (so, share) => (so * (share ?? 100)) / 100,
      base,
    );
  }

  // Sums over the ledger.
  const factor = discountFactors(of);
  const sumOf = (
    accounts: readonly Account[],
    keep: (party: Party) => boolean,
    how: { corrected?: boolean; present?: boolean } = {},
  ): number =>
    total(
      accounts.flatMap(({ entries, optimism }) =>
        entries
          .filter(({ party }) => keep(party))
          .map(({ year, pounds }) => pounds * (how.corrected ? optimism : 1) * (how.present ? factor(year) : 1)),
      ),
    );
  const viewed = of.view === "budget" ? costs.filter(({ line }) => isBudget(line)) : costs;
  const budget = costs.filter(({ line }) => isBudget(line));
  const mine = counts(of.perspective);
  const net = (
    accounts: readonly Account[],
    keep: (party: Party) => boolean,
    how: { corrected?: boolean; present?: boolean } = {},
  ): number => sumOf(accounts, keep, how) - sumOf([spared], keep, how);
  const counted = (perspective: Service["perspective"], some: readonly Gain[] = gains): readonly Gain[] =>
    some.filter((gain) => !(gain.transfer && perspective === "society") && gain.entries.length > 0);
  const ratio = (above: number, below: number): number | "none" => (below > 0 ? above / below : "none");
  const anyCounts = (some: readonly Gain[], perspective: Service["perspective"]): boolean =>
    counted(perspective, some).some(({ entries }) => entries.some(({ party }) => counts(perspective)(party)));

  const incremental = net(viewed, mine);
  const pvCost = net(viewed, mine, { corrected: true, present: true });
  const pvBenefit = sumOf(counted(of.perspective), mine, { corrected: true, present: true });
  const fiscal = gains.filter(({ kind }) => kind === "fiscal");
  const isPublic = counts("public-sector");
  const fiscalPv = sumOf(counted("public-sector", fiscal), isPublic, { corrected: true, present: true });
  const publicCost = net(viewed, isPublic, { corrected: true, present: true });
  const has = anyCounts(gains, of.perspective);
  const result: Record<string, number | "none" | undefined> = {
    starts_total: starters,
    completes_total: completers,
    cost_total: sumOf(viewed, mine),
    cost_per_starter: sumOf(viewed, mine) / starters,
    cost_in_kind: sumOf(
      costs.filter(({ line }) => line.inKind),
      mine,
    ),
    incremental_cost: incremental,
    pv_cost: pvCost,
    comparator_cost: of.comparator === undefined ? undefined : sumOf([spared], mine),
    annualised_cost_per_starter: costs.some(({ line }) => line.per === "once" && line.lasts !== undefined)
      ? total(
          viewed.map(({ line, entries, charge }) => {
            const part = total(line.payers.filter(([party]) => mine(party)).map(([, percent]) => percent / 100));
            return (charge ?? total(entries.map(({ pounds }) => pounds))) * part;
          }),
        ) / starters
      : undefined,
  };
  const variable = viewed.filter(({ line }) => ["child", "completer", "child-week"].includes(line.per));
  for (const share of [0.5, 1.25]) {
    const cost = sumOf(viewed, mine) - (1 - share) * sumOf(variable, mine);
    result[`cost_at_volume/${share * 100}%`] = cost;
    result[`cost_per_starter_at_volume/${share * 100}%`] = cost / (starters * share);
  }
  for (const year of new Set(
    viewed.flatMap(({ entries }) => entries.filter(({ party }) => mine(party)).map((entry) => entry.year)),
  ))
    result[`cost_by_year/${year}`] = sumOf(
      viewed.map((one) => ({ ...one, entries: one.entries.filter((entry) => entry.year === year) })),
      mine,
    );
  if (gains.length > 0) {
    result.gross_benefit = has ? sumOf(counted(of.perspective), mine) : "none";
    result.pv_benefit = has ? pvBenefit : "none";
    result.npv = has ? pvBenefit - pvCost : "none";
    result.bcr = has ? ratio(pvBenefit, pvCost) : "none";
    const hasFiscal = anyCounts(fiscal, "public-sector");
    result.fiscal_benefit = hasFiscal ? sumOf(counted("public-sector", fiscal), isPublic) : "none";
    result.fiscal_return = hasFiscal ? ratio(fiscalPv, publicCost) : "none";
    result.public_value_return = anyCounts(gains, "society")
      ? ratio(
          sumOf(counted("society"), () => true, { corrected: true, present: true }),
          net(viewed, () => true, { corrected: true, present: true }),
        )
      : "none";
    if (hasFiscal) result.payback = payback(counted("public-sector", fiscal));
    const isCash = fiscal.every(
      ({ cashable, entries }) => cashable !== undefined || !entries.some(({ party }) => isPublic(party)),
    );
    if (isCash && hasFiscal && gains.some(({ cashable }) => cashable !== undefined))
      result.net_present_budget_impact =
        total(
          counted("public-sector", fiscal).map(
            (gain) => (sumOf([gain], isPublic, { corrected: true, present: true }) * (gain.cashable ?? 0)) / 100,
          ),
        ) - net(budget, isPublic, { corrected: true, present: true });
    for (const party of ["local-authority", "nhs", "schools", "charity", "families"] as const) {
      if (!mine(party)) continue;
      const one = (each: Party): boolean => each === party;
      result[`net_by_party/${party}`] = sumOf(counted(of.perspective), one) - net(viewed, one);
    }
  }
  of.claims.forEach((claim, at) => {
    const gained =
      helped(claim) *
      improvement(claim) *
      ((claim.attribution ?? 100) / 100) *
      (claim.sort === "rate" ? meanYears(claim) : 1);
    result[`outcomes_expected/outcome-${at}`] = claim.better === "lower" ? -gained : gained;
    result[`cost_per_outcome/outcome-${at}`] = gained > 0 && incremental > 0 ? incremental / gained : "none";
    const own = gains.filter(({ claim: of }) => of === at);
    const brought = sumOf(counted(of.perspective, own), mine, { corrected: true, present: true });
    if (brought > 0) result[`break_even_share/outcome-${at}`] = 1 - (pvBenefit - pvCost) / brought;
  });
  return result;

  /** Years in effect of a starter on average, less what the horizon cuts. */
  function meanYears(claim: Claim): number {
    const lag = (claim.lag ?? 0) / 12;
    return total(
      delivery.map((share, start) =>
        total(
          inEffect(claim, start + lag, Math.min(start + lag + claim.lasts / 12, horizon)).map(
            ({ length }) => share * length,
          ),
        ),
      ),
    );
  }

  function payback(some: readonly Gain[]): number | "none" | undefined {
    if (some.some(({ isLump, entries }) => isLump && entries.some(({ party }) => isPublic(party)))) return undefined;
    const last = Math.max(0, ...[...viewed, ...some].flatMap(({ entries }) => entries.map(({ year }) => year)));
    let cost = 0;
    let gained = 0;
    for (let year = 0; year <= last; year++) {
      const inYear = <T extends Account>(accounts: readonly T[]): readonly Account[] =>
        accounts.map((one) => ({ ...one, entries: one.entries.filter((entry) => entry.year === year) }));
      cost +=
        sumOf(inYear(viewed), isPublic, { corrected: true, present: true }) -
        sumOf(inYear([spared]), isPublic, { present: true });
      gained += sumOf(inYear(some), isPublic, { corrected: true, present: true });
      // Where the two are equal but for rounding, the order in which they are added decides.
      const even = Math.abs(gained - cost) < 1e-6 * Math.abs(cost);
      if (even || (cost !== 0 && Math.abs(cost) < 1e-6)) return undefined;
      if (cost > 0 && gained >= cost) return year + 1;
    }
    return "none";
  }
}

/** How much better, as a share or a rate, against what would have happened anyway. */
function improvement({ sort, effect, deadweight, without, better }: Claim): number {
  const { metric, size } = effect;
  if (metric === "impact" && sort !== "rate")
    return deadweight.points ? (size - deadweight.size) / 100 : (size / 100) * (1 - deadweight.size / 100);
  const p = without / 100;
  const sign = better === "lower" ? -1 : 1;
  const times = 1 + (sign * size) / 100;
  const asRatio = sort === "rate" || metric === "RR" || metric === "relative" || metric === "impact";
  const after = asRatio
    ? p * times
    : metric === "OR"
      ? 1 / (1 + (1 - p) / (p * times))
      : metric === "HR"
        ? 1 - Math.exp(times * Math.log(1 - p))
        : p + (sign < 0 ? -Math.min(size, without) : size) / 100;
  return sign * (after - p);
}

interface Slice {
  readonly year: number;
  readonly length: number;
}

/** A stretch of time cut at every turn of a year, and at the horizon. */
function slices(from: number, to: number, horizon: number): Slice[] {
  const cut: Slice[] = [];
  const end = Math.min(to, horizon);
  for (let year = Math.floor(from + 1e-12); year < end - 1e-12; year++) {
    const length = Math.min(end, year + 1) - Math.max(from, year);
    if (length > 0) cut.push({ year, length });
  }
  return cut;
}

/** The same for an effect, each year after its first day worth (1 - drop-off) of the one before. */
function inEffect({ dropOff }: Claim, from: number, to: number): Slice[] {
  const all: Slice[] = [];
  for (let age = 0; from + age < to - 1e-12; age++)
    for (const { year, length } of slices(from + age, Math.min(to, from + age + 1), to))
      all.push({ year, length: length * (1 - (dropOff ?? 0) / 100) ** age });
  return all;
}

const firstRate = ({ rate }: Service): number => (rate === undefined ? 0.035 : rate / 100);

/** The yearly charge for something that lasts. */
function chargeOf(price: number, left: number, lasts: number, rate: number, capital: "annualise" | "spread"): number {
  if (capital === "spread" || rate === 0) return (price - left) / lasts;
  return (
    (price - left / (1 + rate) ** lasts) / total(Array.from({ length: lasts }, (_, at) => (1 + rate) ** -(at + 1)))
  );
}

/** Green Book: 3.5% to year 30, 3% to 75, 2.5% to 125; each year discounted by its own rate. */
function discountFactors({ rate, flows }: Service): (year: number) => number {
  const rateOf = (year: number): number =>
    rate === undefined ? (year <= 30 ? 0.035 : year <= 75 ? 0.03 : 0.025) : rate / 100;
  const before = (year: number): number => (year === 0 ? 1 : before(year - 1) / (1 + rateOf(year)));
  return (year) => (flows === "mid-year" ? before(year) / (1 + rateOf(year + 1)) ** 0.5 : before(year));
}
