import { convertTime, unit } from "../values/index.ts";
import type { Quantity } from "../values/types.ts";

const year = unit(["year", 1]);

/** A duration in years (12 months, 365.25 days a year); undefined when it is not a length of time. */
export function inYears(duration: Quantity | undefined): number | undefined {
  if (duration === undefined) return undefined;
  const settled = convertTime(duration.value, duration.unit, year);
  return settled?.value;
}
