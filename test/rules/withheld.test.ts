import { expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";

const text = `intervention: mst
population:
  unit: family
  needs: [family-conflict]
shares: {manager: 10%}
outcomes:
  - outcome: child-enters-care
    evidence: [start-2018]
---
outcome: never-used
---
outcome: never-used
`;

const codesWhen = (complete: boolean): readonly string[] => {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
  session.setFile("a.intervention.yaml", `# wellspent-disable-file reference/cycle -- for later\n${text}`);
  session.setComplete(complete);
  return session
    .snapshot()
    .findings("a.intervention.yaml")
    .map(({ code }) => code)
    .filter((code) => code.startsWith("reference/") || code.startsWith("suppression/"));
};

test("until the project is known whole, nothing is called missing, double, unused or idle", () => {
  expect(codesWhen(false)).toEqual([]);
  expect(new Set(codesWhen(true))).toEqual(
    new Set([
      "reference/not-found",
      "reference/duplicate-id",
      "reference/unused",
      "reference/needs-not-listed",
      "reference/unknown-share",
      "suppression/unused",
    ]),
  );
});
