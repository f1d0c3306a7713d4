/** Cost lines: each multiplied out, in cash by year, discounted, and as charged to the participants (schemas/FORMAT.md, "What a line costs"). */
import type { WorkingYear } from "../values/types.ts";
import { unit } from "../values/units.ts";
import type { CapitalSetting } from "./capital.ts";
import type { Flow } from "./cash.ts";
import { multiplied } from "./conversion.ts";
import type { Discounter, Profile } from "./discounting.ts";
import { LineResult } from "./line-result.ts";
import { describeProblem, type LineProblem, type Multiplier, multiplyOut } from "./lines.ts";
import type { Parties } from "./parties.ts";
import type { PriceBase, Prices } from "./price-years.ts";
import { type Base, type Volumes, withoutSplit } from "./volumes.ts";
import { given, type Missing, product, type Ref, sum, unknown, type Worked } from "./worked.ts";

/** Money as written, with the price year it stands in. */
export interface Priced {
  readonly worked: Worked;
  readonly base: PriceBase | undefined;
}

/** An amount, or a quantity at a price. */
export interface AmountInput {
  readonly quantity?: Worked | undefined;
  /** Of a quantity that adds unlike things (`hours/pupil` and `hours/group`), each of them. */
  readonly terms?: readonly Worked[] | undefined;
  readonly price: Priced;
}

/** Which participants a line is for (`of:`): a base, a share of one, or a number counted for it. */
export interface BaseInput {
  readonly base: Base;
  readonly share?: Worked;
  readonly counted?: Worked;
}

export const forStarters: BaseInput = { base: "starters" };

export interface CostInput {
  readonly ref: Ref;
  readonly name: string;
  readonly timing: "recurring" | "start-up" | "prerequisite";
  readonly resource: string | undefined;
  readonly payers: Parties;
  /** False: paid anyway, or given free: in the economic cost and not in the budget cost. */
  readonly additional: boolean;
  /** Given free, priced at its opportunity cost: shown apart. */
  readonly inKind?: boolean;
  readonly amount: AmountInput | { readonly bySite: ReadonlyMap<string, AmountInput> };
  /** The amount is paid at each site; how many there are. */
  readonly perSite?: Worked | undefined;
  readonly of: BaseInput;
  /** Years that the thing bought lasts. */
  readonly lasts?: Worked | undefined;
  readonly residual?: Priced | undefined;
  /** Employer's costs on top of a salary, as a share of it. */
  readonly onCosts?: Worked | undefined;
  /** As a share of the price with on-costs. */
  readonly overhead?: Worked | undefined;
  /** Hours of a full-time post on this line, when not those of the frame. */
  readonly workingYear?: WorkingYear | undefined;
  readonly capacity?: Capacity | undefined;
  /** Of a line with a capacity at another number of starters than its spec plans: how many are needed, of those planned. */
  readonly steps?: Worked | undefined;
  /** Correction for optimism, by grade of confidence or sort of project: 0.10 raises the cost by a tenth. */
  readonly correction?: Worked | undefined;
}

/** The most participants that a line serves before another of it is needed. */
export interface Capacity {
  /** Participants, in a year or over the whole period. */
  readonly most: Worked;
  readonly yearly: boolean;
  /** What serves them: a post (`FTE`), a thing counted in `delivery`; undefined: the line as written. */
  readonly per: string | undefined;
}

export interface CostFrame {
  readonly volumes: Volumes;
  readonly siteVolumes: ReadonlyMap<string, Volumes>;
  /** Every site that the delivery names, whether or not it says what each delivers. */
  readonly siteNames?: readonly string[] | undefined;
  readonly prices: Prices;
  readonly discounter: Discounter;
  readonly capital: CapitalSetting;
  readonly workingYear: WorkingYear;
}

