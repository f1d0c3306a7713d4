/** Facts for evidence standards, read from specs: numbers, times, directions, and whether evidence is of people like these. */
import { describe, expect, test } from "vitest";
import { createSession, type Snapshot } from "../../server/src/analysis/index.ts";
import type { StudyFacts } from "../../server/src/evidence/ratings/index.ts";
import { bodyFacts, factsOfStudyId } from "../../server/src/model/assess/ratings/index.ts";

function projectOf(text: string): Snapshot {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
  session.setFile("a.study.yaml", text);
  session.setComplete(true);
  return session.snapshot();
}

function factsOf(text: string): StudyFacts {
  const facts = factsOfStudyId("a", projectOf(`study: a\n${text}`));
  if (facts === undefined) throw new Error("no study");
  return facts;
}

const arms = (...rows: readonly string[]): string =>
  `arms:\n${rows
    .map(
      (row, at) =>
        `  - arm: arm-${at}\n${row
          .split(", ")
          .map((each) => `    ${each}\n`)
          .join("")}`,
    )
    .join("")}`;

describe("numbers", () => {
  test("all arms counted: the smallest, the whole and the share that was analysed", () =>
    expect(
      factsOf(`design: rct\n${arms("randomised: 60, analysed: 54", "randomised: 58, analysed: 50")}`),
    ).toMatchObject({
      smallestGroup: { low: 50, high: 50 },
      analysed: { low: 104, high: 104 },
      // 104 of 118.
      retained: { low: expect.closeTo(0.8814, 4), high: expect.closeTo(0.8814, 4) },
    }));

  // 8.5% of 116 is 9.86: all of it may have been lost from the arm of 57.
  test("with the share retained alone, all the loss may have fallen on the smallest arm", () =>
    expect(factsOf(`design: rct\nretained: 91.5%\n${arms("randomised: 59", "randomised: 57")}`)).toMatchObject({
      smallestGroup: { low: expect.closeTo(47.14, 2), high: 57 },
      retained: { low: 0.915, high: 0.915 },
    }));

  test("a sample alone says only how large a group can be at most", () =>
    expect(factsOf("design: rct\nsample: 30 families\n")).toMatchObject({
      smallestGroup: { low: 0, high: 15 },
      retained: undefined,
    }));

  test("more analysed than began is no attrition", () =>
    expect(factsOf(`design: before-after\n${arms("started: 20, analysed: 30")}`).retained).toBeUndefined());

  test("one arm without its number leaves all open", () =>
    expect(factsOf(`design: rct\n${arms("randomised: 60, analysed: 54", "randomised: 58")}`)).toMatchObject({
      retained: undefined,
      smallestGroup: { low: 0, high: 58 },
    }));
});

const outcome = (better: string): string => `---\noutcome: o\nbetter: ${better}\nfor: child\n`;
const result = (rest: string, better = "lower"): StudyFacts["results"][number] => {
  const [first] = factsOf(`design: rct\nresults:\n  - outcome: o\n    ${rest}\n${outcome(better)}`).results;
  if (first === undefined) throw new Error("no result");
  return first;
};

describe("what a result found", () => {
  test.each<[string, string, StudyFacts["results"][number]["found"], boolean | undefined]>([
    ["effect: RR 0.72 (95% CI 0.55 to 0.94)", "lower", "better", true],
    ["effect: RR 0.72 (95% CI 0.55 to 0.94)", "higher", "worse", true],
    ["effect: RR 0.90 (95% CI 0.70 to 1.15)", "lower", "null", false],
    ["effect: d 0.38 better (95% CI 0.01 to 0.75)", "lower", "better", true],
    ["effect: -3 points", "lower", "better", undefined],
    ["effect: -3 points", "higher", "worse", undefined],
    ["effect: no difference", "lower", "null", false],
    ["effect: not measured", "lower", "not measured", undefined],
    ["effect: unknown", "lower", undefined, undefined],
    // A difference of 3.2 points with a standard error of 6.7.
    ["effect: 44/108 v 39/104", "higher", "null", false],
    ["effect: 64/108 v 39/104", "higher", "better", true],
    ["effect: g 0.35 better (SE 0.11)", "higher", "better", true],
    ["effect: g 0.35 better (SE 0.31)", "higher", "null", false],
    ["effect: 44/108 v 39/104, p = 0.02", "lower", "worse", true],
    ["direction: worse", "lower", "worse", undefined],
    ["change: 10.57 points better", "lower", "better", undefined],
  ])("%s where %s is better", (rest, better, found, significant) =>
    expect(result(rest, better)).toMatchObject({ found, significant }),
  );

  test("a change over time is not compared", () =>
    expect(result("change_over_time: d 0.6 better")).toMatchObject({ found: "better", compared: false }));
});

