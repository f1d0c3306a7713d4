/** The offer of a plan's missing keys, and what is never asked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checklistData } from "../../server/src/data/index.ts";
import { intervention } from "../../server/src/schema/kinds/intervention.ts";
import { study } from "../../server/src/schema/kinds/study.ts";
import type { Shape } from "../../server/src/schema/shape.ts";
import { check, fixed } from "./support/project.ts";

const code = "evaluation/plan-incomplete";
const name = "a.intervention.yaml";
const spec = `intervention: a
population:
  unit: family
evaluation:
  design: cluster-rct
  stage: planned
  primary_outcome: child-enters-care
`;

test("the fix adds each missing key once, empty, and each is then asked for where it stands", () => {
  const findings = check({ [name]: spec }).filter((each) => each.code === code);
  expect(findings).toHaveLength(1);
  const after = fixed(spec, findings);
  const again = check({ [name]: after });
  expect(again.filter((each) => each.code === code)).toEqual([]);
  expect(again.filter((each) => each.code.startsWith("syntax/"))).toEqual([]);
  const added = after
    .split("\n")
    .filter((line) => /^ *[a-z_]+: *$/.test(line) && !/^(population|evaluation)/.test(line));
  expect(new Set(added).size).toBe(added.length);
  expect(again.filter((each) => each.code === "schema/empty-value")).toHaveLength(added.length);
  expect(after).toContain("  estimand:\n");
  expect(after.split("\n")[0]).toBe("intervention: a");
});

describe("checklists", () => {
  const shapes: Readonly<Record<string, Shape<unknown>>> = { intervention: intervention.shape, study: study.shape };
  const has = (shape: Shape<unknown> | undefined, path: readonly string[]): boolean => {
    const [first, ...rest] = path;
    if (first === undefined) return true;
    const keys = shape?.object?.keys;
    return keys !== undefined && Object.hasOwn(keys, first) && has(keys[first]?.shape, rest);
  };
  test.each(Object.values(checklistData).map((list) => [list.name, list] as const))(
    "%s: every key that answers an item is a key of the format",
    (_, list) => {
      const shape = shapes[list.subject === "study" ? "study" : "intervention"];
      for (const { id, keys } of list.items)
        for (const key of keys) expect([id, has(shape, key.split("."))]).toEqual([id, true]);
      expect(new Set(list.items.map(({ id }) => id)).size).toBe(list.items.length);
    },
  );

  test("a plan is never asked for what only a report can hold, whatever is in force", () =>
    fc.assert(
      fc.property(
        fc.subarray(["children", "magenta", "spirit", "tidier", "cheers", "eef"], { minLength: 1 }),
        fc.constantFrom("planned", "registered", "running"),
        fc.constantFrom("rct", "cluster-rct", "matched", "before-after"),
        (lists, stage, design) => {
          const text = spec.replace("planned", stage).replace("cluster-rct", design);
          const settings = `root: true\nstandards:\n  checklists: [${lists.join(", ")}]\n`;
          const findings = check({ "wellspent.yaml": settings, [name]: text }).filter((each) => each.code === code);
          expect(findings.length).toBeLessThanOrEqual(1);
          const help = findings[0]?.help ?? "";
          for (const list of Object.values(checklistData))
            for (const { id, stage: when, topic } of list.items)
              if (when === "report" && /^\d/.test(id) && list.id !== "consort")
                expect(help).not.toContain(`${topic.toLowerCase()} (${id})`);
        },
      ),
      { numRuns: 40 },
    ));
});
