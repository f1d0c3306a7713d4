/** The same amount in other units is the same amount: weeks and years, hours and minutes, thousands written out or not. */
import { describe, expect, test } from "vitest";
import { assessmentsOf, each, type Files, figuresOf, near, projects, type Seen } from "./projects.ts";

function expectSame(changed: Files, files: Files): void {
  const [was, is] = [figuresOf(files), figuresOf(changed)];
  expect([...is.keys()]).toEqual([...was.keys()]);
  const differs = (a: Seen, b: Seen): boolean =>
    (["value", "low", "high"] as const).some((end) =>
      a[end] === undefined || b[end] === undefined ? a[end] !== b[end] : !near(a[end], b[end]),
    ) ||
    a.none !== b.none ||
    a.lacks.join() !== b.lacks.join();
  expect([...was].filter(([key, seen]) => differs(seen, is.get(key) ?? seen)).map(([key]) => key)).toEqual([]);
}

/** Only the values of keys that hold amounts are rewritten, never titles or notes. */
const inAmounts = (change: (value: string) => string) => (text: string) =>
  text.replaceAll(
    /^(\s*(?:- )?(?:amount|quantity|unit_cost|value|north|south|a|b|c|d|cost): )([^#\n]*)/gm,
    (_, key: string, value: string) => key + change(value),
  );

const plain = (number: string): number => Number(number.replaceAll(",", ""));

const rewrites: Readonly<Record<string, (value: string) => string>> = {
  // A range of which one end is in thousands is refused as unclear, so ranges stay as they are.
  "£1,200 as £1.2k": (value) =>
    value.includes(" to ")
      ? value
      : value.replaceAll(/£(\d{1,3}(?:,\d{3})+)(?![\d.,])/g, (_, number: string) =>
          `£${plain(number)}k`.replace(/(\d{3})k$/, ".$1k"),
        ),
  "£1,200 as £1200": (value) =>
    value.replaceAll(/£(\d{1,3}(?:,\d{3})+)(?![\d.,])/g, (_, number: string) => `£${plain(number)}`),
  "£38/hour as £38 per hour": (value) =>
    value.replaceAll(/(£[\d,.]+)\/(hour|family|child|case|week|year|group)\b/g, "$1 per $2"),
  "hours as minutes": (value) =>
    value.replaceAll(/([\d.]+) hours?(?=[/ ]|$)/g, (_, number: string) => `${Number(number) * 60} minutes`),
  "plural and singular": (value) =>
    value.replaceAll(
      /\b(hour|visit|famil|child)(?:s|ies|y|ren)?\b(?!\/)/g,
      (word) => ({ hours: "hour", visits: "visit", families: "family", children: "child" })[word] ?? word,
    ),
  "a factor more, of one": (value) => (/^\d[\d.]* hours/.test(value) ? value.replace(/^/, "1 x ") : value),
};

describe.each(Object.entries(projects))("%s", (_, files) => {
  test.each(Object.entries(rewrites))("%s", (_name, change) => {
    expectSame(each(files, inAmounts(change)), files);
  });
});

const path = "home-visits.intervention.yaml";
const service = projects["the made-up service"] ?? {};
const swapped = (from: string, to: string): Files => {
  const text = service[path] ?? "";
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return { ...service, [path]: text.replace(from, to) };
};

test.each([
  ["£/week as £/year, by 365.25 / 7", "£150/week", `£${(150 * 365.25) / 7}/year`],
  ["£/week as £/month", "£150/week", `£${(150 * 365.25) / 7 / 12}/month`],
  ["£/family/week as £/family/year", "£12/family/week", `£${(12 * 365.25) / 7}/family/year`],
  [
    "hours as minutes, price by the minute",
    "1.5 hours/visit x 12 visits/family",
    "90 minutes/visit x 12 visits/family",
  ],
  ["factors in another order", "1.5 hours/visit x 12 visits/family", "12 visits/family x 1.5 hours/visit"],
  ["full time as hours of the working year", "quantity: 4 FTE", "quantity: 6216 hours/year"],
  ["months as years", "time_in_service: 26 weeks", `time_in_service: ${26 * 7} days`],
  ["months for half a year", "lag: 6 months", "lag: 0.5 years"],
  ["a share as a decimal percentage", "completes: 85%", "completes: 85.0%"],
  [
    "a ratio as a relative change",
    "effect: RR 0.72 (95% CI 0.55 to 0.94)",
    "effect: -28% relative (95% CI -45% to -6%)",
  ],
  ["a rate by the week", "0.4 incidents/child/year", `${(0.4 * 7) / 365.25} incidents/child/week`],
])("%s", (_name, from, to) => {
  expectSame(swapped(from, to), service);
});

test("a rate of children is of children: 60 families x 3 years x 85% x 1.5 children x 0.12 x 3 years", () => {
  expect(assessmentsOf(service).get("home-visits")?.figures.get("outcomes_expected/incidents")?.value).toBeCloseTo(
    -60 * 3 * 0.85 * 1.5 * 0.12 * 3,
    9,
  );
});
