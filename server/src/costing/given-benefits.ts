/** Benefits that an evaluation valued itself (schemas/FORMAT.md, "Benefits an evaluation has valued"). */
import { unit } from "../values/units.ts";
import { overItsYears, runningOf, sumOf, type Timing, yearOfStream } from "./benefit-timing.ts";
import { type BenefitKind, type BenefitResult, type BenefitYear, presentValueOf } from "./benefits.ts";
import { periodMissing } from "./cash.ts";
import { multiplied } from "./conversion.ts";
import { type AmountInput, type BaseInput, baseOf } from "./costs.ts";
import type { Running } from "./effect-years.ts";
import { describeProblem, type LineProblem, type Multiplier, multiplyOut } from "./lines.ts";
import type { OutcomeFrame } from "./outcomes.ts";
import type { Parties } from "./parties.ts";
import { withoutSplit } from "./volumes.ts";
import { insideHorizon } from "./when.ts";
import { type Missing, none, product, type Ref, sum, unknown, type Worked } from "./worked.ts";

interface BySite {
  readonly bySite: ReadonlyMap<string, AmountInput>;
}

export interface BenefitInput extends Running {
  readonly ref: Ref;
  readonly name: string;
  readonly amount: AmountInput | BySite | { readonly byYear: readonly AmountInput[] };
  readonly kind: BenefitKind | undefined;
  readonly gains: Parties;
  /** Undiscounted sums are spread evenly over `over`; other sums are worth that much in the participant's first year. */
  readonly valued: "present-value" | "undiscounted" | "unknown";
  /** Years. */
  readonly over: Worked | undefined;
  readonly outcome: string | undefined;
  readonly includes: readonly string[];
  readonly of: BaseInput;
  readonly attribution: Worked | undefined;
  readonly cashable: Worked | undefined;
  readonly correction: Worked | undefined;
  /** Whether a grade of confidence is written for it. */
  readonly graded?: boolean | undefined;
  /** It only moves money from one party to another. */
  readonly transfer?: boolean | undefined;
  /** Said to be a loss, its amount not known. */
  readonly loss?: boolean | undefined;
}

export interface GivenBenefit extends BenefitResult {
  readonly input: BenefitInput;
  readonly amount: Worked | undefined;
  readonly multiplier: Multiplier | undefined;
  readonly problem: LineProblem | undefined;
}

/** Works out one benefit line. Its unit says what it is multiplied by, as for costs. */
export function givenBenefit(input: BenefitInput, frame: OutcomeFrame): GivenBenefit {
  if ("byYear" in input.amount) return byYear(input, input.amount.byYear, frame);
  const running = runningOf(input, frame);
  const multiplied =
    unknownYears(input, running) ?? multipliedBenefit(input, input.amount, overItsYears(frame, running));
  const { amount, multiplier, problem, total: whole } = multiplied;
  const part = laid(input, attributed(input, whole), running ?? sumOf(input, frame), frame);
  return { ...resultOf(input, part), amount, multiplier, problem };
}

interface Multiplied {
  readonly amount: Worked | undefined;
  readonly multiplier: Multiplier | undefined;
  readonly problem: LineProblem | undefined;
  readonly total: Worked;
}

/** A yearly amount of which nobody knows how long it runs. */
function unknownYears(input: BenefitInput, running: Timing | undefined): Multiplied | undefined {
  const years = running?.years;
  if (years === undefined || years.value !== undefined || years.none !== undefined) return undefined;
  const total = lacked(input.name, input, years.missing, unknown(input.name, []));
  return { amount: undefined, multiplier: undefined, problem: undefined, total };
}

/** A benefit that is not known, with what is missing said under its name. */
const lacked = (name: string, input: BenefitInput, because: readonly Missing[], shape: Worked): Worked => ({
  ...shape,
  missing: [{ reason: "line", what: name, ref: input.ref, because, ...(input.loss === true ? { loss: true } : {}) }],
  ref: input.ref,
});

/** What one amount of a benefit comes to, and when. */
type Part = BenefitYear & { readonly lump: boolean; readonly falls: string | undefined };

function resultOf(input: BenefitInput, part: Part): Omit<GivenBenefit, "amount" | "multiplier" | "problem"> {
  return {
    ...part,
    input,
    ref: input.ref,
    name: input.name,
    origin: "given",
    kind: input.kind,
    gains: input.gains,
    outcome: input.outcome,
    includes: input.includes,
    cashable: input.cashable,
    transfer: input.transfer === true,
    graded: input.graded === true,
  };
}

