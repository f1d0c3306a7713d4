import type { CalendarDate } from "../values/types.ts";

const months = "January February March April May June July August September October November December".split(" ");

/** `22 November 2026`, as a report says on which day it was worked out. */
export const dayText = ({ year, month, day }: CalendarDate): string =>
  [day, month === undefined ? undefined : months[month - 1], year].filter((part) => part !== undefined).join(" ");
