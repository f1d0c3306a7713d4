import type { DocumentRule } from "../types.ts";
import { said, sentence } from "../wording.ts";
import { withLines } from "./example.ts";

const longer = (period: string): string =>
  `${withLines("    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n")}scenarios:\n  - scenario: Longer\n    set:\n      costs.period: ${period}\n`;

/** A scenario sets a value to something that cannot be read there. */
export const scenarioValue: DocumentRule = {
  code: "costing/scenario-value",
  severity: "error",
  scope: "document",
  page: {
    title: "Scenario with a value that cannot be read",
    what: "A value under `set:` is not written in a form that can stand where its path leads.",
    why: "The scenario cannot be worked out, so nothing printed for it is checked.",
    fix: "Write it as it would be written in the spec itself.",
    example: { file: "a.intervention.yaml", invalid: longer("five years"), valid: longer("5 years") },
  },
  check({ assessment }, report) {
    for (const { name, problems } of assessment()?.scenarios ?? [])
      for (const problem of problems) {
        if (problem.reason !== "value-unreadable") continue;
        const wrong = problem.message ?? `${said(problem.text)} cannot stand at "${problem.path}".`;
        report({
          at: problem.at,
          message: `${sentence(wrong)} The scenario "${name}" is not worked out.`,
          help:
            problem.example === undefined
              ? "Write it as it would be written in the spec itself."
              : `Write for example "${problem.example}".`,
        });
      }
  },
};
