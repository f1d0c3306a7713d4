/** What holds of every service, whatever its figures: on services made up at random. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figure } from "../../server/src/costing/figure.ts";
import type { Assessment } from "../../server/src/model/assess/index.ts";
import { assessed } from "../costing/helper.ts";
import { type Service, service, written } from "./by-hand/service.ts";

type Figures = Assessment["figures"];

const perspectives = ["local-authority", "public-sector", "society"] as const;
const figureIn = (figures: Figures, key: string): number | undefined => figures.get(key)?.value;
const parts = (figures: Figures, id: string): readonly Figure[] =>
  [...figures.values()].filter((figure) => figure.id === id);
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));

const forEvery = (check: (of: Service, assessment: Assessment) => void, numRuns = 250): void => {
  fc.assert(
    fc.property(service, (of) => {
      check(of, assessed(written(of)));
    }),
    { numRuns },
  );
};

const groupings = [
  ["cost_by_payer", "cost_total"],
  ["cost_by_year", "cost_total"],
  ["benefit_by_kind", "gross_benefit"],
  ["benefit_by_gainer", "gross_benefit"],
  ["net_by_party", "net_benefit"],
] as const;

test.each(groupings)("%s adds up to %s, under every perspective", (grouping, total) => {
  let compared = 0;
  forEvery((_, assessment) => {
    for (const perspective of perspectives) {
      const figures = assessment.under(perspective);
      const whole = figureIn(figures, total);
      const some = parts(figures, grouping);
      if (whole === undefined || some.length === 0) continue;
      compared++;
      const sum = some.reduce((so, { value }) => so + (value ?? 0), 0);
      expect(near(sum, whole), `${perspective}: parts ${sum}, whole ${whole}`).toBe(true);
    }
  }, 200);
  expect(compared).toBeGreaterThan(100);
});

test("what the council pays and gains is part of the public sector's, and that of society's", () => {
  forEvery((_, assessment) => {
    // What is worth more at the end of its life than it cost brings in money (a finding): then a smaller part of it costs more.
    if (assessment.lines.some(({ total }) => (total.value ?? 0) < 0)) return;
    const [council, sector, everyone] = perspectives.map((each) => figureIn(assessment.under(each), "cost_total") ?? 0);
    expect(council).toBeLessThanOrEqual((sector ?? 0) + 1e-6);
    expect(sector).toBeLessThanOrEqual((everyone ?? 0) + 1e-6);
  });
});

test("cost inside and outside a perspective is the whole cost", () => {
  forEvery((_, assessment) => {
    const whole = figureIn(assessment.under("society"), "cost_total") ?? 0;
    for (const perspective of perspectives) {
      const figures = assessment.under(perspective);
      const inside = figureIn(figures, "cost_total") ?? 0;
      expect(near(inside + (figureIn(figures, "cost_outside") ?? 0), whole)).toBe(true);
    }
  });
});

test("with discounting and optimism left out, present values are plain sums", () => {
  forEvery((of) => {
    const text = written({ ...of, flows: "start-of-year" }).replace(
      "appraisal:\n",
      "appraisal:\n  leave_out: [discounting, optimism-bias]\n",
    );
    const { figures } = assessed(text);
    for (const [present, plain] of [
      ["pv_cost", "incremental_cost"],
      ["pv_benefit", "gross_benefit"],
      ["npv", "net_benefit"],
    ] as const) {
      const [a, b] = [figureIn(figures, present), figureIn(figures, plain)];
      expect(a === undefined).toBe(b === undefined);
      if (a !== undefined && b !== undefined) expect(near(a, b), `${present} ${a}, ${plain} ${b}`).toBe(true);
    }
  });
});

test("the steps that are shown end at the present value of each benefit", () => {
  let compared = 0;
  forEvery((_, { chains, benefits }) => {
    for (const { benefit, steps } of chains) {
      const last = steps.at(-1)?.leaves;
      const same = benefits.filter(({ name, origin }) => name === benefit && origin === "outcome");
      if (last === undefined || steps.at(-1)?.step !== "discount") continue;
      compared++;
      expect(same.some(({ presentValue }) => near(presentValue.value ?? Number.NaN, last))).toBe(true);
    }
  });
  expect(compared).toBeGreaterThan(100);
});

test("a smaller share in need, engaged or staying never brings more outcomes", () => {
  forEvery((of) => {
    const fewer = {
      ...of,
      claims: of.claims.map((claim) => ({ ...claim, need: Math.ceil((claim.need ?? 100) / 2), retention: 50 })),
    };
    const whole = { ...of, claims: of.claims.map((claim) => ({ ...claim, retention: undefined })) };
    const [less, more] = [assessed(written(fewer)).figures, assessed(written(whole)).figures];
    for (const key of less.keys())
      if (key.startsWith("outcomes_expected/"))
        expect(Math.abs(figureIn(less, key) ?? 0)).toBeLessThanOrEqual(Math.abs(figureIn(more, key) ?? 0) + 1e-9);
  });
});

test("at the break-even share of its effect a service pays for itself, to the penny", () => {
  let compared = 0;
  forEvery((made) => {
    const [first] = made.claims;
    if (first === undefined) return;
    const claim = { ...first, attribution: undefined, worth: { ...first.worth, pounds: 40_000 } };
    const of = { ...made, leaveOut: [], comparator: undefined, claims: [claim], lines: made.lines.slice(0, 1) };
    const share = figureIn(assessed(written(of)).figures, "break_even_share/outcome-0");
    if (share === undefined || !(share > 0.001 && share < 1)) return;
    // Attribution multiplies all that the claim brings.
    const scaled = written(of).replace("\n    lasts:", `\n    attribution: ${(100 * share).toFixed(13)}%\n    lasts:`);
    compared++;
    const { figures } = assessed(scaled);
    const npv = figureIn(figures, "npv") ?? Number.NaN;
    expect(Math.abs(npv)).toBeLessThan(1e-6 * (figureIn(figures, "pv_benefit") ?? 1) + 0.01);
  }, 800);
  expect(compared).toBeGreaterThan(5);
});