export interface CostResult {
  readonly input: CostInput;
  /** Price times quantity, in the prices asked for; its unit says what it is multiplied by. Undefined for amounts by site. */
  readonly amount: Worked | undefined;
  readonly multiplier: Multiplier | undefined;
  readonly problem: LineProblem | undefined;
  /** One purchase of what lasts; the total of anything else. */
  readonly single: Worked;
  /** Cash over the period of delivery. */
  readonly total: Worked;
  /** With the correction for optimism. */
  readonly corrected: Worked;
  /** Corrected and discounted to year 0. */
  readonly presentValue: Worked;
  readonly presentValueUncorrected: Worked;
  /** As charged over the period, capital annualised or spread by the setting. */
  readonly charged: Worked;
  /** Cash by year as shares of the total; undefined where the years are not known. */
  readonly profile: Profile | undefined;
  /** Why it falls in those years, in words. */
  readonly falls: string;
  /** What comes back at the end of a life, and when: taken off the total already. */
  readonly returned: Flow | undefined;
  readonly sites: ReadonlyMap<string, Worked>;
  /** Of a quantity that adds unlike things, each with what it is multiplied by: they add up to the total. Undefined of any other line. */
  readonly terms?: readonly LineTerm[];
}

export interface LineTerm {
  readonly multiplier: Multiplier;
  readonly total: Worked;
}

/** Works out one line. */
export function costLine(input: CostInput, frame: CostFrame): CostResult {
  if ("bySite" in input.amount) return bySite(input, input.amount.bySite, frame);
  if (input.amount.terms !== undefined) return inTerms(input, input.amount, input.amount.terms, frame);
  const priced = reduced(input, input.amount, frame);
  const amount =
    input.perSite === undefined
      ? priced
      : product(input.name, [priced, input.perSite], { unit: priced.unit, ref: input.ref, aspect: "at all sites" });
  if (amount.value === undefined && amount.missing.length > 0)
    return new LineResult(input, amount, undefined, undefined, missed(input, amount.missing), frame, noSites);
  const reading = multiplyOut(input.name, amount, frame.volumes, baseOf(input.of, frame.volumes));
  if (!reading.ok) {
    const missing: Missing = { reason: "line-problem", what: describeProblem(reading.problem), ref: input.ref };
    return new LineResult(input, amount, undefined, reading.problem, missed(input, [missing]), frame, noSites);
  }
  const planned =
    reading.total.value === undefined ? missed(input, reading.total.missing, reading.total) : reading.total;
  // What is paid for each participant follows the number of them already: it has no steps.
  if (input.steps !== undefined && reading.multiplier.by !== "participants") {
    const { label, unit: of } = planned;
    const total = product(label, [planned, input.steps], {
      unit: of,
      ref: input.ref,
      aspect: "for those who start here",
    });
    return new LineResult(input, amount, reading.multiplier, undefined, total, frame, noSites);
  }
  const total = planned;
  const sites = splitBySite(input, priced, reading.multiplier, total, frame);
  return new LineResult(input, amount, reading.multiplier, undefined, total, frame, sites);
}

/** A line whose quantity adds unlike things: each is multiplied by what its own unit asks for, and the amounts are added. */
function inTerms(input: CostInput, amount: AmountInput, terms: readonly Worked[], frame: CostFrame): CostResult {
  let problem: LineProblem | undefined;
  let multiplier: Multiplier | undefined;
  const parts: Worked[] = [];
  const own: LineTerm[] = [];
  for (const term of terms) {
    const priced = reduced(input, { quantity: term, price: amount.price }, frame, `${input.name}: ${term.label}`);
    const each =
      input.perSite === undefined ? priced : product(priced.label, [priced, input.perSite], { unit: priced.unit });
    const reading =
      each.value === undefined
        ? undefined
        : multiplyOut(each.label, each, frame.volumes, baseOf(input.of, frame.volumes));
    if (reading === undefined) parts.push(each);
    else if (reading.ok) {
      multiplier ??= reading.multiplier;
      parts.push(reading.total);
      own.push({ multiplier: reading.multiplier, total: reading.total });
    } else problem ??= reading.problem;
  }
  // With one part that cannot be multiplied out the line is not costed: its known parts are no smaller line.
  const lacking = parts.flatMap(({ missing }) => missing);
  const because: readonly Missing[] =
    problem === undefined
      ? lacking
      : [{ reason: "line-problem", what: describeProblem(problem), ref: input.ref }, ...lacking];
  const total =
    because.length === 0
      ? sum(input.name, parts, { unit: unit([frame.prices.currency, 1]), ref: input.ref })
      : missed(input, because);
  return new LineResult(
    input,
    undefined,
    multiplier,
    problem,
    total,
    frame,
    noSites,
    because.length === 0 ? own : undefined,
  );
}

