/** Years in effect, step by step: each year after the start, as what of it is in effect times what the drop-offs have left. */
import { unit } from "../values/units.ts";
import { longestHorizon } from "./timing.ts";
import { ruled } from "./when.ts";
import { apply, product, sum, type Worked } from "./worked.ts";

const YEARS = unit(["year", 1]);

/**
 * The sum over the years after the start (`yearsInEffect`). Its parts run between whole years and anniversaries of the first day of the
 * effect; `total` is what the horizon leaves of it.
 */
export function effectSteps(
  lag: Worked,
  lasts: Worked,
  dropOff: Worked,
  total: number,
  horizon: number | undefined,
): Worked {
  const from = lag.value ?? 0;
  const end = Math.min(from + (lasts.value ?? 0), longestHorizon);
  const fades = (dropOff.value ?? 0) !== 0;
  const years = new Map<number, Worked[]>();
  for (let at = from, anniversary = 0; at < end - 1e-12; ) {
    const year = Math.floor(at + 1e-12);
    const turn = from + anniversary + 1;
    const until = Math.min(year + 1, end, fades ? turn : end);
    const stretch = apply(
      `In effect from ${short(at)} to ${short(until)} years after the start`,
      [lag, lasts],
      () => until - at,
      { unit: YEARS, note: `of the time from the lag (${short(from)}) to lag + how long it lasts (${short(end)})` },
    );
    const part =
      fades && anniversary > 0
        ? product(stretch.label, [stretch, left(dropOff, anniversary)], { aspect: "less drop-off" })
        : stretch;
    years.set(year, [...(years.get(year) ?? []), part]);
    if (fades && until >= turn - 1e-12) anniversary++;
    at = until;
  }
  const whole = sum(
    "Years in effect",
    [...years].map(([year, parts]) => sum(`In year ${year} after the start`, parts)),
    { unit: YEARS },
  );
  if (whole.value === undefined || Math.abs(total - whole.value) < 1e-9 * Math.max(1, total)) return whole;
  return product("", [
    { ...whole, aspect: "without a horizon" },
    ruled(
      "Part inside the horizon",
      total / whole.value,
      `what falls within ${horizon ?? longestHorizon} years of year 0, starters spread evenly over the years of delivery`,
    ),
  ]);
}

/** (1 - d)^n */
const left = (dropOff: Worked, times: number): Worked =>
  apply(
    `Left after ${times} ${times === 1 ? "drop-off" : "drop-offs"}`,
    [dropOff],
    ([lost = 0]) => (1 - lost) ** times,
    {
      unit: unit(),
      note: `(1 - d)^${times}, d = the drop-off; it comes at each anniversary of the first day of the effect and compounds`,
    },
  );

const short = (years: number): string => String(Number(years.toPrecision(6)));
