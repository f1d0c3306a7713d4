import type { SyntaxIssue, SyntaxIssueKind } from "../../syntax/types.ts";
import type { FileContext, FileRule, Report, RulePage, Severity } from "../types.ts";
import { isOnOddLine } from "./odd-space.ts";

interface SyntaxRule {
  readonly severity: Severity;
  readonly page: RulePage;
  /** The words for one fact; undefined keeps silent. */
  say(issue: SyntaxIssue, context: FileContext): Omit<Report, "at"> | undefined;
}

/** A rule that puts one kind of fault in the text into words. */
export function syntaxRule(kind: SyntaxIssueKind, rule: SyntaxRule): FileRule {
  return {
    code: `syntax/${kind === "yaml" ? "not-yaml" : kind}`,
    severity: rule.severity,
    scope: "file",
    page: rule.page,
    check(context, report) {
      for (const issue of context.parsed.issues) {
        if (issue.kind !== kind || isOnOddLine(issue)) continue;
        const words = rule.say(issue, context);
        if (words !== undefined) report({ at: { chunk: issue.chunk, start: issue.start, end: issue.end }, ...words });
      }
    },
  };
}
