/** Published effects, indices, intervals and p values, as examples/ holds them, each with its citation: what is printed beside what comes out. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";
import { monthsOfProgress } from "../../server/src/data/index.ts";
import { agrees, improvementIndex, monthsOf, pFromInterval } from "../../server/src/evidence/index.ts";
import { commonEffect, type ResultEffect, readResult } from "../../server/src/model/assess/evidence/index.ts";
import { evidenceSources } from "../../server/src/report/sources.ts";

const folder = new URL("../../examples/", import.meta.url);
const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
session.load(
  globSync("**/*.yaml", { cwd: folder }).map((path) => [
    path,
    { kind: "text", text: readFileSync(new URL(path, folder), "utf8") },
  ]),
);
session.setComplete(true);
const snapshot = session.snapshot();
const sources = evidenceSources(snapshot);

function result(study: string, nth = 0): ResultEffect {
  const found = sources.study(study)?.reading;
  const item = found?.results?.items[nth];
  if (found === undefined || item === undefined) throw new Error(`no result ${nth} of ${study}`);
  return readResult(found, item, sources.outcome(item.outcome?.value ?? ""));
}

function common(study: string, nth = 0): { readonly value: number; readonly se: number | undefined } {
  const found = commonEffect(result(study, nth));
  if (!("effect" in found)) throw new Error(found.needs);
  return { value: found.effect.value, se: found.effect.se };
}

const codesOn = (study: string): readonly string[] => {
  const definition = sources.study(study)?.definition;
  if (definition === undefined) throw new Error(study);
  const text = snapshot.text(definition.path) ?? "";
  const end = text.indexOf("\n---", definition.span.start);
  return snapshot
    .findings(definition.path)
    .filter(({ span }) => span.start >= definition.span.start && (end < 0 || span.start < end))
    .map(({ code }) => code);
};

// Day C, Michelson D, Thomson S, Penney C, Draper L, BMJ 2012;344:e1107: 0.38 (95% CI 0.01 to 0.75), P=0.01; EIF Guidebook: 15.
describe("EPEC", () => {
  test("the index that EIF prints follows from the effect", () => {
    expect(Math.round(improvementIndex(0.38))).toBe(15);
    expect(result("day-2012").result.improvement_index?.text).toBe("15");
    expect(codesOn("day-2012")).not.toContain("evidence/index-does-not-follow");
  });
  test("the printed P does not follow from the printed interval, and is found", () => {
    expect(codesOn("day-2012")).toContain("evidence/p-contradicts-interval");
  });
  test("it is the direction that the paper prints: better, with an interval that leaves no effect out", () => {
    expect(result("day-2012").direction).toBe("better");
    expect(common("day-2012").se).toBeCloseTo(0.1888 * 0.9934, 3);
  });
});

// Fonagy P and others, Lancet Psychiatry 2018;5:119 (START): OR 1.25 (95% CI 0.77 to 2.05), p=0.37; 13% v 11%.
test("START: p follows from the interval, the shares from the odds ratio; a null stays a null", () => {
  const written = result("start-2018").result.effect?.value;
  if (written?.kind !== "estimate" || written.p === undefined) throw new Error("no p");
  const allowed = pFromInterval(written);
  expect(allowed?.central.toFixed(2)).toBe("0.37");
  expect(allowed !== undefined && agrees(written.p, allowed)).toBe(true);
  expect(result("start-2018").direction).toBe("no effect shown");
  expect(codesOn("start-2018")).not.toContain("evidence/arms-contradict-effect");
});

// West G and others 2021; EEF report by Dimova and others 2020: d = 0.26 (95% CI 0.17 to 0.35), +3 months.
// Gorard, Siddiqui, See 2015: +0.24, +3. EEF, Texting Parents 2016: +0.033, +1. Dialogic Teaching addendum: 0.03, 0 by another edition of the table.
test("months of progress as the EEF prints them", () => {
  const months = (study: string): number | undefined => monthsOf(common(study).value, monthsOfProgress);
  expect([months("neli-2021"), months("switch-on-2015"), months("texting-2016")]).toEqual([3, 3, 1]);
  // SE = 0.18 / 3.92 = 0.0459.
  expect(common("neli-2021").se).toBeCloseTo(0.0459, 3);
});

// EEF, Dialogic Teaching: n in model 3,697 (1,710; 1,969); the digits are swapped, 1,710 + 1,969 = 3,679.
test("Dialogic Teaching: arms that do not add up are found", () => {
  expect(codesOn("dialogic-2019")).toContain("evidence/arms-do-not-add-up");
  expect(result("dialogic-2019").direction).toBe("no effect shown");
});

// Simkiss and others, BMJ Open 2013;3:e002851; Moody and others 2020; Minnis and others 2001, Table 3; Westlake and others 2023; HENRY (OFTEN).
test.each([
  ["flnp-2013", 0],
  ["flnp-2013", 1],
  ["fostering-changes-2020", 0],
  ["foster-carer-training-2001", 0],
  ["swis-2023", 0],
  ["often-2021", 0],
  ["often-2021", 1],
] as const)("%s, result %i: a null in print is a null here, and its numbers agree with each other", (study, nth) => {
  expect(result(study, nth).direction).toBe("no effect shown");
  const contradictions = codesOn(study).filter((code) =>
    /contradict|outside-interval|off-centre|does-not-follow|more-analysed/.test(code),
  );
  expect(contradictions).toEqual([]);
});

// Lindsay and Strand 2013 (PEIP) and the EPEC roll-out of 2022 print changes with no comparison.
test("changes over time are kept apart from effects, however large", () => {
  for (const study of ["peip-2013", "epec-scale-2022"]) expect(result(study).kind).toBe("change over time");
});

// EEF, ASCENTS: no outcome, since examinations were cancelled in 2020. Talk of the Town: no effect.
test("not measured is not null, and null is not missing", () => {
  expect(result("ascents-2021").kind).toBe("not measured");
  expect(result("ascents-2021").direction).toBe("not known");
  expect(result("talk-2016").direction).toBe("no effect shown");
});

// EIF Guidebook, Incredible Years Preschool and Level 4 Standard Triple P: indices beside changes in points.
test("an index gives the effect that it stands for", () => {
  const printed = [
    ["iy-guidebook-1", 0, 35],
    ["iy-guidebook-2", 0, 16],
    ["iy-guidebook-3", 0, 21],
    ["iy-guidebook-3", 1, 28],
    ["triple-p-guidebook-1", 0, 22],
    ["triple-p-guidebook-1", 3, 9],
  ] as const;
  for (const [study, nth, index] of printed) {
    expect(Math.round(improvementIndex(common(study, nth).value))).toBe(index);
    expect(result(study, nth).direction).toBe("better, not tested");
  }
});
