/** Cases in which the second implementation found the figures wrong, each worked out by hand from the meaning of the format. */
import { expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

/** Ten children start, in one year, and each costs the NHS £100: £1,000 in year 0. */
const tenChildren = (rest: string): string => `
intervention: x
population: {unit: child, starts: 10 children}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: society
  comparator: {cost: none}
  lines:
    - {item: Line, amount: £100/child, who_pays: nhs}
appraisal: {price_year: 2023-24}
${rest}`;

/** An outcome of the id `of`, with one fiscal value. */
const outcome = (of: string, worth: string): string => `
---
outcome: of
title: Of
counts: children
${of}
values:
  - {value: ${worth}, kind: fiscal, gains: nhs, price_year: 2023-24}`;

test("what is counted in QALYs is discounted at the rates for health in payback too", () => {
  const found = assessed(
    tenChildren(
      `outcomes:\n  - {outcome: of, effect: MD 0.01 QALY better, lag: 20 years}${outcome("kind: qaly\nbetter: higher", "£16000/QALY")}`,
    ),
  );
  // 10 x 0.01 x £16,000 = £1,600 in year 20; at 1.5% £1,600 / 1.015^20 = £1,187.95, over £1,000. At 3.5% it would be £804.11: never.
  expect(value(found, "fiscal_return")).toBeCloseTo(1.6 / 1.015 ** 20, 9);
  expect(value(found, "payback")).toBe(21);
  const path = found.paybackPath?.kind === "years" ? found.paybackPath.years : [];
  expect(path.at(-1)?.benefit).toBeCloseTo(1_600 / 1.015 ** 20, 6);
});
