import { add, type Costs } from "./costs.ts";
import { given } from "./direct.ts";
import { difference, isRate, shown } from "./effects.ts";
import { one, parties, share, singular, years } from "./reading.ts";
import { type Setting, spread, worst } from "./setting.ts";
import type { Case, Claim, Outcome } from "./spec.ts";

export type Gain = {
  name: string;
  origin: "given" | "outcome";
  kind: string;
  gains: Record<string, number>;
  outcome: string | undefined;
  cashable: number | undefined;
  transfer: boolean;
  correction: number;
  /** Undiscounted and uncorrected, by year. */
  byYear: number[];
  /** Present value of one pound of each year. */
  discount: (year: number) => number;
  /** A sum whose path in time is not known: payback is not either. */
  lump: boolean;
  /** No effect is shown, so that it is never added. */
  notShown: boolean;
  /** Names of the benefits contained in it. */
  includes: string[];
};

export const put = (byYear: number[], year: number, amount: number): void => {
  byYear[year] = (byYear[year] ?? 0) + amount;
};

/** FORMAT, A horizon cuts on the very day: what is gained at one moment counts or does not. Whole months do not slip under it by rounding. */
export const within = (at: number, s: Setting): boolean => at < s.horizon - 1e-9;
export const yearOf = (at: number): number => Math.floor(at + 1e-9);

/** `amount` a year from `from` for `length` years, cut by calendar year, by anniversary and by the horizon. SEMANTICS A12. */
export function evenly(byYear: number[], from: number, length: number, amount: number, s: Setting, fade = 0): void {
  const end = Math.min(from + length, s.horizon);
  let at = from;
  let anniversary = 0;
  while (at < end - 1e-9) {
    const next = Math.min(end, yearOf(at) + 1, from + anniversary + 1);
    put(byYear, yearOf(at), (next - at) * amount * (1 - fade) ** anniversary);
    if (next > from + anniversary + 1 - 1e-9) anniversary++;
    at = next;
  }
}

export type Effect = ReturnType<typeof effect>;

/** The chain up to the value: METHODS 2, SEMANTICS A15. */
export function effect(claim: Claim, outcome: Outcome, c: Costs) {
  const { s, who } = c;
  const counted = singular(outcome.counts);
  const each = who.has?.units[counted] === 1 ? who.has.n : 1;
  const reached =
    who.base(claim.affects) * each * share(claim.need, 1) * share(claim.engagement, 1) * share(claim.retention, 1);
  const change = difference(claim, outcome, s);
  const attribution = s.left.has("attribution") ? 1 : share(claim.attribution, 1);
  const lag = claim.lag === undefined ? 0 : years(claim.lag);
  const fade = claim.drop_off === undefined || s.left.has("drop-off") ? 0 : one(claim.drop_off).n;
  const changed = reached * change * attribution;
  const lumps: number[] = [];
  const whileLasting: number[] = [];
  for (const [cohort, part] of spread(who.period).entries()) {
    if (within(cohort + lag, s)) put(lumps, yearOf(cohort + lag), changed * part);
    if (claim.lasts !== undefined) {
      evenly(whileLasting, cohort + lag, years(claim.lasts), changed * part, s, fade);
    }
  }
  const sure = shown(claim);
  const rate = isRate(claim);
  // FORMAT: "The horizon cuts benefits, QALYs and outcomes counted by the year".
  const cut = rate ? whileLasting : outcome.kind === "qaly" ? lumps : undefined;
  const expected = cut === undefined ? changed : cut.length > 0 ? add(Object.values(cut)) : Number.NaN;
  const good = outcome.better === "higher" ? 1 : -1;
  return {
    claim,
    outcome,
    reached,
    change,
    sure,
    rate,
    expected,
    gained: sure ? expected * good : Number.NaN,
    good,
    lumps,
    whileLasting,
  };
}

/** The values of one outcome, by gainer: the table of FORMAT, Outcomes. */
function valued(e: Effect, c: Costs): Gain[] {
  const { s } = c;
  return e.outcome.values.map((value) => {
    const entry = s.entry(value.value);
    const price = one(entry?.value ?? value.value);
    const from = value.price_year ?? entry?.price_year ?? s.libraryYear ?? "";
    const worth = e.good * price.n * s.reprice(from);
    const stream = !e.sure ? [] : e.rate || price.units.year === -1 ? e.whileLasting : e.lumps;
    return {
      name: e.outcome.title,
      origin: "outcome",
      kind: value.kind,
      gains: parties(value.gains ?? entry?.payer),
      outcome: e.outcome.outcome,
      cashable: value.cashable === undefined ? undefined : share(value.cashable, 1),
      transfer: e.outcome.transfer ?? false,
      correction: s.correction("benefits", worst(e.claim.confidence, value.confidence, entry?.confidence)),
      byYear: Array.from(stream, (n) => (n ?? 0) * worth),
      discount: e.outcome.kind === "qaly" ? s.discountHealth : s.discount,
      lump: false,
      notShown: !e.sure,
      includes: [],
    };
  });
}

/**
 * FORMAT: nothing is added twice, and "each sum decides this among the benefits it counts". SEMANTICS A17: a direct benefit stands for the
 * worked-out value of the same kind; `includes` keeps the contained one out; of one outcome, kind and gainer one is added.
 */
export function addedOnce(counted: Gain[]): Gain[] {
  const direct = counted.filter(({ origin }) => origin === "given");
  const holders = (of: Gain): Gain[] => {
    const above = direct.filter(({ includes }) => includes.includes(of.name));
    return [...new Set(above.flatMap((one) => [one, ...holders(one)]))];
  };
  const alike = (gain: Gain): string => `${gain.outcome} ${gain.kind} ${Object.keys(gain.gains).join(" ")}`;
  const added = new Set<Gain>();
  // "the first that is in no other": so those in the fewest come first, and whether what holds a benefit is added is known before it.
  for (const gain of [...direct].sort((a, b) => holders(a).length - holders(b).length)) {
    const held = holders(gain).some((one) => added.has(one));
    const told = gain.outcome !== undefined && [...added].some((one) => alike(one) === alike(gain));
    if (!held && !told) added.add(gain);
  }
  const instead = (gain: Gain): boolean =>
    direct.some((other) => other.outcome === gain.outcome && other.kind === gain.kind);
  return counted.filter((gain) => (gain.origin === "given" ? added.has(gain) : !gain.notShown && !instead(gain)));
}

export function benefits(read: Case, c: Costs) {
  const { spec, outcomes } = read;
  const effects = (spec.outcomes ?? []).map((claim) => {
    const outcome = outcomes.find((each) => each.outcome === claim.outcome);
    if (!outcome) throw new Error(`no outcome ${claim.outcome}`);
    return effect(claim, outcome, c);
  });
  const direct = (spec.benefits ?? []).map((benefit) => given(benefit, c, spec.population.unit));
  const worked = effects.flatMap((each) => valued(each, c));
  return { effects, gains: [...direct, ...worked] };
}

export type Benefits = ReturnType<typeof benefits>;
