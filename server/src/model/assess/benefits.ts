/** Benefit lines as written, for costing (schemas/FORMAT.md, "Benefits an evaluation has valued"). What a library entry says holds where the line is silent. */
import type { BenefitInput } from "../../costing/given-benefits.ts";
import { difference, given, unknown, type Worked } from "../../costing/worked.ts";
import type { BenefitLine } from "../../schema/kinds/intervention.ts";
import { unit } from "../../values/units.ts";
import { timingOf } from "./benefit-timing.ts";
import { baseOfField, type CostFrameReading } from "./costs.ts";
import { kindOf, partiesOf, sharesTotal } from "./parties.ts";
import { amountOf, amountsByYear, type FoundUnitCost, priceOf } from "./prices.ts";
import type { AssessProblem } from "./types.ts";
import { dropOffOf, shareField, yearsOf } from "./values.ts";

export interface ReadBenefit {
  readonly line: BenefitLine;
  readonly input: BenefitInput;
}

export function readBenefit(
  line: BenefitLine,
  at: number,
  names: ReadonlySet<string>,
  frame: CostFrameReading,
  problems: AssessProblem[],
): ReadBenefit {
  const name = line.benefit?.value ?? `Benefit ${at + 1}`;
  const { amount, found } = readAmount(line, name, frame, problems);
  const gains = partiesOf(line.gains ?? found?.entry.payer);
  const shares = sharesTotal(gains);
  if (shares !== undefined && shares > 1 + 1e-9 && line.gains !== undefined)
    problems.push({ reason: "payer-shares-over", at: line.gains.$, item: name, total: shares });
  const valued = line.valued?.value ?? found?.entry.valued?.value ?? "unknown";
  const kept = timingOf(line, amount, valued, name, problems);
  if (valued === "unknown" && !kept.byItsYears && known(amount))
    problems.push({ reason: "valued-unknown", at: line.valued?.$ ?? line.benefit?.$ ?? line.$, item: name });
  for (const included of line.includes?.items ?? [])
    if (included.value !== undefined && !names.has(included.value))
      problems.push({ reason: "included-benefit-missing", at: included.$, name: included.value });
  const input: BenefitInput = {
    ref: line.$,
    name,
    amount,
    kind: kindOf(line.kind?.value ?? found?.entry.kind?.value, gains),
    gains,
    valued,
    over: yearsOf(`Years over which ${name} is gained`, line.over ?? found?.entry.over),
    lag: kept.lag ? yearsOf("Lag", line.lag) : undefined,
    lasts: kept.lasts ? yearsOf(`How long ${name} lasts`, line.lasts) : undefined,
    dropOff:
      !kept.dropOff || line.drop_off === undefined || frame.leavesOut("drop-off")
        ? undefined
        : dropOffOf(line.drop_off),
    outcome: line.outcome?.value,
    includes: (line.includes?.items ?? []).flatMap((item) => (item.value === undefined ? [] : [item.value])),
    of: baseOfField(line.of),
    attribution: frame.leavesOut("attribution") ? undefined : shareField("Attribution", line.attribution),
    transfer: line.transfer?.value === true,
    graded: [line.confidence, found?.entry.confidence].some((grade) => grade?.value !== undefined),
    cashable: shareField("Cashable share", line.cashable),
    loss: line.sign?.value === "cost",
    correction: leftAfter(frame.correction("benefits", line.confidence, found?.entry.confidence)),
  };
  return { line, input };
}

const known = (amount: BenefitInput["amount"]): boolean =>
  "bySite" in amount || ("price" in amount && amount.price.worked.value !== undefined);

/** What is left of a benefit after its correction: 1 - 0.10. */
export function leftAfter(correction: Worked | undefined): Worked | undefined {
  return correction === undefined
    ? undefined
    : difference("Left after the correction for optimism", given("Whole", 1), correction);
}

function readAmount(
  line: BenefitLine,
  name: string,
  frame: CostFrameReading,
  problems: AssessProblem[],
): { amount: BenefitInput["amount"]; found: FoundUnitCost | undefined } {
  const participant = unit([frame.currency, 1], [frame.participant === "" ? "participant" : frame.participant, -1]);
  if (line.by_year !== undefined) {
    const other = line.value ?? line.amount;
    if (other !== undefined)
      problems.push({ reason: "amount-and-unit-cost", at: other.$, item: name, other: line.by_year.$, byYear: true });
    return {
      amount: { byYear: amountsByYear(name, line.by_year, line.price_year, frame, participant) },
      found: undefined,
    };
  }
  if (line.value !== undefined) {
    if (line.amount !== undefined)
      problems.push({ reason: "amount-and-unit-cost", at: line.amount.$, item: name, other: line.value.$ });
    const price = priceOf(name, line.value, line.price_year, frame);
    if (price.missingId !== undefined)
      problems.push({ reason: "unit-cost-missing", at: line.value.$, item: name, id: price.missingId });
    const { worked } = price.priced;
    return {
      amount: {
        price:
          worked.value === undefined ? { ...price.priced, worked: { ...worked, unit: participant } } : price.priced,
      },
      found: price.found,
    };
  }
  if (line.amount !== undefined)
    return { amount: amountOf(name, line.amount, line.price_year, frame, participant), found: undefined };
  problems.push({ reason: "amount-missing", at: line.benefit?.$ ?? line.$, item: name });
  const missing = { reason: "amount-unknown" as const, what: `the amount of ${name}`, ref: line.$ };
  return {
    amount: { price: { worked: unknown(name, missing, { unit: participant, ref: line.$ }), base: undefined } },
    found: undefined,
  };
}
