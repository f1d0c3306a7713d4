/** What people type, and what they are told: read as meant, or refused with the same figure as it would be read. */
import { describe, expect, test } from "vitest";
import { type Form, formatUnit, read, write } from "../../server/src/values/index.ts";

test.each([
  ["money", "£35k p.a.", "£35k/year"],
  ["money", "£12.50 p/h", "£12.50/hour"],
  ["money", "£12.50ph", "£12.50/hour"],
  ["money", "£4,560 pw", "£4,560/week"],
  ["money", "£4,560 pcm", "£4,560/month"],
  ["money", "£200 weekly", "£200/week"],
  ["money", "c. £1,200", "about £1,200"],
  ["money", "c£1,200", "about £1,200"],
  ["quantity", "2 hours weekly", "2 hours/week"],
  ["quantity", "200 hours p.a.", "200 hours/year"],
  ["quantity", "1.5h", "1.5 hours"],
  ["count", "60 families pa", "60 families/year"],
  ["quantity", "8 weekly sessions", "8 weekly-sessions"],
  ["duration", "18 mos", "18 months"],
  ["duration", "0.5y", "0.5 years"],
  ["price-year", "FY2023-24", "2023-24"],
  ["price-year", "FY 2023/24", "2023-24"],
  ["allocation", "50/50", "50 to 50"],
  ["significance", "0.05 two-tailed", "5% two-sided"],
  ["significance", "5% 1-sided", "5% one-sided"],
  ["working-year", "44 weeks x 35 hours", "44 weeks x 35 hours/week"],
] as const)("%s %s is read as %s", (form, text, canonical) => {
  const reading = read(form, text);
  if (!reading.ok) throw new Error(reading.problem.message);
  expect(write(reading.value)).toBe(canonical);
});

test.each(["2.30:1", "£2.30:£1", "£2.30 for every £1", "£2.30 for every £1 spent", "2.30 to 1", "£2.30 per £1"])(
  "%s is a printed ratio of 2.30",
  (text) => {
    expect(read("stated", text)).toMatchObject({ ok: true, value: { value: 2.3, unit: { powers: [] } } });
  },
);

test("a printed ratio may be a range, and a range up to 1 is no ratio", () => {
  expect(read("stated", "£1.50-£2.30 for every £1")).toMatchObject({ value: { range: { low: 1.5, high: 2.3 } } });
  expect(read("stated", "0.8 to 1")).toMatchObject({ value: { range: { low: 0.8, high: 1 } } });
});

test.each([
  ["c.85%", 0.85],
  ["approx.85%", 0.85],
  ["about .85%", 0.0085],
])("the dot of a word is no decimal point: %s", (text, value) => {
  expect(read("share", text)).toMatchObject({ ok: true, value: { value } });
});

test("a plain chance and a rate by the year come back as they were", () => {
  for (const text of ["0.35", "0.35 (95% CI 0.30 to 0.40)", "0.3 to 0.4", "10 per 1,000 children per year"]) {
    const first = read("rate", text);
    if (!first.ok) throw new Error(first.problem.message);
    const again = read("rate", write(first.value));
    if (!again.ok) throw new Error(again.problem.message);
    expect([again.value.value, formatUnit(again.value.unit)]).toEqual([
      first.value.value,
      formatUnit(first.value.unit),
    ]);
    expect(write(first.value)).not.toMatch(/k%/);
  }
});

