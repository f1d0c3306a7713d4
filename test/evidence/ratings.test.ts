/** Indicative ratings: the ladders by hand, and laws that hold for any facts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceStandardData } from "../../server/src/data/index.ts";
import {
  compareRating,
  type Rating,
  type ResultFacts,
  rateBody,
  rateStudy,
  type StandardId,
  type StudyFacts,
} from "../../server/src/evidence/ratings/index.ts";

const exact = (value: number) => ({ low: value, high: value });

const improvement: ResultFacts = {
  outcome: "child-behaviour",
  name: "Eyberg Intensity",
  ofChild: true,
  found: "better",
  significant: true,
  compared: true,
  afterEnd: exact(0),
  validated: true,
  independent: false,
  notByDeliverers: true,
  interval: { low: 0.1, high: 0.5 },
};

/** A trial without a flaw. */
const trial: StudyFacts = {
  id: "a",
  name: "A",
  design: "rct",
  rateable: true,
  randomised: true,
  compared: true,
  smallestGroup: exact(50),
  analysed: exact(100),
  retained: exact(0.95),
  lostAlike: true,
  sameMeasures: true,
  representative: true,
  baselineAlike: true,
  missingDataHandled: true,
  intentionToTreat: true,
  independentEvaluator: true,
  registered: true,
  smallestEffect: 0.2,
  bias: "low",
  country: "England",
  results: [improvement],
};

const data = evidenceStandardData;
const study = (id: StandardId, changes: Partial<StudyFacts> = {}): Rating =>
  rateStudy(id, { ...trial, ...changes }, data[id]);
const body = (id: StandardId, ...studies: readonly StudyFacts[]): Rating =>
  rateBody(id, { studies, account: true, manual: undefined }, data[id]);

describe("EIF, one study", () => {
  test.each<[string, Partial<StudyFacts>, string]>([
    ["a sound trial with a significant improvement", {}, "3"],
    ["19 in a group is one too few", { smallestGroup: exact(19) }, "NL2"],
    ["20 in a group is enough", { smallestGroup: exact(20) }, "3"],
    ["59% analysed", { retained: exact(0.59) }, "NL2"],
    ["60% analysed", { retained: exact(0.6) }, "3"],
    [
      "one arm lost far more, and nobody says how that was dealt with",
      { lostAlike: false, missingDataHandled: undefined },
      "2+ to 3",
    ],
    ["one arm lost far more, and it was dealt with", { lostAlike: false }, "3"],
    ["per protocol", { intentionToTreat: false }, "2+"],
    ["groups unlike at the start", { baselineAlike: false }, "2+"],
    ["no comparison", { design: "before-after", randomised: false, compared: false }, "2"],
    ["a rigorous study that found nothing", { results: [{ ...improvement, found: "null", significant: false }] }, "NE"],
    [
      "nothing found by a study that is not rigorous",
      { results: [{ ...improvement, found: "null", significant: false }], intentionToTreat: false },
      "NL2",
    ],
    [
      "a parent's outcome alone leaves the child's open",
      { results: [{ ...improvement, ofChild: false }] },
      "not known",
    ],
    ["who was analysed is not known", { intentionToTreat: undefined }, "2+ to 3"],
    ["how many were lost is not known", { retained: undefined }, "NL2 to 3"],
    ["interviews", { design: "qualitative", rateable: false }, "not rated"],
  ])("%s", (_, changes, label) => expect(study("eif", changes).label).toBe(label));

  test("what is not known is named, and what would raise it", () => {
    expect(study("eif", { intentionToTreat: undefined }).unknown).toEqual(["who was analysed"]);
    expect(study("eif", { intentionToTreat: false }).raise).toEqual(["an analysis by intention to treat"]);
  });

  test("criteria from memory are marked unverified", () => expect(study("eif").unverified).toBe(true));
});

describe("EIF, several studies", () => {
  const again: StudyFacts = { ...trial, id: "b", name: "B" };
  const long: StudyFacts = {
    ...again,
    results: [{ ...improvement, afterEnd: exact(1), independent: true }],
  };
  const weak: StudyFacts = { ...again, design: "before-after", randomised: false, compared: false };
  const none: StudyFacts = { ...again, results: [{ ...improvement, found: "null", significant: false }] };
  test.each<[string, readonly StudyFacts[], string]>([
    ["one rigorous study", [trial], "3"],
    ["and one of level 2", [trial, weak], "3+"],
    ["two rigorous studies, short", [trial, again], "3+"],
    ["two, one of them long and independent of those taking part", [trial, long], "4"],
    ["two long ones, one independent of the provider", [long, { ...long, id: "c" }], "4+"],
    ["a rigorous study that found nothing beside a weak one", [none, weak], "NE"],
    ["one that found something as rigorously", [none, trial], "3, mixed findings"],
  ])("%s", (_, studies, label) => expect(body("eif", ...studies).label).toBe(label));
});