describe("time after the end", () => {
  test.each([
    ["at: 6 months after end", "", { low: 0.5, high: 0.5 }],
    ["at: end of programme", "", { low: 0, high: 0 }],
    // Eighteen months less eight weeks of programme (56 of 365.25 days).
    [
      "at: 18 months after start",
      "programme_lasts: 8 weeks\n",
      { low: expect.closeTo(1.3467, 4), high: expect.closeTo(1.3467, 4) },
    ],
    ["at: 18 months after start", "", { low: 0, high: 1.5 }],
    ["at: 2 years after birth", "", undefined],
  ])("%s %s", (at, lasts, expected) => {
    const [first] = factsOf(
      `${lasts}design: rct\nresults:\n  - outcome: o\n    ${at}\n    effect: no difference\n`,
    ).results;
    expect(first?.afterEnd).toEqual(expected);
  });
});

describe("people and places like these", () => {
  const direct = (study: string, rest = ""): boolean | undefined => {
    const snapshot = projectOf(
      `intervention: i\ncountry: England\npopulation:\n  unit: family\n  ages: 2 to 5 years\noutcomes:\n  - outcome: o\n    evidence: [s]\n${rest}---\nstudy: s\n${study}results:\n  - outcome: o\n    effect: no difference\n`,
    );
    const [definition] = snapshot.index.definitions("intervention", "i");
    const spec = definition === undefined ? undefined : snapshot.read("intervention", definition);
    if (spec === undefined) throw new Error("no spec");
    return bodyFacts(spec, snapshot).direct;
  };
  test.each<[string, string, string, boolean | undefined]>([
    ["the same", "country: England\nages: 2 to 5 years\n", "", true],
    ["another country", "country: Norway\nages: 2 to 5 years\n", "", false],
    ["other ages", "country: England\nages: 11 to 17 years\n", "", false],
    ["ages not said", "country: England\n", "", undefined],
    [
      "another country, and why it holds",
      "country: Norway\nages: 2 to 5 years\n",
      "    transfer: Services are alike\n",
      undefined,
    ],
  ])("%s", (_, study, rest, expected) => expect(direct(study, rest)).toBe(expected));
});

describe("risk of bias over all", () => {
  const bias = (...rows: readonly string[]): StudyFacts["bias"] =>
    factsOf(`design: rct\nrisk_of_bias:\n${rows.map((row) => `  ${row}\n`).join("")}`).bias;
  const domains = ["randomisation", "deviations", "missing_data", "measurement", "reporting"];
  test.each<[string, readonly string[], StudyFacts["bias"]]>([
    ["as the review says", ["overall: low", "missing_data: high"], "low"],
    ["one grave domain", ["randomisation: low", "missing_data: high"], "high"],
    ["five low ones", domains.map((each) => `${each}: low`), "low"],
    ["four low ones leave it open", domains.slice(1).map((each) => `${each}: low`), undefined],
    ["some concerns", ["randomisation: low", "measurement: some-concerns"], "some"],
    ["not judged", ["overall: unknown"], undefined],
  ])("%s", (_, rows, expected) => expect(bias(...rows)).toBe(expected));
});
