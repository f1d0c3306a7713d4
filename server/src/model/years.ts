import { Attached } from "../syntax/attached.ts";
import { convertTime, unit } from "../values/index.ts";
import type { Quantity } from "../values/types.ts";

const year = unit(["year", 1]);

/** A duration is asked for again and again, and one object stands for every place where the same is written. */
const remembered = new Attached<Quantity, { readonly years: number | undefined }>("years");

/** A duration in years (12 months, 365.25 days a year); undefined when it is not a length of time. */
export function inYears(duration: Quantity | undefined): number | undefined {
  if (duration === undefined) return undefined;
  const known = remembered.get(duration);
  if (known !== undefined) return known.years;
  const years = convertTime(duration.value, duration.unit, year)?.value;
  if (Object.isExtensible(duration)) remembered.set(duration, { years });
  return years;
}
