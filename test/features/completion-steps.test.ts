import { expect, test } from "vitest";
import { completions } from "../../server/src/features/completion.ts";
import { plainText } from "../../server/src/features/completion-snippet.ts";
import { marked } from "./cursor.ts";
import { eachWay } from "./ways.ts";

const theory = `intervention: a
population:
  unit: family
theory_of_change:
  steps:
    - step: groups
      kind: activity
      title: Eight weekly groups
    - step: calm
      kind: outcome
  links:
`;

eachWay((way) => {
  const labels = (rest: string): readonly string[] => {
    const { snapshot, path, offset } = marked(way, theory + rest);
    return completions(snapshot, path, offset).map(({ label }) => label);
  };

  test("a link offers the steps of its theory, but not the one it starts from", () => {
    expect(labels("    - from: $0\n")).toEqual(["groups", "calm"]);
    expect(labels("    - from: groups\n      to: $0\n")).toEqual(["calm"]);
    expect(labels("    - from: [groups, $0]\n")).toEqual(["calm"]);
  });

  test("a whole link begins with steps that are there", () => {
    const { snapshot, path, offset } = marked(way, `${theory}    - $0\n`);
    const whole = completions(snapshot, path, offset).find(({ label }) => label === "from …");
    expect(plainText(whole?.snippet ?? [])).toMatch(/^from: groups\r?\n {6}to: groups\r?\n/);
  });

  test("steps are offered nowhere else", () =>
    expect(labels("    - from: groups\n      assumption: $0\n")).toEqual([]));

  test("a deviation offers the keys that were fixed", () => {
    const { snapshot, path, offset } = marked(
      way,
      "intervention: a\nevaluation:\n  design: rct\n  deviations:\n    - field: $0\n",
    );
    const found = completions(snapshot, path, offset).map(({ label }) => label);
    expect(found).toContain("primary_outcome");
    expect(found).not.toContain("deviations");
  });
});
