/** Things that last, as charged to the participants (schemas/FORMAT.md, "What a line costs"). Never mixed with cash. */
import type { CostFrame, CostInput } from "./costs.ts";
import { annualCharge, rateIn } from "./discounting.ts";
import { apply, product, quotient, unknown, type Worked } from "./worked.ts";

export type CapitalSetting = "annualise" | "spread" | "expense";

/**
 * What a thing that lasts is charged over the period: `annualise`, K = (V - R/(1+r)^L) / a(L, r) in each year of delivery, at the
 * schedule's first-year rate; `spread`, (V - R)/L in each year; `expense`, its cash.
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
  if (frame.capital === "expense") return single;
  const residual =
    input.residual === undefined ? undefined : frame.prices.convert(input.residual.worked, input.residual.base);
  const operands = residual === undefined ? [single, lasts] : [single, lasts, residual];
  const rate = rateIn(frame.discounter.schedule, 1);
  const yearly =
    frame.capital === "annualise"
      ? apply(
          `${input.name}, charged each year`,
          operands,
          ([v = 0, years = 1, r = 0]) => annualCharge(v, years, rate, r),
          {
            unit: single.unit,
            note: `annuity at ${Number((rate * 100).toPrecision(6))}%: (V - R/(1+r)^L) / ((1 - (1+r)^-L) / r)`,
          },
        )
      : residual === undefined
        ? quotient(`${input.name}, charged each year`, single, lasts, { unit: single.unit })
        : apply(`${input.name}, charged each year`, operands, ([v = 0, years = 1, r = 0]) => (v - r) / years, {
            unit: single.unit,
            note: "(V - R) / L",
          });
  return product(`${input.name}, charged over the period`, [yearly, period], { unit: single.unit, ref: input.ref });
}
