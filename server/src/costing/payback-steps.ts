/** How discounted amounts add up to a payback, step by step for a reader: each year is the year before and what falls in it. */

import type { Unit } from "../values/types.ts";
import type { Flow } from "./cash.ts";
import { factorSteps } from "./discount-steps.ts";
import { type Discounter, discountFactor, yearlyRates } from "./discounting.ts";
import type { CumulativeYear, Dated } from "./payback.ts";
import { ruled } from "./when.ts";
import { given, product, sum, type Worked } from "./worked.ts";

type Discounted = Flow & Dated;

/** The sums up to the end of each of these years, costs and fiscal benefits in turn. */
export function paybackSteps(
  years: readonly CumulativeYear[],
  costs: readonly Discounted[],
  gains: readonly Discounted[],
  forMoney: Discounter,
  money: Unit,
): readonly Worked[] {
  const upTo = (what: "Cost" | "Fiscal benefit", flows: readonly Discounted[], at: number): Worked => {
    const { year, ...sums } = years[at] as CumulativeYear;
    const before = at === 0 ? undefined : years[at - 1];
    const label = (of: number): string => `${what} up to the end of year ${of}`;
    const key = what === "Cost" ? "cost" : "benefit";
    const fallen = flows.flatMap((flow) => inYear(flow, year, forMoney, money));
    return {
      ...sum(
        label(year),
        [
          ...(before === undefined ? [] : [given(label(before.year), before[key], { unit: money, note: "see above" })]),
          ...fallen,
        ],
        { unit: money },
      ),
      value: sums[key],
    };
  };
  return years.flatMap((_, at) => [upTo("Cost", costs, at), upTo("Fiscal benefit", gains, at)]);
}

/** What of an amount falls in a year, discounted. */
function inYear(
  { worked, profile, discounter }: Discounted,
  year: number,
  forMoney: Discounter,
  money: Unit,
): Worked[] {
  const { schedule, flows } = discounter ?? forMoney;
  return profile
    .filter((part) => part.year === year && part.share !== 0)
    .map(({ share }) =>
      product(
        `${worked.label}, in year ${year}`,
        [
          given(`${worked.label}, in all years`, worked.value ?? 0, {
            unit: money,
            note: "as under the present value of the costs, or of the benefits, before discounting",
          }),
          ruled(`Share in year ${year}`, share, "its part of the whole"),
          factorSteps(year, discountFactor(schedule, year, flows), yearlyRates(schedule), flows),
        ],
        { unit: money },
      ),
    );
}