/** Each site's part of a line paid at each site, or for what each site delivers or serves; none where the parts are not all known. */
function splitBySite(
  input: CostInput,
  priced: Worked,
  multiplier: Multiplier,
  total: Worked,
  frame: CostFrame,
): ReadonlyMap<string, Worked> {
  const names = frame.siteNames ?? [];
  const isShared = input.perSite === undefined && (multiplier.by === "once" || multiplier.by === "years");
  if (names.length === 0 || isShared || total.value === undefined) return noSites;
  const sites = new Map<string, Worked>();
  let added = 0;
  for (const site of names) {
    const own = frame.siteVolumes.get(site) ?? withoutSplit(frame.volumes, site);
    const volumes = { ...own, things: new Map([...own.things, oneSite]) };
    const reading = multiplyOut(`${input.name} at ${site}`, priced, volumes, baseOf(input.of, volumes));
    if (!reading.ok || reading.total.value === undefined) return noSites;
    sites.set(site, reading.total);
    added += reading.total.value;
  }
  return Math.abs(added - total.value) <= 1e-9 * Math.abs(total.value) ? sites : noSites;
}

const oneSite = ["site", given("One site", 1, { unit: unit(["site", 1]) })] as const;
const noSites: ReadonlyMap<string, Worked> = new Map();

/** A line that is not known, with what is missing said under its name. */
function missed(input: CostInput, because: readonly Missing[], worked?: Worked): Worked {
  const missing: Missing = { reason: "line", what: input.name, ref: input.ref, because };
  return worked === undefined
    ? unknown(input.name, missing, { ref: input.ref })
    : { ...worked, missing: [missing], ref: input.ref };
}

function reduced(input: CostInput, amount: AmountInput, frame: CostFrame, name = input.name): Worked {
  const price = frame.prices.convert(amount.price.worked, amount.price.base);
  const factors = amount.quantity === undefined ? [price] : [amount.quantity, price];
  const worked = multiplied(name, factors, input.workingYear ?? frame.workingYear);
  return loaded(loaded(worked, input.onCosts, "with on-costs"), input.overhead, "with overhead");
}

/** An amount with a share of it added. */
function loaded(worked: Worked, share: Worked | undefined, aspect: string): Worked {
  if (share === undefined) return worked;
  const { label, unit: of } = worked;
  return sum(label, [worked, product(`${share.label} on ${label}`, [worked, share], { unit: of })], {
    unit: of,
    aspect,
  });
}

/** The participants a line is for, counted. */
export function baseOf(of: BaseInput, volumes: Volumes): { readonly base: Base | "counted"; readonly worked: Worked } {
  if (of.counted !== undefined && !volumes.perParticipant) return { base: "counted", worked: of.counted };
  if (of.counted !== undefined)
    return {
      base: "counted",
      worked: unknown(of.counted.label, { reason: "volume-unknown", what: `${of.counted.label} for each starter` }),
    };
  const base = volumes.bases[of.base];
  return {
    base: of.base,
    worked: of.share === undefined ? base : product(`${base.label}, share`, [base, of.share], { unit: base.unit }),
  };
}

function bySite(input: CostInput, amounts: ReadonlyMap<string, AmountInput>, frame: CostFrame): CostResult {
  const sites = new Map<string, Worked>();
  let problem: LineProblem | undefined;
  let multiplier: Multiplier | undefined;
  for (const [site, written] of amounts) {
    const name = `${input.name} at ${site}`;
    const amount = reduced(input, written, frame, name);
    if (amount.value === undefined) {
      sites.set(site, missed(input, amount.missing, amount));
      continue;
    }
    const volumes = frame.siteVolumes.get(site) ?? withoutSplit(frame.volumes, site);
    const reading = multiplyOut(name, amount, volumes, baseOf(input.of, volumes));
    if (reading.ok) {
      multiplier ??= reading.multiplier;
      sites.set(
        site,
        reading.total.value === undefined ? missed(input, reading.total.missing, reading.total) : reading.total,
      );
    } else {
      problem ??= reading.problem;
      sites.set(
        site,
        missed(input, [{ reason: "line-problem", what: describeProblem(reading.problem), ref: input.ref }]),
      );
    }
  }
  const total = sum(input.name, [...sites.values()], { unit: unit([frame.prices.currency, 1]), ref: input.ref });
  return new LineResult(input, undefined, multiplier, problem, total, frame, sites);
}
