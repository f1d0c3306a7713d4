import type { LostPath } from "../../model/vary.ts";
import { nearest } from "../../schema/names.ts";
import type { DocumentRule } from "../types.ts";
import { orList } from "../wording.ts";
import { withLines } from "./example.ts";

const groups = (path: string): string =>
  `${withLines("    - item: Running one group\n      amount: £15,472/group\n      who_pays: local-authority\n").replace("costs:", "delivery:\n  group: 1 group\ncosts:")}scenarios:\n  - scenario: Twice the groups\n    set:\n      ${path}: 2 groups\n`;

/** A scenario sets something that is not there. */
export const scenarioPath: DocumentRule = {
  code: "costing/scenario-path",
  severity: "error",
  scope: "document",
  page: {
    title: "Scenario that sets what is not there",
    what: "A path under `set:` leads to no key of the spec.",
    why: "The scenario would show the same figures as the spec itself, as if the change made no difference. It is not worked out at all.",
    fix: "Write the keys as they stand in the spec, joined by dots. An item of a list goes by its name or its number: `costs.lines.Therapists.quantity`.",
    example: {
      file: "a.intervention.yaml",
      invalid: groups("delivery.groups"),
      valid: groups("delivery.group"),
    },
  },
  check({ assessment }, report) {
    for (const { name, problems } of assessment()?.scenarios ?? [])
      for (const problem of problems) {
        if (problem.reason !== "path-unknown") continue;
        report({
          at: problem.at,
          message: `${lostText(problem.path, problem.lost)} The scenario "${name}" is not worked out.`,
          help: lostHelp(problem.lost),
          label: "leads nowhere",
        });
      }
  },
};

/** What is wrong with a path that leads nowhere. */
export function lostText(path: string, { step, under }: LostPath): string {
  return step === ""
    ? `"${path}" holds several values and cannot be set to one.`
    : `"${path}" leads to nothing: there is no "${step}" in ${under === "the document" ? under : `"${under}"`}.`;
}

/** What to write instead of it. */
export function lostHelp({ step, known }: LostPath): string {
  const near = nearest(step, known);
  if (near !== undefined) return `Did you mean "${near.name}"?`;
  if (known.length === 0) return "End the path at the key whose value the scenario changes.";
  return known.length === 1
    ? `Write "${known[0]}".`
    : `Write one of ${orList(known.slice(0, 8).map((each) => `"${each}"`))}${known.length > 8 ? ", or another key of it" : ""}.`;
}
