import { expect, test } from "vitest";
import { check } from "./support/project.ts";

test.each(["", "\n", "\r\n\r\n", "---\n"])("a spec of %j is empty, and is told how to begin", (text) => {
  const [found, ...more] = check({ "family-visits.intervention.yaml": text });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code: "schema/empty-file", severity: "warning" });
  expect(found?.help).toContain("intervention: family-visits");
});
