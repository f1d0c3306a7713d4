/** Scenarios are alternatives: each is worked out alone, checked where it is printed, and never added (Edwards 2007). */
import { expect, test } from "vitest";
import { assessmentOf, cases, documentOf, projectOf, textOf } from "./support.ts";

const published = cases.find(({ id }) => id === "we-edwards");
if (published === undefined) throw new Error("no Edwards");
const document = documentOf(published);
const assessment = assessmentOf(document);
const path = document.path;
const text = textOf(`specs/${path}`);
const settings = textOf("specs/wellspent.yaml");

test("£1,934 a child with eight in a group and £1,289 with twelve: the cost is one of the group", () => {
  const [twelve] = assessment.scenarios;
  expect(assessment.scenarios.map(({ name }) => name)).toEqual(["12 in a group"]);
  expect(assessment.figures.get("cost_per_starter")?.value).toBe(1_934);
  expect(twelve?.assessment?.figures.get("cost_per_starter")?.value?.toFixed(0)).toBe("1289");
  expect(assessment.figures.get("cost_total")?.value).toBe(15_472);
  expect(twelve?.assessment?.figures.get("cost_total")?.value).toBe(15_472);
});

test("what is printed for a scenario is checked in it, at its own place", () => {
  const wrong = text.replace("£1289", "£1389");
  const snapshot = projectOf({ "wellspent.yaml": settings, [path]: wrong });
  const findings = snapshot.findings(path).filter(({ code }) => code === "costing/stated-disagrees");
  expect(findings).toHaveLength(1);
  expect(wrong.slice(findings[0]?.span.start, findings[0]?.span.end)).toBe("£1389");
  expect(findings[0]?.message).toContain('in the scenario "12 in a group"; its lines come to £1,289');
});

test("a path that leads nowhere works nothing out", () => {
  const lost = text.replace("population.starts:", "population.strats:");
  const snapshot = projectOf({ "wellspent.yaml": settings, [path]: lost });
  const [scenario] = snapshot.assessments(path)[0]?.assessment.scenarios ?? [];
  expect(scenario?.assessment).toBeUndefined();
  const codes = snapshot.findings(path).map(({ code }) => code);
  expect(codes).toContain("costing/scenario-path");
  expect(codes).not.toContain("costing/stated-disagrees");
});

test("a scenario through an alias changes its own spec and nothing else", () => {
  const shared = text
    .replace("starts: 8 children/group", "starts: &eight 8 children/group")
    .replace("population.starts: 12 children/group", "population.completes: *eight");
  const snapshot = projectOf({ "wellspent.yaml": settings, [path]: shared });
  const found = snapshot.assessments(path)[0]?.assessment;
  expect(found?.scenarios[0]?.problems).toEqual([]);
  expect(found?.figures.get("cost_per_completer")?.value).toBeUndefined();
  expect(found?.scenarios[0]?.assessment?.figures.get("cost_per_completer")?.value).toBe(1_934);
});

test("what a claim prints is checked against its own outcome (E-SEE: £13,011 a QALY, ours 13,118)", () => {
  const esee = cases.find(({ id }) => id === "we-esee");
  if (esee === undefined) throw new Error("no E-SEE");
  const [check] = assessmentOf(documentOf(esee)).stated;
  expect(check?.outcome).toBe("caregiver-qaly");
  expect(check?.figure?.value?.toFixed(0)).toBe("13118");
  expect(check?.verdict.kind).toBe("agrees");
  const file = "we-esee.intervention.yaml";
  const wrong = textOf(`specs/${file}`).replace("£13,011", "£14,011");
  const found = projectOf({ "wellspent.yaml": settings, [file]: wrong }).findings(file);
  expect(found.find(({ code }) => code === "costing/stated-disagrees")?.message).toContain("£14,011");
});
