import * as fc from "fast-check";
import { expect, test } from "vitest";
import { uncertaintySections } from "../../../server/src/report/uncertainty.ts";
import { simulated } from "./support.ts";

const size = fc.oneof(
  fc.constantFrom(0, 1, 1e-9, 1e12, 1e300),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const ends = fc.tuple(size, size, size).map((all) => [...all].sort((a, b) => a - b) as [number, number, number]);
const plain = (value: number): string =>
  value.toLocaleString("en-GB", { useGrouping: false, maximumFractionDigits: 20 });

test("whatever the numbers, a simulation ends, says no number that is none, and keeps every interval the right way round", () => {
  fc.assert(
    fc.property(
      ends,
      ends,
      ends,
      fc.constantFrom("RR", "OR", "HR", "g"),
      size,
      (cost, effect, worth, metric, without) => {
        const interval = ([low, value, high]: [number, number, number], unit: string, sign = "£") =>
          `${sign}${plain(value)}${unit} (95% CI ${sign}${plain(low)} to ${sign}${plain(high)})`;
        const { simulation, uncertainty, assessment } = simulated(
          `intervention: i\npopulation:\n  unit: child\n  starts: 10 children/year\ncosts:\n  price_year: 2023-24\n  period: 2 years\n  perspective: society\n  comparator:\n    cost: none\n  lines:\n    - item: A\n      amount: ${interval(cost, "/child")}\noutcomes:\n  - outcome: care\n    without: ${plain(Math.min(without, 1) * 100)}%\n    effect: ${metric} ${plain(effect[1])} (95% CI ${plain(effect[0])} to ${plain(effect[2])})\n    lasts: ${plain(Math.min(effect[0], 9))} to ${plain(Math.min(effect[2], 9))} years\n    affects: starters\n---\noutcome: care\nkind: state\nbetter: higher\ncounts: children\nvalues:\n  - value: ${interval(worth, "/child/year")}\n    price_year: 2023-24\n    kind: fiscal\n    gains: nhs\n`,
          { draws: 200 },
        );
        for (const { low, high } of simulation.figures.values())
          if (low !== undefined && high !== undefined) expect(low <= high).toBe(true);
        const text = JSON.stringify(
          uncertaintySections({ simulation, assessment, inputs: uncertainty.inputs, unusedPaths: [] }),
        );
        expect(/NaN|Infinity|undefined/.exec(text)?.[0]).toBeUndefined();
      },
    ),
    { numRuns: 150 },
  );
});
