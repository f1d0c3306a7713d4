import fc from "fast-check";
import { expect, test } from "vitest";
import { commonEffect } from "../../server/src/model/assess/evidence/index.ts";
import { effectRows } from "../../server/src/report/effects.ts";
import { firstClaim, firstResult } from "./project.ts";

const number = fc.oneof(
  fc.constantFrom("0", "-0", "1", "0.5", "-0.38", "1.25", "100", "1e9", "0.0001", "12", "-3.1"),
  fc.double({ min: -50, max: 50, noNaN: true }).map((each) => each.toFixed(2)),
);
const interval = fc.tuple(number, number).map(([a, b]) => (Number(a) <= Number(b) ? `${a} to ${b}` : `${b} to ${a}`));
const effect = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("OR", "RR", "HR", "RD", "MD", "d", "g", "b"),
      number,
      fc.constantFrom("", " better", " worse"),
      fc.oneof(
        fc.constant(""),
        interval.map((each) => ` (${each})`),
        interval.map((each) => ` (97.5% CI ${each})`),
        number.map((each) => ` (SE ${each.replace("-", "")})`),
      ),
      fc.constantFrom("", ", p = 0.04", ", p = 0", ", p = 1", ", p < 0.05"),
    )
    .map((parts) => parts.join(parts[0] === "OR" ? " " : "").replace(/^([A-Za-z]+)(?=[-\d])/, "$1 ")),
  fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12)).map(([a, b, c, d]) => `${a}/${b} v ${c}/${d}`),
  fc.tuple(number, number).map(([a, b]) => `${a}% v ${b}%`),
  fc
    .tuple(number, number, number)
    .map(([a, b, sd]) => `${a} points (SD ${sd.replace("-", "")}) v ${b} points (SD ${sd.replace("-", "")})`),
  fc.tuple(number, interval).map(([a, ends]) => `${a}% relative (${ends.replace(" to ", "% to ")}%)`),
  fc.constantFrom("no difference", "unknown", "not measured", "none", ""),
);
const facts = fc.record({
  design: fc.constantFrom("rct", "cluster-rct", "before-after", "review", "unknown", "matched"),
  icc: fc.constantFrom("", "0", "0.05", "1", "-0.1"),
  clusters: fc.constantFrom("", "0", "2", "20 schools"),
  arms: fc.boolean(),
  size: fc.constantFrom("0", "1", "2", "3", "50"),
  without: fc.constantFrom("", "0%", "35%", "100%", "18 points"),
  index: fc.constantFrom("", "15", "50", "-50", "0"),
  better: fc.constantFrom("", "better: lower\n", "better: higher\n"),
  kind: fc.constantFrom("event", "score", "qaly", "state"),
});

/** Facts that say little. */
const quiet = {
  design: "rct",
  icc: "",
  clusters: "",
  arms: false,
  size: "0",
  without: "",
  index: "",
  better: "",
  kind: "event",
};

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function study(id: string, written: string, each: Facts): string {
  const line = (key: string, value: string, indent = ""): string => (value === "" ? "" : `${indent}${key}: ${value}\n`);
  const arms = each.arms
    ? `arms:\n  - arm: control\n    analysed: ${each.size}\n  - arm: intervention\n    analysed: ${each.size}\n`
    : "";
  return `study: ${id}\n${line("design", each.design)}${line("icc", each.icc)}${line("clusters", each.clusters)}${arms}results:\n  - outcome: o\n${line("effect", written, "    ")}${line("without", each.without, "    ")}${line("improvement_index", each.index, "    ")}    role: primary\n`;
}

const outcome = ({ kind, better }: Facts): string => `---\noutcome: o\nkind: ${kind}\n${better}`;

test("whatever a result says, its effects are figures or nothing: never a spread without an estimate, never a broken number", () => {
  fc.assert(
    fc.property(effect, facts, (written, each) => {
      const found = firstResult(`${study("s", written, each)}${outcome(each)}`);
      for (const { effect: read } of found.readings) {
        expect(Number.isFinite(read.value)).toBe(true);
        for (const end of [read.se, read.low, read.high]) expect(end === undefined || !Number.isNaN(end)).toBe(true);
        expect(read.se === undefined || read.se > 0).toBe(true);
      }
      const common = commonEffect(found);
      if ("effect" in common) expect(Number.isFinite(common.effect.value)).toBe(true);
      for (const row of effectRows(found, undefined))
        expect(`${row.label} ${row.value}`).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { numRuns: 600 },
  );
});

test("whatever studies say, what they show together is a figure with its interval, or a reason", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(effect, facts), { minLength: 1, maxLength: 4 }), (studies) => {
      const [first] = studies;
      if (first === undefined) return;
      const ids = studies.map((_, at) => `s${at}`);
      const text = `intervention: i\npopulation:\n  unit: child\noutcomes:\n  - outcome: o\n    evidence: [${ids.join(", ")}]\n${studies.map(([written, each], at) => `---\n${study(`s${at}`, written, each)}`).join("")}${outcome(first[1])}`;
      const body = firstClaim(text);
      for (const each of body.cited) expect((each.pooled === undefined) === (each.leftOut !== undefined)).toBe(true);
      expect(body.pool === undefined).toBe(body.unpooled !== undefined);
      if (body.pool === undefined) return;
      const { value, low = Number.NaN, high = Number.NaN } = body.pool.effect;
      expect(low <= value && value <= high).toBe(true);
      const weights = body.cited.flatMap(({ pooled }) => (pooled === undefined ? [] : [pooled.weight]));
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    }),
    {
      numRuns: 400,
      examples: [
        [
          [
            ["0/1 v 0/1", { ...quiet, size: "0", better: "better: lower\n" }],
            ["1e9 points (SD 0.5) v 0 points (SD 0.5)", { ...quiet, arms: true, size: "2" }],
          ],
        ],
      ],
    },
  );
});
