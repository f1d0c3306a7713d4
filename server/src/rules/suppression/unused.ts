import type { FileRule, Finding, Severity } from "../types.ts";
import type { SuppressionContext } from "./apply.ts";
import { withoutCode, withoutComment } from "./edits.ts";
import type { Suppression } from "./read.ts";

/**
 * Comments that keep nothing from view. Which ones those are is known only when every other rule has run, so the findings are made by
 * `reportUnused`, called from `applySuppressions`; this entry gives the rule its severity and its page.
 */
export const unused: FileRule = {
  code: "suppression/unused",
  severity: "warning",
  scope: "file",
  page: {
    title: "Suppression that hides nothing",
    what: "A comment asks Wellspent not to show a finding that is not there.",
    why: "A comment left behind after the fault was put right will hide the next fault on that line, and nobody will see it.",
    fix: "Remove the comment, or the code in it that no longer applies.",
    example: {
      invalid: `outcome: child-enters-care
title: A child enters care
# wellspent-disable-next-line schema/unknown-word -- agreed with the panel
kind: state
better: lower
`,
      valid: `outcome: child-enters-care
title: A child enters care
kind: state
better: lower
`,
    },
  },
  check() {
    return;
  },
};

/** One code of a comment that no finding answered to. */
export function reportUnused(
  suppression: Suppression,
  code: Suppression["codes"][number],
  context: SuppressionContext,
  severity: Severity,
): Finding {
  const { parsed, path } = context;
  const only = suppression.codes.length === 1;
  const edit = only ? withoutComment(suppression, parsed) : withoutCode(suppression, code, parsed);
  return {
    code: unused.code,
    severity,
    path,
    span: parsed.spanOf(code.at),
    message: `There is no "${code.pattern}" finding here for this comment to hide.`,
    help: only ? "Remove the comment." : `Remove "${code.pattern}" from the comment.`,
    related: [],
    fixes: [
      {
        title: only ? "Remove the comment" : `Remove "${code.pattern}" from the comment`,
        certain: true,
        edits: [edit],
      },
    ],
    unnecessary: true,
  };
}
