import { kindOfName } from "../../workspace/names.ts";
import type { FileProblem } from "../../workspace/types.ts";
import { beginning } from "../trouble.ts";
import type { FileContext, FileRule, RuleCode, RulePage, Severity } from "../types.ts";

interface FileProblemRule {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly page: Omit<RulePage, "example">;
  readonly message: (detail: string | undefined) => string;
  readonly help: string | ((detail: string | undefined) => string);
}

/** A rule for a file that gives no text: one finding at its beginning. */
export function fileProblemRule(problem: FileProblem, rule: FileProblemRule, detail?: string): FileRule {
  const shown = detail === undefined ? { problem } : { problem, detail };
  return {
    code: rule.code,
    severity: rule.severity,
    scope: "file",
    page: { ...rule.page, example: { invalid: shown, valid: "outcome: child-enters-care\n" } },
    check(context, report) {
      if (context.problem?.problem !== problem) return;
      const { detail } = context.problem;
      const help = typeof rule.help === "string" ? rule.help : rule.help(detail);
      report({
        at: beginning(context.parsed),
        message: rule.message(detail),
        help: `${help}${until(problem, context)}`,
      });
    },
  };
}

/** What is not known as long as the file gives no text; a folder and a file that is gone hide nothing. */
function until(problem: FileProblem, { path }: FileContext): string {
  if (problem === "vanished" || problem === "not-a-file") return "";
  return kindOfName(path) === "settings"
    ? " Until then what it sets does not hold."
    : " Until then no id is said to be missing or unused: it may stand in this file.";
}