describe("the other standards", () => {
  test.each<[StandardId, Partial<StudyFacts>, string]>([
    ["maryland", {}, "5"],
    ["maryland", { design: "regression-discontinuity" }, "4"],
    ["maryland", { design: "difference-in-differences" }, "3"],
    ["maryland", { design: "matched" }, "2 to 3"],
    ["maryland", { design: "before-after" }, "1"],
    ["maryland", { design: undefined }, "not known"],
    ["nesta", {}, "3"],
    ["nesta", { compared: false }, "2"],
    ["eef-padlocks", {}, "5"],
    ["eef-padlocks", { smallestEffect: 0.25 }, "4"],
    ["eef-padlocks", { retained: exact(0.85) }, "4"],
    ["eef-padlocks", { baselineAlike: undefined }, "3 to 5"],
    ["eef-padlocks", { smallestEffect: undefined }, "not known"],
    ["grade", { bias: "high", analysed: exact(1000), registered: true }, "low to moderate"],
  ])("%s %j", (id, changes, label) => expect(study(id, changes).label).toBe(label));

  test("an independent replication is Nesta 4, a manual would make it 5", () => {
    const both = body("nesta", trial, { ...trial, id: "b" });
    expect(both.label).toBe("4 to 5");
    expect(both.unknown).toEqual(["whether there is a manual"]);
  });
});

describe("a printed rating", () => {
  test.each<[string, ReturnType<typeof compareRating>]>([
    ["3", "within"],
    ["4+", "above"],
    ["4+ * (mixed findings)", "above"],
    ["2", "below"],
    ["excellent", "not known"],
  ])("%s", (printed, expected) => expect(compareRating(printed, study("eif"))).toBe(expected));
});

const verdict = fc.constantFrom(true, false, undefined);
const bounds = (most: number) =>
  fc
    .option(fc.tuple(fc.double({ min: 0, max: most, noNaN: true }), fc.double({ min: 0, max: most, noNaN: true })), {
      nil: undefined,
    })
    .map((pair) => (pair === undefined ? undefined : { low: Math.min(...pair), high: Math.max(...pair) }));
const results: fc.Arbitrary<ResultFacts> = fc.record({
  outcome: fc.constantFrom("x", "y"),
  name: fc.constant("a measure"),
  ofChild: verdict,
  found: fc.constantFrom("better", "worse", "null", "not measured", undefined),
  significant: verdict,
  compared: fc.boolean(),
  afterEnd: bounds(3),
  validated: verdict,
  independent: verdict,
  notByDeliverers: verdict,
  interval: fc.constant(undefined),
});
const randomised = ["rct", "cluster-rct"];
const anyStudy: fc.Arbitrary<StudyFacts> = fc
  .record({
    design: fc.constantFrom("rct", "matched", "before-after", "cohort", undefined),
    smallestGroup: bounds(60),
    analysed: bounds(900),
    retained: bounds(1),
    sameMeasures: verdict,
    representative: verdict,
    baselineAlike: verdict,
    missingDataHandled: verdict,
    intentionToTreat: verdict,
    independentEvaluator: verdict,
    registered: verdict,
    smallestEffect: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    bias: fc.constantFrom("low", "some", "high", undefined),
    results: fc.array(results, { maxLength: 3 }),
  })
  .map((facts) => ({
    ...facts,
    id: "a",
    name: "A",
    country: undefined,
    lostAlike: undefined,
    rateable: true,
    randomised: facts.design === undefined ? undefined : randomised.includes(facts.design),
    compared:
      facts.design === "rct" || facts.design === "matched" ? true : facts.design === "before-after" ? false : undefined,
  }));

const ids = Object.keys(data) as StandardId[];
const rank = (rating: Rating, code: string | undefined): number =>
  rating.standard.levels.findIndex((level) => level.code === code);

describe.each(ids)("%s, whatever the facts", (id) => {
  test("the lowest is never above the highest, and a decided rating waits for nothing", () =>
    fc.assert(
      fc.property(fc.array(anyStudy, { maxLength: 3 }), (studies) => {
        const rating = body(id, ...studies);
        if (rating.lowest === undefined) return;
        expect(rank(rating, rating.lowest)).toBeLessThanOrEqual(rank(rating, rating.highest));
        expect(rank(rating, rating.lowest)).toBeGreaterThanOrEqual(0);
        if (rating.lowest === rating.highest) expect(rating.unknown).toEqual([]);
      }),
    ));

  test("learning a fact never takes the rating outside the range that was given", () =>
    fc.assert(
      fc.property(anyStudy, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (facts, answer, number) => {
        const before = study(id, facts);
        const learnt: Partial<StudyFacts> = {
          baselineAlike: facts.baselineAlike ?? answer,
          intentionToTreat: facts.intentionToTreat ?? answer,
          missingDataHandled: facts.missingDataHandled ?? answer,
          independentEvaluator: facts.independentEvaluator ?? answer,
          registered: facts.registered ?? answer,
          retained: facts.retained ?? exact(number),
          smallestEffect: facts.smallestEffect ?? number,
          bias: facts.bias ?? (answer ? "low" : "high"),
          results: facts.results.map((each) => ({
            ...each,
            ofChild: each.ofChild ?? answer,
            significant: each.significant ?? answer,
            validated: each.validated ?? answer,
            notByDeliverers: each.notByDeliverers ?? answer,
          })),
        };
        // What is taken as met because nothing says otherwise may turn out not to be.
        if (facts.baselineAlike === undefined && facts.design === "rct" && !answer) return;
        const after = study(id, { ...facts, ...learnt });
        if (before.lowest === undefined || after.lowest === undefined) return;
        expect(rank(after, after.lowest)).toBeGreaterThanOrEqual(rank(before, before.lowest));
        expect(rank(after, after.highest)).toBeLessThanOrEqual(rank(before, before.highest));
      }),
    ));
});
