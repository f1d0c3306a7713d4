/** Which of the keys that say when a benefit is gained have a say (schemas/FORMAT.md, "Benefits an evaluation has valued"). */
import type { BenefitInput } from "../../costing/given-benefits.ts";
import type { BenefitLine } from "../../schema/kinds/intervention.ts";
import { isCalendar } from "../../values/units.ts";
import type { AssessProblem, TimingNotUsed } from "./types.ts";

export interface TimingKept {
  readonly lag: boolean;
  readonly lasts: boolean;
  readonly dropOff: boolean;
  /** The years it falls in are said: whether the source discounted it is no question. */
  readonly byItsYears: boolean;
}

type Key = TimingNotUsed["key"];

/** What is kept of them; a problem for each that is written and not used. */
export function timingOf(
  line: BenefitLine,
  amount: BenefitInput["amount"],
  valued: BenefitInput["valued"],
  item: string,
  problems: AssessProblem[],
): TimingKept {
  const drop = (key: Key, because: TimingNotUsed["because"]): void => {
    const field = line[key];
    if (field !== undefined) problems.push({ reason: "timing-not-used", at: field.$, item, why: { key, because } });
  };
  const dropAll = (keys: readonly Key[], because: TimingNotUsed["because"]): void => {
    for (const key of keys) drop(key, because);
  };
  const isPresent = valued === "present-value";
  if ("byYear" in amount) {
    dropAll(["lasts", "drop_off", "over"], "by-year");
    if (isPresent) drop("lag", "discounted");
    return { lag: !isPresent, lasts: false, dropOff: false, byItsYears: true };
  }
  const unit = unitOf(amount);
  const yearly = unit?.powers.some(([base, power]) => power < 0 && isCalendar(base)) === true;
  if (yearly && line.lasts !== undefined) {
    drop("over", "lasts");
    if (isPresent) drop("lag", "discounted");
    return { lag: !isPresent, lasts: true, dropOff: true, byItsYears: true };
  }
  const ofDelivery =
    yearly &&
    valued === "undiscounted" &&
    line.over === undefined &&
    unit?.powers.every(([base, power]) => power > 0 || isCalendar(base)) === true;
  if (ofDelivery) return { lag: true, lasts: false, dropOff: true, byItsYears: true };
  // Of an amount that is not known nobody can say what it is per.
  if (unit !== undefined) dropAll(["lasts", "drop_off"], "sum");
  if (valued !== "undiscounted") drop("lag", "discounted");
  return { lag: valued === "undiscounted", lasts: false, dropOff: false, byItsYears: false };
}

function unitOf(amount: Exclude<BenefitInput["amount"], { readonly byYear: unknown }>) {
  const first = "bySite" in amount ? [...amount.bySite.values()][0] : amount;
  return first === undefined || first.price.worked.value === undefined ? undefined : first.price.worked.unit;
}
