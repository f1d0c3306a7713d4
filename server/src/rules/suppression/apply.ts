import { type EffectiveSettings, severityUnder } from "../../model/settings.ts";
import type { ParsedFile } from "../../syntax/types.ts";
import type { CalendarDate } from "../../values/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import { rules } from "../index.ts";
import type { Finding } from "../types.ts";
import { isSuppressible, matches } from "./matches.ts";
import { type Suppression, voidReason } from "./read.ts";
import { reportUnused, unused } from "./unused.ts";

export interface SuppressionContext {
  readonly path: FilePath;
  readonly parsed: ParsedFile;
  readonly asOf: CalendarDate;
  readonly settings: EffectiveSettings;
  /** False while the index is still being built, or a file cannot be read: some findings are withheld then, so nothing is called unused. */
  readonly complete: () => boolean;
}

/**
 * Marks the findings that a comment keeps from view, and adds one finding for each code of a comment that keeps nothing from view.
 * A comment counts when it names the finding's code (or group), gives a reason, and has not expired on `asOf`.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  context: SuppressionContext,
): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  const holding = suppressions.filter((each) => voidReason(each, context.asOf) === undefined);
  const used = new Set<object>();
  const marked = findings.map((finding): Finding => {
    if (!isSuppressible(finding.code)) return finding;
    for (const suppression of holding) {
      if (!covers(suppression, finding)) continue;
      const code = suppression.codes.find(
        (each) => isSuppressible(each.pattern) && matches(each.pattern, finding.code),
      );
      if (code === undefined) continue;
      used.add(code);
      return { ...finding, suppressed: reasonOf(suppression) };
    }
    return finding;
  });
  const severity = severityUnder(context.settings, unused.code, unused.severity);
  if (severity === "off") return marked;
  const idle = holding.flatMap((suppression) =>
    suppression.codes
      .filter((code) => !used.has(code) && isSuppressible(code.pattern) && isLookedFor(context.settings, code.pattern))
      .map((code) => reportUnused(suppression, code, context, severity)),
  );
  return idle.length === 0 || !context.complete()
    ? marked
    : [...marked, ...idle].sort((a, b) => a.span.start - b.span.start);
}

const covers = (suppression: Suppression, finding: Finding): boolean =>
  finding.span.start >= suppression.covers.start && finding.span.start < suppression.covers.end;

function reasonOf(suppression: Suppression): NonNullable<Finding["suppressed"]> {
  const { reason = "", until } = suppression;
  return until === undefined ? { reason } : { reason, until: until.text };
}

/** Codes that no finding has are reported as that; for a rule that needs an earlier version, and for a rule that the settings switch off a comment keeps nothing from view through no fault of its own. */
function isLookedFor(settings: EffectiveSettings, pattern: string): boolean {
  if (!rules.some((rule) => matches(pattern, rule.code) && rule.compares !== true)) return false;
  return settings.rules.findLast(([set]) => matches(set, pattern))?.[1] !== "off";
}
