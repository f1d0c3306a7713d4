import { type Failure, fail } from "../problems.ts";
import type { CalendarDate, PriceYear, TextSpan } from "../types.ts";
import { type Cursor, faultSpan, isSymbol, peek, take, takeWords } from "./cursor.ts";

interface Part {
  readonly digits: string;
  readonly span: TextSpan;
}

/** Digits joined by one of the marks: `2023-24`, `2027-03-31`. Never more than three groups. */
function readParts(c: Cursor, marks: readonly string[]): readonly Part[] | Failure {
  const parts: Part[] = [];
  for (;;) {
    const token = peek(c);
    if (token.kind !== "number" || !/^\d+$/.test(token.raw)) {
      const message =
        token.kind === "end"
          ? "The year stops too early."
          : `A year is expected here, not \`${token.raw.slice(0, 20)}\`.`;
      return fail("unreadable", faultSpan(c), message, c.example);
    }
    parts.push({ digits: token.raw, span: take(c, "year") });
    if (parts.length === 3 || !isSymbol(peek(c), ...marks)) return parts;
    take(c, "year");
  }
}

const YEAR = /^(1[89]|20|21)\d\d$/;

function notAYear(part: Part, c: Cursor): Failure {
  if (/^\d{4}$/.test(part.digits))
    return fail(
      "out-of-range",
      part.span,
      `No prices are known of the year ${part.digits}: years run from 1800 to 2199.`,
      c.example,
    );
  const reason = /^\d{2}$/.test(part.digits) ? "ambiguous-year" : "unreadable";
  return fail(reason, part.span, "A year is written with its four digits.", c.example);
}

function whole(first: Part, last: Part): TextSpan {
  return { start: first.span.start, end: last.span.end };
}

/** `2023-24`, `2023/24`, `2023–24`, `2023-2024` (financial, from April), `2016` (calendar, where `plain` is allowed). */
export function readPriceYear(c: Cursor, plain: boolean): PriceYear | Failure {
  const financial = takeWords(c, ["fy"], "word") || takeWords(c, ["financial", "year"], "word");
  const parts = readParts(c, ["-", "–", "/"]);
  if ("failed" in parts) return parts;
  takeWords(c, ["prices"], "word");
  const [first, second, third] = parts;
  if (first === undefined || !YEAR.test(first.digits)) return notAYear(first ?? { digits: "", span: faultSpan(c) }, c);
  const start = Number(first.digits);
  const next = String(start + 1);
  const label = `${start}-${next.slice(2)}`;
  if (second === undefined) {
    if (plain && !financial) return { kind: "price-year", basis: "calendar", start, label: String(start) };
    return fail("ambiguous-year", first.span, "A financial year is written with both its years.", label);
  }
  if (third !== undefined)
    return fail("wrong-form", whole(first, third), "This is a date; a year is needed.", label, { found: "a date" });
  if (second.digits !== next.slice(2) && second.digits !== next) {
    const message = `A financial year runs over two years that follow each other: after ${start} comes ${next}.`;
    return fail("ambiguous-year", whole(first, second), message, label);
  }
  return { kind: "price-year", basis: "financial", start, label };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** `31/03/2027`: day first, as the country writes it; sure only where the first number can be no month. */
function readDayFirst(c: Cursor): Failure | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:1[89]|20|21)\d\d)\s*$/.exec(c.text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const span = { start: 0, end: c.text.length };
  const sure = Number(day) > 12;
  const message = "A date is written with its year first.";
  return fail("ambiguous-year", span, message, iso, { suggestion: sure ? iso : undefined });
}

/** `2027-03-31`, `2016-07`, `2016`: year first, as ISO 8601. */
export function readDate(c: Cursor): CalendarDate | Failure {
  const dayFirst = readDayFirst(c);
  if (dayFirst !== undefined) return dayFirst;
  const parts = readParts(c, ["-"]);
  if ("failed" in parts) return parts;
  const [first, second, third] = parts;
  if (first === undefined || !YEAR.test(first.digits)) {
    return fail(
      "ambiguous-year",
      first?.span ?? faultSpan(c),
      "A date begins with its year in four digits.",
      "2027-03-31",
    );
  }
  const year = Number(first.digits);
  if (second === undefined) return { kind: "date", year };
  const month = Number(second.digits);
  if (second.digits.length !== 2 || month < 1 || month > 12) {
    return fail("out-of-range", second.span, "There is no such month: months are 01 to 12.", `${year}-03`);
  }
  if (third === undefined) return { kind: "date", year, month };
  const day = Number(third.digits);
  if (third.digits.length !== 2 || day < 1 || day > daysIn(year, month)) {
    const message = `There is no such day: that month has ${daysIn(year, month)} days.`;
    return fail("out-of-range", third.span, message, `${year}-${second.digits}-${daysIn(year, month)}`);
  }
  return { kind: "date", year, month, day };
}
