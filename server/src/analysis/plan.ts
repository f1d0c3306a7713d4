import { type EffectiveSettings, severityUnder } from "../model/settings.ts";
import { rules } from "../rules/index.ts";
import type { Rule, Severity } from "../rules/types.ts";

/**
 * A rule that is on, with the severity that settings give it; undefined where they say nothing and the rule decides. It has the rule's
 * `scope` and `check` itself, so that two hundred objects of one form are gone through for each file, not of many.
 */
export type PlannedRule = { [S in Rule["scope"]]: Planned<Extract<Rule, { readonly scope: S }>> }[Rule["scope"]];

interface Planned<R extends Rule> {
  readonly scope: R["scope"];
  readonly check: R["check"];
  readonly rule: R;
  readonly severity: Severity | undefined;
}

/** The rules that are on under some settings: worked out once for all files they hold for. */
export type RulePlans = (settings: EffectiveSettings) => readonly PlannedRule[];

export function createRulePlans(): RulePlans {
  const plans = new WeakMap<EffectiveSettings, readonly PlannedRule[]>();
  return (settings) => {
    const known = plans.get(settings);
    if (known !== undefined) return known;
    const plan = rules.flatMap((rule): PlannedRule[] => {
      const severity = severityUnder(settings, rule.code, rule.severity);
      return severity === "off" ? [] : [plannedRule(rule, severity === rule.severity ? undefined : severity)];
    });
    plans.set(settings, plan);
    return plan;
  };
}

/** A rule as it is run, under the severity that settings give it. */
export const plannedRule = (rule: Rule, severity: Severity | undefined): PlannedRule =>
  // The three are of one form, whichever the rule is.
  ({ scope: rule.scope, check: rule.check, rule, severity }) as PlannedRule;
