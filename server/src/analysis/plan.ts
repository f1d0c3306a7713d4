import { type EffectiveSettings, severityUnder } from "../model/settings.ts";
import { rules } from "../rules/index.ts";
import type { Rule, Severity } from "../rules/types.ts";

/** A rule that is on, with the severity that settings give it; undefined where they say nothing and the rule decides. */
export interface PlannedRule {
  readonly rule: Rule;
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
      return severity === "off" ? [] : [{ rule, severity: severity === rule.severity ? undefined : severity }];
    });
    plans.set(settings, plan);
    return plan;
  };
}
