import { expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.ts";
import { marked } from "./cursor.ts";
import { eachWay } from "./ways.ts";

const study = `study: day-2012
design: rct
arms:
  - arm: intervention
    randomised: 59
    analysed: 54
  - arm: control
    randomised: 57
    analysed: 52
analysis: intention-to-treat
results:
  - outcome: child-behaviour
    reported_by: parent
    validated: true
    at: end of programme
    effect: d 0.38 better (95% CI 0.01 to 0.75)
---
outcome: child-behaviour
better: lower
for: child
`;

eachWay((way) => {
  const textAt = (text: string, options: Parameters<typeof marked>[2]): string => {
    const { snapshot, path, offset } = marked(way, text, options);
    return (hover(snapshot, path, offset)?.markdown ?? "").replaceAll("\\", "");
  };

  test("a study says what it would be rated, why, what was taken as so and what would raise it", () => {
    const text = textAt(study.replace("day-2012", "day$0-2012"), { path: "a.study.yaml" });
    expect(text).toContain("**EIF 3** (indicative;");
    // 59 + 57 randomised, 54 + 52 analysed: 10 of 116 lost.
    expect(text).toContain("Attrition: **8.6%** (intervention 8.5%, control 8.8%)");
    expect(text).toContain("- an improvement in an outcome of children (better: child-behaviour)");
    expect(text).toContain("groups alike at the start (randomised, so alike but for chance) †");
    expect(text).toContain("from memory");
  });

  const claim = (cursor: string): string =>
    `intervention: epec
population:
  unit: family
outcomes:
  - outcome: child-behaviour
    evidence: [day-2012]
ratings:
  - standard: eif
    rating: 4
    source: Guidebook
`.replace(cursor, `${cursor.slice(0, 2)}$0${cursor.slice(2)}`);

  test.each([
    ["intervention: epec", "EIF 3"],
    ["evidence:", "EIF 3"],
    ["day-2012", "EIF 3"],
    ["rating: 4", "EIF 3"],
  ])("an intervention on %s", (cursor, expected) => {
    const text = textAt(claim(cursor), { files: { "b.study.yaml": study } });
    expect(text).toContain(expected);
    expect(text.toLowerCase()).toContain("indicative");
  });

  test("the settings choose the standards", () => {
    const text = textAt(study.replace("day-2012", "day$0-2012"), {
      path: "a.study.yaml",
      files: { "wellspent.yaml": "root: true\nstandards:\n  evidence: [maryland, nesta]\n" },
    });
    expect(text).toContain("**Maryland scale 5**");
    expect(text).toContain("**Nesta 3**");
    expect(text).not.toContain("EIF");
  });

  test("a time from the start says how long after the end it is, where the length of the programme is known", () => {
    const follow = (lasts: string): string =>
      textAt(`study: a\ndesign: rct\n${lasts}last_follow_up: 18$0 months after start\n`, { path: "a.study.yaml" });
    expect(follow("programme_lasts: 6 months\n")).toContain("**12 months** after the end of the programme");
    expect(follow("")).toContain("is not known");
  });
});
