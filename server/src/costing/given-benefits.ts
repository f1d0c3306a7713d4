/** Benefits that an evaluation valued itself (schemas/FORMAT.md, "Benefits an evaluation has valued"). */
import { type BenefitKind, type BenefitResult, presentValueOf } from "./benefits.ts";
import { multiplied } from "./conversion.ts";
import { type AmountInput, type BaseInput, baseOf } from "./costs.ts";
import { describeProblem, type LineProblem, type Multiplier, multiplyOut } from "./lines.ts";
import type { OutcomeFrame } from "./outcomes.ts";
import type { Parties } from "./parties.ts";
import { atOnce, gainedOver, laidOut } from "./timing.ts";
import { withoutSplit } from "./volumes.ts";
import { gainedEvenly, insideHorizon, lumpSum, movedBy, type WhenItFalls } from "./when.ts";
import { type Missing, none, product, type Ref, sum, unknown, type Worked } from "./worked.ts";

export interface BenefitInput {
  readonly ref: Ref;
  readonly name: string;
  readonly amount: AmountInput | { readonly bySite: ReadonlyMap<string, AmountInput> };
  readonly kind: BenefitKind | undefined;
  readonly gains: Parties;
  /** Undiscounted sums are spread evenly over `over`; the others are worth that much in the participant's first year. */
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
  const { amount, multiplier, problem, total: whole } = multipliedBenefit(input, frame);
  const attributed =
    input.attribution === undefined
      ? whole
      : product(input.name, [whole, input.attribution], {
          unit: whole.unit,
          ref: input.ref,
          aspect: "due to the service",
        });
  const over = input.valued === "undiscounted" ? input.over?.value : undefined;
  const effect = over === undefined ? atOnce(0) : gainedOver(over);
  const known = frame.volumes.perParticipant || frame.volumes.period.value !== undefined;
  const at = laidOut(frame.volumes.delivery, effect, frame.horizon);
  const profile = known ? at.profile : undefined;
  const when = (): WhenItFalls => {
    const laying = { starts: frame.volumes.delivery, effect, total: at.total, horizon: frame.horizon };
    if (over !== undefined && input.over !== undefined)
      return {
        ...gainedEvenly(over, laying),
        moves: movedBy([input.over], ([years = 0]) => laidOut(laying.starts, gainedOver(years), frame.horizon).profile),
      };
    return lumpSum(input.valued === "undiscounted" ? "no-years" : input.valued, laying);
  };
  let total = attributed;
  if (at.total === 0)
    total = none(input.name, "not within the horizon", [attributed], { unit: attributed.unit, ref: input.ref });
  else if (at.total < 1 - 1e-12 && total.value !== undefined)
    total = product(input.name, [attributed, insideHorizon(at.total, frame.horizon)], {
      unit: attributed.unit,
      ref: input.ref,
      aspect: "inside the horizon",
    });
  const present =
    profile === undefined
      ? lacksPeriod(total)
      : presentValueOf(total, profile, frame.discounter, input.correction, when());
  return {
    input,
    amount,
    multiplier,
    problem,
    ref: input.ref,
    name: input.name,
    origin: "given",
    kind: input.kind,
    gains: input.gains,
    outcome: input.outcome,
    includes: input.includes,
    total,
    presentValue: total.none === undefined ? present.corrected : total,
    presentValueUncorrected: total.none === undefined ? present.uncorrected : total,
    profile,
    lump: over === undefined,
    cashable: input.cashable,
    transfer: input.transfer === true,
    graded: input.graded === true,
  };
}

function multipliedBenefit(
  input: BenefitInput,
  frame: OutcomeFrame,
): { amount: Worked | undefined; multiplier: Multiplier | undefined; problem: LineProblem | undefined; total: Worked } {
  if ("bySite" in input.amount) {
    const sites = [...input.amount.bySite].map(([site, written]) =>
      one(`${input.name} at ${site}`, written, input, {
        ...frame,
        volumes: frame.siteVolumes.get(site) ?? withoutSplit(frame.volumes, site),
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
  return one(input.name, input.amount, input, frame);
}

function one(name: string, written: AmountInput, input: BenefitInput, frame: OutcomeFrame) {
  const price = frame.prices.convert(written.price.worked, written.price.base);
  const amount = multiplied(
    name,
    written.quantity === undefined ? [price] : [written.quantity, price],
    frame.workingYear,
  );
  const lack = (because: readonly Missing[], shape: Worked): Worked => ({
    ...shape,
    missing: [{ reason: "line", what: name, ref: input.ref, because, ...(input.loss === true ? { loss: true } : {}) }],
    ref: input.ref,
  });
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
  const total = reading.total.value === undefined ? lack(reading.total.missing, reading.total) : reading.total;
  return { amount, multiplier: reading.multiplier, problem: undefined, total };
}

function lacksPeriod(total: Worked): { corrected: Worked; uncorrected: Worked } {
  const missing: Missing = { reason: "period-unknown", what: "the period of delivery" };
  const worked = unknown(`${total.label}, present value`, total.value === undefined ? total.missing : [missing], {
    unit: total.unit,
    ref: total.ref,
  });
  return { corrected: worked, uncorrected: worked };
}
