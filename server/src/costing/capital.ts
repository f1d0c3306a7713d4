/** Things that last, as charged to the participants (schemas/FORMAT.md, "What a line costs"). Never mixed with cash. */

import { divideUnits, NO_UNIT } from "../values/units.ts";
import type { CostFrame, CostInput } from "./costs.ts";
import { annualCharge, rateIn } from "./discounting.ts";
import { apply, given, product, quotient, unknown, type Worked } from "./worked.ts";

export type CapitalSetting = "annualise" | "spread" | "expense";

/**
 * What a thing that lasts is charged over the period: `annualise`, K = (V - R/(1+r)^L) / a(L, r) in each year of delivery, at the
 * schedule's first-year rate; `spread`, (V - R)/L in each year. Expensed, it is charged as its cash, every purchase of the period.
 */
export function chargeOver(input: CostInput, single: Worked, frame: CostFrame): Worked {
  const lasts = input.lasts;
  const { period } = frame.volumes;
  if (lasts === undefined || single.value === undefined) return single;
  if (lasts.value === undefined || lasts.value <= 0)
    return unknown(
      input.name,
      { reason: "line", what: input.name, ref: input.ref, because: lasts.missing },
      { unit: single.unit, ref: input.ref },
    );
  const residual =
    input.residual === undefined ? undefined : frame.prices.convert(input.residual.worked, input.residual.base);
  const operands = residual === undefined ? [single, lasts] : [single, lasts, residual];
  const rate = rateIn(frame.discounter.schedule, 1);
  const yearlyUnit = divideUnits(single.unit, lasts.unit);
  const yearly =
    frame.capital === "annualise"
      ? apply(
          `${input.name}, charged each year`,
          operands,
          ([v = 0, years = 1, r = 0]) => annualCharge(v, years, rate, r),
          {
            unit: yearlyUnit,
            note: ANNUITY,
            steps: () => chargeSteps(single, lasts, residual, ANNUITY, rate, frame.discounter.schedule.name),
          },
        )
      : residual === undefined
        ? quotient(`${input.name}, charged each year`, single, lasts)
        : apply(`${input.name}, charged each year`, operands, ([v = 0, years = 1, r = 0]) => (v - r) / years, {
            unit: yearlyUnit,
            note: SPREAD,
            steps: () => chargeSteps(single, lasts, residual, SPREAD),
          });
  return product(`${input.name}, charged over the period`, [yearly, period], { unit: single.unit, ref: input.ref });
}

const ANNUITY =
  "annuity, paid at the end of each year: (V - R / (1 + r)^L) / ((1 - (1 + r)^-L) / r), V = replacement value, R = residual value, L = life in years, r = discount rate of the first year; its life is not the period of delivery";
const SPREAD =
  "(V - R) / L, V = replacement value, R = residual value, L = life in years; its life is not the period of delivery";

/** The charge of a year with every symbol of its formula as an operand. */
function chargeSteps(
  single: Worked,
  lasts: Worked,
  residual: Worked | undefined,
  note: string,
  rate?: number,
  schedule?: string,
): Worked {
  return apply(
    "",
    [
      { ...single, aspect: "V: replacement value" },
      residual === undefined
        ? given("R: residual value", 0, { unit: single.unit, note: "no residual value given" })
        : { ...residual, aspect: "R: residual value" },
      { ...lasts, label: `L: ${lasts.label.charAt(0).toLowerCase()}${lasts.label.slice(1)}` },
      ...(rate === undefined ? [] : [given("r: discount rate a year", rate, { unit: NO_UNIT, source: schedule })]),
    ],
    ([v = 0, r = 0, years = 1]) => (rate === undefined ? (v - r) / years : annualCharge(v, years, rate, r)),
    { unit: divideUnits(single.unit, lasts.unit), note },
  );
}