/** Discounted by when it falls, less what falls beyond the horizon. */
function laid(input: BenefitInput, whole: Worked, timing: Timing, frame: OutcomeFrame): Part {
  const { at, when, lump, inside } = timing;
  const missing: readonly Missing[] =
    frame.volumes.perParticipant || frame.volumes.period.value !== undefined || timing.service
      ? timing.missing
      : periodMissing;
  let total = whole;
  if (at.total === 0) total = none(input.name, "not within the horizon", [whole], { unit: whole.unit, ref: input.ref });
  else if (!inside && at.total < 1 - 1e-12 && total.value !== undefined)
    total = product(input.name, [whole, insideHorizon(at.total, frame.horizon)], {
      unit: whole.unit,
      ref: input.ref,
      aspect: "inside the horizon",
    });
  const profile = missing.length === 0 ? at.profile : undefined;
  const falls = profile === undefined ? undefined : when();
  const present =
    profile === undefined
      ? lacksYears(total, missing)
      : presentValueOf(total, profile, frame.discounter, input.correction, falls);
  return {
    total,
    presentValue: total.none === undefined ? present.corrected : total,
    presentValueUncorrected: total.none === undefined ? present.uncorrected : total,
    profile,
    lump,
    falls: falls?.rule,
  };
}

const attributed = (input: BenefitInput, whole: Worked): Worked =>
  input.attribution === undefined
    ? whole
    : product(whole.label, [whole, input.attribution], {
        unit: whole.unit,
        ref: input.ref,
        aspect: "due to the service",
      });

/** Amounts by year: each is multiplied out by its own unit, falls in its own year, and they are added. */
function byYear(input: BenefitInput, amounts: readonly AmountInput[], frame: OutcomeFrame): GivenBenefit {
  let multiplier: Multiplier | undefined;
  let problem: LineProblem | undefined;
  const years = amounts.map((written, year) => {
    const timing = yearOfStream(input, written, year, frame);
    const name = `${input.name}, year ${year + 1}`;
    const of = one(name, written, input, overItsYears(frame, timing));
    multiplier ??= of.multiplier;
    problem ??= of.problem;
    return laid({ ...input, name }, attributed(input, of.total), timing, frame);
  });
  const money = { unit: unit([frame.prices.currency, 1]), ref: input.ref };
  const all = (label: string, of: (part: Part) => Worked): Worked => sum(label, years.map(of), money);
  const total = all(input.name, (part) => part.total);
  const presentValueUncorrected = all(`${input.name}, present value`, (part) => part.presentValueUncorrected);
  return {
    ...resultOf(input, {
      total,
      presentValueUncorrected,
      presentValue:
        input.correction === undefined
          ? presentValueUncorrected
          : all(`${input.name}, corrected`, (part) => part.presentValue),
      profile: undefined,
      falls: "each amount in its own year",
      lump: years.some(({ lump }) => lump),
    }),
    years,
    amount: undefined,
    multiplier,
    problem,
  };
}

function multipliedBenefit(input: BenefitInput, written: AmountInput | BySite, frame: OutcomeFrame): Multiplied {
  if ("bySite" in written) {
    const sites = [...written.bySite].map(([site, each]) =>
      one(`${input.name} at ${site}`, each, input, {
        ...frame,
        volumes: {
          ...(frame.siteVolumes.get(site) ?? withoutSplit(frame.volumes, site)),
          period: frame.volumes.period,
          timeInService: frame.volumes.timeInService,
        },
      }),
    );
    return {
      amount: undefined,
      multiplier: sites[0]?.multiplier,
      problem: sites.find((site) => site.problem !== undefined)?.problem,
      total: sum(
        input.name,
        sites.map((site) => site.total),
        { ref: input.ref },
      ),
    };
  }
  return one(input.name, written, input, frame);
}

function one(name: string, written: AmountInput, input: BenefitInput, frame: OutcomeFrame): Multiplied {
  const price = frame.prices.convert(written.price.worked, written.price.base);
  const amount = multiplied(
    name,
    written.quantity === undefined ? [price] : [written.quantity, price],
    frame.workingYear,
  );
  const lack = (because: readonly Missing[], shape: Worked): Worked => lacked(name, input, because, shape);
  const reading = multiplyOut(name, amount, frame.volumes, baseOf(input.of, frame.volumes));
  if (!reading.ok) {
    const because =
      amount.value === undefined
        ? amount.missing
        : [{ reason: "line-problem" as const, what: describeProblem(reading.problem), ref: input.ref }];
    return {
      amount,
      multiplier: undefined,
      problem: amount.value === undefined ? undefined : reading.problem,
      total: lack(because, unknown(name, [])),
    };
  }
  const isLacking = reading.total.value === undefined && reading.total.none === undefined;
  const total = isLacking ? lack(reading.total.missing, reading.total) : reading.total;
  return { amount, multiplier: reading.multiplier, problem: undefined, total };
}

function lacksYears(total: Worked, missing: readonly Missing[]): { corrected: Worked; uncorrected: Worked } {
  const worked = unknown(`${total.label}, present value`, total.value === undefined ? total.missing : missing, {
    unit: total.unit,
    ref: total.ref,
  });
  return { corrected: worked, uncorrected: worked };
}
