/** Whether evidence is of people and places like those served: compared where both sides say. */
import { describe, expect, test } from "vitest";
import { compareCountries, needApart, uncoveredAges } from "../../server/src/model/assess/evidence/index.ts";
import { directness } from "../../server/src/model/assess/ratings/direct.ts";
import { snapshotOf } from "./project.ts";

test("levels of need are steps, and the nearest study counts", () => {
  expect(needApart("universal", ["targeted-selective"])).toBe(1);
  expect(needApart("universal", ["specialist", "targeted-indicated"])).toBe(2);
  expect(needApart("specialist", ["universal", "specialist"])).toBe(0);
});

test("a study of the kingdom is one of each of its nations", () => {
  expect(compareCountries("England", "United Kingdom")).toBe("same");
  expect(compareCountries("England", "Wales")).toBe("near");
  expect(compareCountries("England", "USA")).toBe("other");
});

test("a year more or less is no other age", () => {
  expect(uncoveredAges({ kind: "ages", from: 3, to: 9 }, [{ kind: "ages", from: 2, to: 8.5 }]).kind).toBe("covered");
  expect(uncoveredAges({ kind: "ages", from: 11, to: 17 }, [{ kind: "ages", from: 2, to: 9 }]).kind).toBe("none");
});

describe("directness, as GRADE asks for it", () => {
  const of = (here: string, there: string, claim = ""): boolean | undefined => {
    const snapshot = snapshotOf({
      "a.intervention.yaml": `intervention: a\ncountry: England\n${here}population:\n  unit: child\n  ages: 3 to 9 years\noutcomes:\n  - outcome: o\n${claim}`,
      "s.study.yaml": `study: s\ncountry: England\nages: 3 to 9 years\n${there}`,
    });
    const [spec] = snapshot.specs("a.intervention.yaml");
    const [study] = snapshot.specs("s.study.yaml");
    if (spec?.kind !== "intervention" || spec.reading === undefined) throw new Error("no intervention");
    if (study?.kind !== "study" || study.reading === undefined) throw new Error("no study");
    return directness(spec.reading, [study.reading], undefined, "o");
  };

  test("country and ages decide; a level of need two steps away is another population, one step is not", () => {
    expect(of("", "")).toBe(true);
    expect(of("need_level: universal\n", "need_level: targeted-selective\n")).toBe(true);
    expect(of("need_level: universal\n", "need_level: specialist\n")).toBe(false);
    expect(of("need_level: universal\n", "")).toBe(true);
  });

  test("where the author says why it holds, a reader judges", () => {
    const why = "    transfer: Half of those in the trial came from the whole year group\n";
    expect(of("need_level: universal\n", "need_level: specialist\n", why)).toBeUndefined();
  });
});
