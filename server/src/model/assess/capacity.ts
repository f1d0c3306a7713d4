/** `capacity:` of a cost line: the most participants it serves before another is needed. */
import type { Capacity } from "../../costing/costs.ts";
import type { CostLine } from "../../schema/kinds/intervention.ts";
import { isCalendar, unit } from "../../values/units.ts";
import { ceiling, quantityOf } from "./values.ts";

/** Participants there may be of, whatever the spec counts. */
const SAME = new Set(["participant", "starter", "place", "person"]);

/** Undefined where it is not written, is not known, or counts something else than participants (a finding says so). */
export function capacityOf({ capacity }: CostLine, participant: string): Capacity | undefined {
  const quantity = capacity?.value;
  if (capacity === undefined || quantity === undefined || !(quantity.value > 0)) return undefined;
  const { powers } = quantity.unit;
  const above = powers.filter(([, power]) => power > 0);
  const noun = above[0]?.[0];
  if (above.length > 1 || powers.some(([, power]) => Math.abs(power) > 1)) return undefined;
  if (noun !== undefined && noun !== participant && !SAME.has(noun)) return undefined;
  const times = powers.filter(([name, power]) => power < 0 && isCalendar(name));
  const per = powers.filter(([name, power]) => power < 0 && !isCalendar(name)).map(([name]) => name);
  if (per.length > 1 || times.length > 1 || (times[0] !== undefined && times[0][0] !== "year")) return undefined;
  // `up to 15 families` is what a capacity is.
  const most = quantityOf("Most that can be served", ceiling(quantity), capacity);
  return {
    most: { ...most, unit: unit([participant === "" ? "participant" : participant, 1]) },
    yearly: times.length === 1,
    per: per[0],
  };
}
