import type { CalendarDate } from "../values/types.ts";

/** Today where the person sits, by the machine's clock. */
export function today(): CalendarDate {
  const now = new Date();
  return { kind: "date", year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
