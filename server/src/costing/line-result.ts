/** A cost line worked out: its total, and for those who ask its corrected, discounted and charged amounts (schemas/FORMAT.md, "What a line costs"). */
import { chargeOver } from "./capital.ts";
import { type Cash, cashOf, type Flow, isCapital, periodMissing } from "./cash.ts";
import type { CostFrame, CostInput, CostResult, LineTerm } from "./costs.ts";
import type { Profile } from "./discounting.ts";
import type { LineProblem, Multiplier } from "./lines.ts";
import { difference, given, product, sum, unknown, type Worked } from "./worked.ts";

/** A check of a long repository asks for the totals of every line, and for the rest of few. */
export class LineResult implements CostResult {
  readonly input: CostInput;
  readonly amount: Worked | undefined;
  readonly multiplier: Multiplier | undefined;
  readonly problem: LineProblem | undefined;
  readonly single: Worked;
  readonly total: Worked;
  readonly profile: Profile | undefined;
  readonly falls: string;
  readonly returned: Flow | undefined;
  readonly terms?: readonly LineTerm[];
  readonly #frame: CostFrame;
  readonly #cash: Cash;
  readonly #parts: ReadonlyMap<string, Worked>;
  #corrected: Worked | undefined;
  #presentValue: Worked | undefined;
  #presentValueUncorrected: Worked | undefined;
  #charged: Worked | undefined;
  #sites: ReadonlyMap<string, Worked> | undefined;

  /**
   * `single` is one purchase of what lasts, else the total; `parts` what each site's part of it comes to; `terms` what it was added from,
   * which says nothing of more purchases than one.
   */
  constructor(
    input: CostInput,
    amount: Worked | undefined,
    multiplier: Multiplier | undefined,
    problem: LineProblem | undefined,
    single: Worked,
    frame: CostFrame,
    parts: ReadonlyMap<string, Worked>,
    terms?: readonly LineTerm[],
  ) {
    const cash = cashOf(input, multiplier, single, frame);
    this.input = input;
    this.amount = amount;
    this.multiplier = multiplier;
    this.problem = problem;
    this.single = single;
    this.total = cash.total;
    this.profile = cash.profile;
    this.falls = cash.when.rule;
    if (terms !== undefined && cash.total === single) this.terms = terms;
    this.returned =
      cash.back === undefined || cash.backIn === undefined ? undefined : { worked: cash.back, profile: cash.backIn };
    this.#frame = frame;
    this.#cash = cash;
    this.#parts = parts;
  }

  /** What comes back at the end of a life is no estimate of cost: optimism raises what is paid. */
  get corrected(): Worked {
    this.#corrected ??= corrected(this.input, this.#cash);
    return this.#corrected;
  }

  get presentValueUncorrected(): Worked {
    this.#presentValueUncorrected ??= this.#discounted(undefined);
    return this.#presentValueUncorrected;
  }

  get presentValue(): Worked {
    const { correction } = this.input;
    if (correction === undefined) return this.presentValueUncorrected;
    this.#presentValue ??= this.#discounted(correction);
    return this.#presentValue;
  }

  get charged(): Worked {
    if (!isCapital(this.input, this.multiplier) || this.#frame.capital === "expense") return this.total;
    this.#charged ??= chargeOver(this.input, this.single, this.#frame);
    return this.#charged;
  }

  get sites(): ReadonlyMap<string, Worked> {
    this.#sites ??= everyPurchase(this.#parts, this.single, this.total);
    return this.#sites;
  }

  #discounted(correction: Worked | undefined): Worked {
    const { gross, when, profile, residual } = this.#cash;
    const { ref } = this.input;
    if (profile === undefined)
      return unknown(gross.label, [...gross.missing, ...periodMissing], { unit: gross.unit, ref });
    const weight = this.#frame.discounter.weight(profile, when);
    const plain = product(`${gross.label}, present value`, [gross, weight], { unit: gross.unit, ref });
    const value = correct(plain, correction);
    return residual === undefined
      ? value
      : difference(value.label, value, residual, { ref, aspect: "less what comes back" });
  }
}

function corrected({ correction, ref }: CostInput, { total, gross, back }: Cash): Worked {
  if (back === undefined) return correct(total, correction);
  return correction === undefined
    ? total
    : difference(total.label, correct(gross, correction), back, { ref, aspect: "corrected" });
}

/** What each site's part comes to when the things are bought again. */
function everyPurchase(sites: ReadonlyMap<string, Worked>, single: Worked, total: Worked): ReadonlyMap<string, Worked> {
  if (sites.size === 0 || single.value === undefined || total.value === undefined || single.value === total.value)
    return sites;
  const times = given("Times bought in the period", total.value / single.value);
  return new Map([...sites].map(([site, part]) => [site, product(part.label, [part, times], { unit: part.unit })]));
}

function correct(total: Worked, correction: Worked | undefined): Worked {
  if (correction === undefined || total.value === undefined) return total;
  return sum(
    `${total.label}, corrected`,
    [total, product("Correction for optimism", [total, correction], { unit: total.unit })],
    { unit: total.unit, ref: total.ref },
  );
}
