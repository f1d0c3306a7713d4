import { expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/session.ts";

/** Severities of what is found in an outcome that nobody uses and whose title is empty. */
function severities(settings: string): Readonly<Record<string, string>> {
  const session = createSession({ asOf: { kind: "date", year: 2024, month: 6, day: 1 } });
  session.setFile("wellspent.yaml", settings);
  session.setFile("drafts/a.outcome.yaml", "outcome: a\ntitle:\n");
  session.setComplete(true);
  const found = session.snapshot().findings("drafts/a.outcome.yaml");
  return Object.fromEntries(found.map(({ code, severity }) => [code, severity]));
}

const rules = ["reference/unused: error", "reference/*: warning"];

test.each([rules, [...rules].reverse()])("a finding's own code counts before its group: %s, %s", (...lines) => {
  expect(severities(`root: true\nrules:\n  ${lines.join("\n  ")}\n`)).toMatchObject({ "reference/unused": "error" });
  const overrides = `root: true\noverrides:\n  - files: [drafts/**]\n    rules:\n      ${lines.join("\n      ")}\n`;
  expect(severities(overrides)).toMatchObject({ "reference/unused": "error" });
});

test("a group alone holds for all of it, and for nothing else", () => {
  const found = severities("root: true\nrules:\n  reference/*: error\n");
  expect(found).toEqual({ "reference/unused": "error", "schema/empty-value": "warning" });
});
