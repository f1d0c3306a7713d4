import type { AssessProblem } from "../../model/assess/types.ts";
import { firstLine } from "../trouble.ts";
import type { DocumentContext, DocumentRule, Report, RuleCode, RulePage, Severity } from "../types.ts";

type Reason = AssessProblem["reason"];
type ProblemOf<R extends Reason> = Extract<AssessProblem, { readonly reason: R }>;

interface LineRule<R extends Reason> {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly page: RulePage;
  say(problem: ProblemOf<R>, context: DocumentContext): Omit<Report, "at"> | undefined;
}

/** A rule that puts one kind of problem met while costing into words. */
export function lineRule<R extends Reason>(reason: R, rule: LineRule<R>): DocumentRule {
  return {
    code: rule.code,
    severity: rule.severity,
    scope: "document",
    page: rule.page,
    check(context, report) {
      for (const problem of context.assessment()?.problems ?? []) {
        if (problem.reason !== reason) continue;
        const words = rule.say(problem as ProblemOf<R>, context);
        if (words !== undefined) report({ at: firstLine(problem.at), ...words });
      }
    },
  };
}
