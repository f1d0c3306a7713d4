import { describe, expect, test } from "vitest";
import { firstClaim } from "./project.ts";

const head = "intervention: i\npopulation:\n  unit: child\noutcomes:\n  - outcome: o\n";
const tail = (better: string): string => `---\noutcome: o\ntitle: The outcome\nkind: event\nbetter: ${better}\n`;
const studyOf = (id: string, facts: string, result: string): string =>
  `---\nstudy: ${id}\n${facts}results:\n  - outcome: o\n${result.replace(/^/gm, "    ").trimEnd()}\n`;
const project = (ids: readonly string[], studies: readonly string[], better = "lower", claim = ""): string =>
  `${head}${claim}    evidence: [${ids.join(", ")}]\n${studies.join("")}${tail(better)}`;

// By hand: ln RR -0.6931 (SE (ln 1 - ln 0.25) / 3.92 = 0.35364) and -0.2231 (SE (ln 1.6 - ln 0.4) / 3.92 = 0.35365): equal weights,
// Q = 0.47^2 / (2 x 0.12506) = 0.883 < 1, so tau2 is 0 and the mean is -0.4581, RR 0.6325.
test("two studies on one scale are pooled on its logarithm", () => {
  const found = firstClaim(
    project(
      ["a", "b"],
      [
        studyOf("a", "design: rct\n", "effect: RR 0.5 (0.25 to 1.0)\n"),
        studyOf("b", "design: rct\n", "effect: RR 0.8 (0.4 to 1.6)\n"),
      ],
    ),
  );
  expect(found.scale).toBe("RR");
  expect(found.sign).toBe(-1);
  expect(found.pool?.effect.value).toBeCloseTo(0.6325, 3);
  expect(found.pool?.interval).toBe("plain");
  expect(found.cited.map(({ pooled }) => pooled?.weight.toFixed(2))).toEqual(["0.50", "0.50"]);
  expect(found.remarks.join(" ")).toMatch(/two studies/);
});

test("an estimate without a spread is weighed by the counts beside it", () => {
  const found = firstClaim(
    project(
      ["a", "b"],
      [
        studyOf("a", "design: rct\n", "effect: RR 0.67\nwith: 20/100\nwithout: 30/100\n"),
        studyOf("b", "design: rct\n", "effect: RR 0.8 (0.4 to 1.6)\n"),
      ],
    ),
  );
  expect(found.pool?.studies).toBe(2);
  expect(found.cited[0]?.pooled?.from).toBe("from the counts");
});

test("what does not compare is named and left out: before and after, not measured, another outcome, a missing study", () => {
  const found = firstClaim(
    project(
      ["a", "b", "c", "d", "e"],
      [
        studyOf("a", "design: rct\n", "effect: RR 0.5 (0.25 to 1.0)\n"),
        studyOf("b", "design: before-after\n", "change_over_time: d 0.6 better\n"),
        studyOf("c", "design: rct\n", "effect: not measured\n"),
        "---\nstudy: d\ndesign: rct\nresults:\n  - outcome: other\n    effect: RR 0.5 (0.25 to 1.0)\n",
      ],
    ),
  );
  expect(found.unpooled).toBe("one study");
  expect(found.cited.map(({ leftOut }) => leftOut)).toEqual([
    undefined,
    expect.stringMatching(/never pooled/),
    expect.stringMatching(/missing, not null/),
    "no result on this outcome",
    "not in this project",
  ]);
});

test("one sample counts once: the primary result of a study, a trial under one register number", () => {
  const found = firstClaim(
    project(
      ["a", "b"],
      [
        `---\nstudy: a\ndesign: rct\nregistration: ISRCTN1\nresults:\n  - outcome: o\n    role: secondary\n    effect: RR 0.9 (0.5 to 1.6)\n  - outcome: o\n    role: primary\n    effect: RR 0.5 (0.25 to 1.0)\n`,
        studyOf("b", "design: rct\nregistration: ISRCTN1\n", "effect: RR 0.8 (0.4 to 1.6)\n"),
      ],
    ),
  );
  expect(found.cited[0]?.chosen?.why).toMatch(/one of 2 results.*primary/);
  expect(found.cited[0]?.pooled?.effect.value).toBe(0.5);
  expect(found.cited[1]?.leftOut).toBe("the same sample as a");
});

