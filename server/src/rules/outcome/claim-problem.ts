import type { AssessProblem } from "../../model/assess/index.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentContext, DocumentRule, Report, RuleCode, RulePage, Severity } from "../types.ts";
import { faulty } from "../unreadable.ts";

/** What keeps a claim from being worked out, from the first thing to put right to the last: one finding for each claim. */
const gaps = [
  "deadweight-missing",
  "missing-without",
  "missing-sd",
  "direction-unknown",
  "missing-lasts",
  "rate-valued-by-year",
  "value-unit",
] as const;
type Gap = (typeof gaps)[number];
type GapProblem<R extends Gap> = Extract<AssessProblem, { readonly reason: R }>;

interface ClaimRule<R extends Gap> {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly page: RulePage;
  say(problem: GapProblem<R>, claim: OutcomeClaim): Omit<Report, "at">;
}

/** A rule that puts one reason why a claim cannot be worked out into words. */
export function claimRule<R extends Gap>(reason: R, rule: ClaimRule<R>): DocumentRule {
  return {
    code: rule.code,
    severity: rule.severity,
    scope: "document",
    page: rule.page,
    check(context, report) {
      for (const { claim, problem, valued } of firstGaps(context)) {
        const at = claim.outcome?.$ ?? problem.at;
        // Where the outcome has no value, no benefit is lost.
        const severity = valued || rule.severity === "error" ? rule.severity : "information";
        if (isOf(problem, reason)) report({ at, severity, label: "not worked out", ...rule.say(problem, claim) });
      }
    },
  };
}

const isOf = <R extends Gap>(problem: AssessProblem, reason: R): problem is GapProblem<R> => problem.reason === reason;

/** The first gap of each claim that shows an effect. Without an effect there is nothing to work out, and nothing is lost. */
function firstGaps(
  context: DocumentContext,
): readonly { claim: OutcomeClaim; problem: AssessProblem; valued: boolean }[] {
  const assessment = context.assessment();
  if (assessment === undefined || assessment.problems.length === 0) return [];
  return assessment.outcomes.flatMap(({ claim, definition, noEffectShown }) => {
    if (definition === undefined || noEffectShown || !claimsEffect(claim)) return [];
    const own = assessment.problems.filter(({ at }) => at === claim.$ || at === claim.impact?.$);
    const first = gaps
      .map((reason) => own.find((problem) => problem.reason === reason))
      .find((problem) => problem !== undefined);
    const valued = (definition.values?.items.length ?? 0) > 0;
    return first === undefined ? [] : [{ claim, problem: first, valued }];
  });
}

/** A claim with an effect that can be read; what cannot be read has a finding of its own. */
function claimsEffect({ effect, with: rate, impact, without, lasts, deadweight }: OutcomeClaim): boolean {
  if ([effect, rate, impact, without, lasts, deadweight].some(faulty)) return false;
  return [effect, rate, impact].some((field) => field?.value !== undefined);
}
