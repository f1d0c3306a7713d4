/** The level yearly sum that a present value comes to over the years of delivery (HM Treasury Green Book, annex 6). */
import { NO_UNIT, unit } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import { factorSteps } from "./discount-steps.ts";
import { discountFactor, equivalentAnnual, partYearFactor, rateIn, type Schedule, yearlyRates } from "./discounting.ts";
import { longestHorizon } from "./timing.ts";
import { apply, given, unknown, type Worked } from "./worked.ts";

/** Years whose factors a derivation lists. */
const mostShown = 100;

/** Puts down the equivalent annual cost, where the present value and the years of delivery are known. */
export function equivalentAnnualFigure({ input, settings, put }: Sheet, presentValue: Worked): void {
  const { period } = input.volumes;
  const years = period.value;
  if (presentValue.value === undefined || years === undefined || !(years > 0)) return;
  const label = "Equivalent annual cost";
  const { schedule } = settings;
  const extra = { unit: unit([input.currency, 1], ["year", -1]) };
  if (years > longestHorizon) {
    const what = `a yearly cost over more than ${longestHorizon} years, the longest that discount rates are applied for`;
    put("equivalent_annual_cost", unknown(label, { reason: "no-number", what }, extra));
    return;
  }
  const evaluate = ([value = 0, over = 1]: readonly number[]): number => equivalentAnnual(value, over, schedule);
  put(
    "equivalent_annual_cost",
    apply(label, [presentValue, period], evaluate, {
      ...extra,
      note: `${formula(years)}; ${schedule.name}`,
      steps: () => apply("", [presentValue, period, ...factorsTo(years, schedule)], evaluate, extra),
    }),
  );
}

/** In letters, as a reader would write it. */
function formula(years: number): string {
  const whole = Math.floor(years);
  const terms = [...(whole === 0 ? [] : ["D(1) + ... + D(n)"]), ...(whole === years ? [] : ["the part year's factor"])];
  const n = whole === years ? "n = years of the period" : "n = whole years of the period";
  return `PV / (${terms.join(" + ")}), PV = present value${whole === 0 ? "" : `, ${n}, D(t) = discount factor of year t`}`;
}

function factorsTo(years: number, schedule: Schedule): readonly Worked[] {
  const rates = yearlyRates(schedule);
  const whole = Math.floor(years);
  const factors = Array.from({ length: Math.min(whole, mostShown) }, (_, before) =>
    factorSteps(before + 1, discountFactor(schedule, before + 1), rates, "start-of-year"),
  );
  const part = years - whole;
  if (part === 0) return factors;
  const rate = rateIn(schedule, whole + 1);
  const share = Number(part.toPrecision(6));
  return [
    ...factors,
    apply(
      "Factor of the part year",
      [
        factorSteps(whole, discountFactor(schedule, whole), rates, "start-of-year"),
        given("Discount rate a year", rate, { source: schedule.name }),
      ],
      () => partYearFactor(whole, part, schedule),
      {
        unit: NO_UNIT,
        note: `D(${whole}) x (1 - (1 + r)^-${share}) / r: the annuity factor of ${share} of a year, at its start`,
      },
    ),
  ];
}
