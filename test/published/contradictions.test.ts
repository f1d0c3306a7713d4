/** What the published sources of the examples get wrong, or leave out: each is found by a rule, at its place. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { projectOf } from "./support.ts";

const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const snapshot = projectOf(
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".yaml"))
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(`${folder}/${path}`, "utf8")]),
  ),
);

/** Findings of a code in the document that begins with a head. */
function found(path: string, head: string, code: string): readonly string[] {
  const text = snapshot.text(path) ?? "";
  const start = text.search(new RegExp(`^${head}$`, "m"));
  if (start < 0) throw new Error(`no "${head}" in ${path}`);
  const next = text.indexOf("\n---", start);
  const end = next < 0 ? text.length : next;
  return snapshot
    .findings(path)
    .filter((each) => each.code === code && each.span.start >= start && each.span.start < end)
    .map(({ message }) => message);
}

describe("published contradictions", () => {
  test.each<[string, string, string, string, RegExp]>([
    [
      "Day and others 2012: P=0.01 beside an interval that gives 0.04",
      "evidence/day-2012.study.yaml",
      "study: day-2012",
      "evidence/p-contradicts-interval",
      /0\.01/,
    ],
    [
      "Dialogic Teaching addendum 2019: 1,710 and 1,969 are 3,679, not 3,697",
      "evidence/school-trials.study.yaml",
      "study: dialogic-2019",
      "evidence/arms-do-not-add-up",
      /3,679/,
    ],
    [
      "PEIP 2013: 6,143 parents began, 3,325 were measured at the end",
      "evidence/peip-2013.study.yaml",
      "study: peip-2013",
      "evidence/high-attrition",
      /45\.9%/,
    ],
    [
      "Incredible Years: cost band 2 (under £500) beside £1,934 a child (Edwards 2007)",
      "interventions/incredible-years.intervention.yaml",
      "intervention: incredible-years-preschool",
      "reporting/cost-rating-disagrees",
      /£1,934\/child is band 4/,
    ],
    [
      "MST: rated 4+, and the one trial recorded found nothing (Fonagy and others 2018)",
      "interventions/mst.intervention.yaml",
      "intervention: mst",
      "evidence/rating-above-indicative",
      /"4\+" is above/,
    ],
    [
      "MST: an odds ratio of 1.25 (0.77 to 2.05) shows no effect",
      "interventions/mst.intervention.yaml",
      "intervention: mst",
      "evidence/not-significant-as-effect",
      /includes 1/,
    ],
    [
      "ASCENTS 2021: not measured is not a finding of no effect",
      "evidence/school-trials.study.yaml",
      "study: ascents-2021",
      "evidence/study-without-result",
      /not measured/,
    ],
    [
      "SFP Cymru: a register entry without a result",
      "evidence/sfp-cymru-2022.study.yaml",
      "study: sfp-cymru-2022",
      "evidence/study-without-result",
      /no result/,
    ],
    [
      "GMCA SS1.4: £1,328 paid once is added into a yearly total",
      "unit-costs/gmca.unit-costs.yaml",
      "unit_costs: gmca",
      "costing/once-only-in-yearly-total",
      /£315,799/,
    ],
  ])("%s", (_, path, head, code, message) => {
    const messages = found(path, head, code);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
  });

  test("the ratios of Scott and others 2001 are bootstrap ratios: no contradiction is claimed", () =>
    expect(
      snapshot
        .findings("evidence/scott-2001.study.yaml")
        .filter(({ severity, code }) => severity !== "information" && code !== "evidence/old"),
    ).toEqual([]));

  test("parts that differ by rounding are no contradiction: GMCA foster care, 468 + 233 against 700", () =>
    expect(
      snapshot
        .findings("unit-costs/gmca.unit-costs.yaml")
        .filter(({ code, message }) => code === "costing/parts-disagree" && message.includes("Foster")),
    ).toEqual([]));
});

describe("every study, trial and intervention of the published list is here", () => {
  const interventions =
    "incredible-years-preschool epec mst sfp-10-14 triple-p-standard fdac-london fdac-national sure-start swis pause social-skills-training cbt-at-risk mentoring focused-deterrence trauma-therapies pre-court-diversion";
  const studies =
    "edwards-2007 day-2012 day-2012-pilot epec-scale-2022 start-2018 fostering-changes-2020 flnp-2013 peip-2013 e-see-2022 foster-carer-training-2001 scott-2001 sfp-cymru-2022";
  const trials =
    "neli-2021 texting-2016 chess-2016 fast-2018 switch-on-2015 dialogic-2019 often-2021 kiva-protocol-2022 mita-2021 talk-2016 ascents-2021";
  test.each([...interventions.split(" ")])("intervention %s, with its source", (id) => {
    const [definition] = snapshot.index.definitions("intervention", id);
    expect(definition?.meaning).toHaveProperty("source");
  });
  test.each([...studies.split(" "), ...trials.split(" ")])("study %s, with its source", (id) => {
    const [definition] = snapshot.index.definitions("study", id);
    expect(definition?.meaning).toHaveProperty("source");
  });
});
