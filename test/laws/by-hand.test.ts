/** Thousands of made-up services, worked out by the engine and by a ledger written from the methods alone: the same figures. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assessed } from "../costing/helper.ts";
import { ledger } from "./by-hand/ledger.ts";
import { service, written } from "./by-hand/service.ts";

test("the engine and the ledger agree", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(service, (of) => {
      const { figures, problems } = assessed(written(of));
      expect(
        problems
          .map(({ reason }) => reason)
          .filter((reason) => reason !== "attribution-on-controlled-effect" && reason !== "lasts-without-capital"),
      ).toEqual([]);
      for (const [key, expected] of Object.entries(ledger(of))) {
        if (expected === undefined) continue;
        const figure = figures.get(key);
        if (expected === "none") {
          expect(
            figure?.value === undefined || figure.none !== undefined || key.startsWith("cost_per_outcome"),
            `${key} is ${figure?.value}, not none`,
          ).toBe(true);
          continue;
        }
        expect(figure?.missing ?? [], key).toEqual([]);
        const found = figure?.value ?? (expected === 0 ? 0 : Number.NaN);
        expect(Math.abs(found - expected), `${key}: engine ${found}, ledger ${expected}`).toBeLessThanOrEqual(
          1e-8 * Math.max(1, Math.abs(expected)),
        );
        seen.set(key.split("/")[0] ?? key, (seen.get(key.split("/")[0] ?? key) ?? 0) + 1);
      }
    }),
    { numRuns: 3_000 },
  );
  // Every figure of the chain was compared many times, not by accident a few.
  for (const key of [
    "pv_cost",
    "pv_benefit",
    "npv",
    "bcr",
    "fiscal_return",
    "public_value_return",
    "payback",
    "net_present_budget_impact",
    "net_by_party",
    "break_even_share",
    "outcomes_expected",
    "cost_per_outcome",
    "annualised_cost_per_starter",
    "cost_in_kind",
    "cost_at_volume",
    "cost_per_starter_at_volume",
  ])
    expect(seen.get(key) ?? 0, key).toBeGreaterThan(100);
});