describe("different scales", () => {
  test("meet as g, each with the assumption that took it there", () => {
    const found = firstClaim(
      project(
        ["a", "b"],
        [
          studyOf("a", "design: rct\n", "effect: OR 0.5 (0.3 to 0.8)\n"),
          studyOf("b", "design: rct\n", "effect: g 0.2 better (0.1 to 0.3)\n"),
        ],
      ),
    );
    expect(found.scale).toBe("g");
    expect(found.cited[0]?.pooled?.effect.value).toBeCloseTo(0.3822, 4);
    expect(found.cited[0]?.pooled?.notes.join(" ")).toMatch(/logistic/);
  });
  test("points of different measures are not added: what is missing is asked for", () => {
    const found = firstClaim(
      project(
        ["a", "b"],
        [
          studyOf("a", "design: rct\n", "measure: one\neffect: MD 3 (1 to 5)\n"),
          studyOf("b", "design: rct\n", "measure: two\neffect: MD 9 (2 to 16)\n"),
        ],
        "higher",
      ),
    );
    expect(found.pool).toBeUndefined();
    expect(found.cited[0]?.leftOut).toBe("to compare it needs the standard deviation of the measure");
  });
});

test("a review stands in only where no study does", () => {
  const review = studyOf("r", "design: review\n", "effect: RR 0.8 (0.7 to 0.9)\n");
  expect(firstClaim(project(["r"], [review])).unpooled).toBe("one study");
  const both = firstClaim(
    project(["r", "a"], [review, studyOf("a", "design: rct\n", "effect: RR 0.5 (0.25 to 1.0)\n")]),
  );
  expect(both.cited[0]?.leftOut).toMatch(/review/);
});

test("a body led by its developer alone, and one of mixed designs, say so", () => {
  const led = (id: string, design: string): string =>
    studyOf(id, `design: ${design}\ndeveloper_led: true\n`, "effect: RR 0.5 (0.25 to 1.0)\n");
  const found = firstClaim(project(["a", "b", "c"], [led("a", "rct"), led("b", "matched"), led("c", "rct")]));
  const remarks = found.remarks.join(" ");
  expect(remarks).toMatch(/Every study was led by those who devised it/);
  expect(remarks).toMatch(/2 of 3 are randomised/);
  expect(found.pool?.prediction).toBeDefined();
});

// Weights 1 / SE^2 by hand: 342 of the first, 54, 47, 28 and 41 of the others. The last four alone: mean of the logarithms -0.122, SE
// 1 / sqrt(170) = 0.077, so up to -0.122 + 0.150, above 0: no effect shown.
test("a study that carries the whole is named", () => {
  const found = firstClaim(
    project(
      ["big", "b", "c", "d", "e"],
      [
        studyOf("big", "design: rct\n", "effect: RR 0.80 (0.72 to 0.89)\n"),
        studyOf("b", "design: rct\n", "effect: RR 0.85 (0.65 to 1.11)\n"),
        studyOf("c", "design: rct\n", "effect: RR 0.88 (0.66 to 1.17)\n"),
        studyOf("d", "design: rct\n", "effect: RR 0.87 (0.60 to 1.26)\n"),
        studyOf("e", "design: rct\n", "effect: RR 0.95 (0.70 to 1.29)\n"),
      ],
    ),
  );
  expect(found.pool?.effect.high).toBeLessThan(1);
  expect(found.remarks.join(" ")).toContain("Without big the others together would show no effect.");
});
