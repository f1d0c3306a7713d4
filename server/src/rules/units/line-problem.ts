import type { AssessProblem } from "../../model/assess/types.ts";
import { firstLine } from "../trouble.ts";
import type { DocumentContext, DocumentRule, Report, RuleCode, RulePage, Severity } from "../types.ts";

type Reason = AssessProblem["reason"];
type ProblemOf<R extends Reason> = Extract<AssessProblem, { readonly reason: R }>;

interface LineRule<R extends Reason> {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly page: RulePage;
  /** Problems with the same answer lack the same fact: they are one finding, at the first. Left out: each is its own. */
  lacks?(problem: ProblemOf<R>): string;
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
      const all = (context.assessment()?.problems ?? []).filter(
        (problem): problem is ProblemOf<R> => problem.reason === reason,
      );
      if (all.length === 0) return;
      for (const [problem, others] of grouped(all, (each) => rule.lacks?.(each) ?? each)) {
        const words = rule.say(problem, context);
        if (words === undefined) continue;
        const also = others.map((other) => ({ at: firstLine(other.at), label: "for the same reason" }));
        report({ at: firstLine(problem.at), ...words, related: [...(words.related ?? []), ...also] });
      }
    },
  };
}

/** The first of each group, with the others of it, in order. */
function grouped<T>(
  all: readonly T[],
  by: (each: T) => unknown,
): readonly (readonly [first: T, others: readonly T[]])[] {
  const groups = new Map<unknown, [T, T[]]>();
  for (const each of all) {
    const known = groups.get(by(each));
    if (known === undefined) groups.set(by(each), [each, []]);
    else known[1].push(each);
  }
  return [...groups.values()];
}
