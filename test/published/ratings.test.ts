/** Published ratings beside what the recorded facts allow. Where a publication leaves out what the standard asks, the test says which fact. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compareRating, type Rating } from "../../server/src/evidence/ratings/index.ts";
import {
  bodyFacts,
  factsOfStudyId,
  ratingsOfBody,
  ratingsOfStudy,
} from "../../server/src/model/assess/ratings/index.ts";
import type { EvidenceStandard } from "../../server/src/model/settings.ts";
import { projectOf } from "./support.ts";

const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const snapshot = projectOf(
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".yaml"))
      .map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]),
  ),
);

function ofStudy(id: string, standard: EvidenceStandard): Rating {
  const facts = factsOfStudyId(id, snapshot);
  if (facts === undefined) throw new Error(`no study ${id}`);
  return ratingsOfStudy(facts, [standard])[0] as Rating;
}

function ofIntervention(id: string, standard: EvidenceStandard): Rating {
  const [definition] = snapshot.index.definitions("intervention", id);
  const spec = definition === undefined ? undefined : snapshot.read("intervention", definition);
  if (spec === undefined) throw new Error(`no intervention ${id}`);
  return ratingsOfBody(bodyFacts(spec, snapshot), [standard])[0] as Rating;
}

describe("EIF Guidebook (guidebook.eif.org.uk, programme pages of 2016 and 2018)", () => {
  test("EPEC is 3 on its one trial: Day and others, BMJ 2012;344:e1107", () =>
    expect(ofStudy("day-2012", "eif").label).toBe("3"));

  test("EPEC is 3 on all that is recorded, and 3+ only if the pilot or the roll-out kept enough parents", () => {
    const rating = ofIntervention("epec", "eif");
    expect(rating.label).toBe("3 to 3+");
    expect(compareRating("3", rating)).toBe("within");
    expect(rating.unknown).toEqual(["whether another study reaches level 2"]);
  });

  test("large changes over time do not raise the level: BMC Public Health 2022, 10.1186/s12889-022-13691-y", () =>
    expect(ofStudy("epec-scale-2022", "eif").highest).toBe("2"));

  // 3,325 of 6,143 parents is 54.1%: below the 60% that level 2 asks.
  test("PEIP does not reach level 2: Lindsay and Strand, BMC Public Health 2013;13:972", () => {
    const rating = ofStudy("peip-2013", "eif");
    expect(rating.label).toBe("NL2");
    expect(rating.judged.find(({ criterion }) => criterion.id === "retention")).toMatchObject({
      verdict: false,
      because: "54.1% analysed",
    });
  });

  test("Incredible Years Preschool, 4+: the page stored names neither design nor numbers of its studies", () => {
    const rating = ofIntervention("incredible-years-preschool", "eif");
    expect(compareRating("4+", rating)).toBe("within");
    const facts = ofStudy("iy-guidebook-1", "eif").unknown;
    expect(facts).toEqual(
      expect.arrayContaining(["how many were analysed in each group", "whether there was a comparison group"]),
    );
  });

  test.each(["triple-p-standard", "sfp-10-14"])("%s, 3: within what its recorded studies leave open", (id) =>
    expect(compareRating("3", ofIntervention(id, "eif"))).toBe("within"),
  );

  test("Multisystemic Therapy, 4+ with mixed findings: the one trial recorded here found nothing (Fonagy and others 2018)", () => {
    const rating = ofIntervention("mst", "eif");
    expect(compareRating("4+", rating)).toBe("above");
    expect(rating.highest).toBe("NL2");
  });
});

describe("EEF padlocks", () => {
  test("NELI, 5: the summary prints no smallest detectable effect, and not how many were randomised", () => {
    const rating = ofStudy("neli-2021", "eef-padlocks");
    expect(compareRating("5", rating)).toBe("within");
    expect(rating.unknown).toEqual([
      "the smallest detectable effect (`smallest_effect:`)",
      "how many were randomised and how many were analysed",
      "how alike the groups were at the start",
    ]);
  });
});
