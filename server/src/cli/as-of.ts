import type { CalendarDate } from "../values/types.ts";
import { UsageError } from "./exit-codes.ts";

/** The day that `--as-of` names, else today where this machine is. The one place that asks the clock. */
export function asOfDate(asked: string | undefined): CalendarDate {
  if (asked === undefined) {
    const now = new Date();
    return { kind: "date", year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(asked);
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || !exists(year, month, day))
    throw new UsageError(`"--as-of ${asked}" is not a date. Write it as year-month-day: --as-of 2026-11-30.`);
  return { kind: "date", year, month, day };
}

const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

export const dateText = ({ year, month = 1, day = 1 }: CalendarDate): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