const refused: readonly (readonly [Form, string, string | undefined, boolean])[] = [
  ["money", "(£200)", "-£200", false],
  ["money", "£1,000 - £1,400", "£1,000 to £1,400", true],
  ["money", "between £1,000 and £1,400", "£1,000 to £1,400", true],
  ["money", "£1,200 ± 10%", "£1,080 to £1,320", false],
  ["money", "£1,200 pp", "£1,200/participant", false],
  ["money", "free", "£0", false],
  ["money", "£1,200 (2023/24 prices)", "£1,200", false],
  ["money", "£1,200 in 2016 prices", "£1,200", false],
  ["money", "£1,200 + VAT", "£1,200", false],
  ["money", "£42,000 + 30% on-costs", "£42,000", false],
  ["money", "£12.50 per hour + 20%", "£12.50 per hour", false],
  ["money", "£1200/12", "£100", false],
  ["quantity", "2 hours a week for 12 weeks", "2 hours a week x 12 weeks", true],
  ["quantity", "12 sessions of 2 hours", "12 sessions x 2 hours/session", false],
  ["quantity", "10 x 2-hour sessions", "10 sessions x 2 hours/session", false],
  ["quantity", "10 x 2hr sessions", "10 sessions x 2 hrs/session", false],
  ["quantity", "6 sessions @ 90 minutes", "6 sessions x 90 minutes/session", false],
  ["quantity", "6 hours supervision/family", "6 hours/family", false],
  ["quantity", "half an hour", "0.5 hours", true],
  ["quantity", "1½ hours", "1.5 hours", false],
  ["quantity", "1h30", "1 hours 30 minutes", true],
  ["quantity", "1:8", "1 worker per 8 children", false],
  ["quantity", "1 FTE (37 hours)", "1 FTE", false],
  ["count", "N = 60", "60", true],
  ["share", "1 in 5", "20%", false],
  ["share", "one in five", "20%", false],
  ["share", "40pc", "40%", true],
  ["share-or-count", "17/20", "85%", false],
  ["effect", "32% reduction", "-32 points", false],
  ["effect", "d 0.26, ns", "d 0.26, p over 0.05", false],
  ["effect", "no effect", "no difference", false],
  ["effect", "RR 0.72 (0.94 to 0.55)", "RR 0.72 (0.55 to 0.94)", false],
  ["effect", "3 months' progress", "g 0.10", false],
  ["p", "ns", "p over 0.05", false],
  ["duration", "18m", "18 months", false],
  ["duration", "two years", "2 years", true],
  ["duration", "6 months max", "at most 6 months", true],
  ["price-year", "23/24", "2023-24", true],
  ["price-year", "year ending March 2024", "2023-24", false],
  ["date", "31 March 2026", "2026-03-31", true],
  ["date", "March 2026", "2026-03", true],
  ["ages", "11 to 17 year olds", "11 to 17 years", true],
  ["ages", "under 5s", "under 5", true],
  ["ages", "Years 7 to 9", "11 to 14 years", false],
  ["ages", "KS2", "7 to 11 years", false],
  ["ages", "birth to 5", "0 to 5", true],
  ["working-year", "42 weeks of 37 hours", "42 weeks x 37 hours/week", true],
];

describe.each(refused)("%s %s", (form, text, rewritten, certain) => {
  const reading = read(form, text);

  test("is refused, and shown as it would be read", () => {
    if (reading.ok) throw new Error("it was read");
    expect(reading.problem.example).toBe(rewritten);
    expect(read(form, reading.problem.example).ok).toBe(true);
    expect(reading.problem.suggestion).toBe(certain ? rewritten : undefined);
  });
});

test.each(["TBC", "tbd", "n/a", "?", "-", "not stated"])("%s is told of `unknown`", (text) => {
  for (const form of ["money", "quantity", "count", "share", "duration", "rate", "effect"] as const)
    expect(read(form, text)).toMatchObject({ ok: false, problem: { found: "nothing known" } });
});

test("a share where a quantity belongs is asked for as part of a post", () => {
  expect(read("quantity", "10%")).toMatchObject({ ok: false, problem: { example: "0.1 FTE" } });
});

test.each([
  ["money", "($1,709)/participant", "-$1,709/participant"],
  ["money", "£(3,011)", "-£3,011"],
  ["stated", "($0.35)", "-$0.35"],
  ["stated", "99p for every £1 spent", "0.99"],
  ["stated", "1:4.5", "4.5:1"],
  ["stated", "£1:£4.50", "4.50:1"],
] as const)("%s %s, as accounts and reports print it, is asked for as %s", (form, text, example) => {
  expect(read(form, text)).toMatchObject({ ok: false, problem: { example } });
  expect(read(form, example).ok).toBe(true);
});
