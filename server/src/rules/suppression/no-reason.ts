import type { FileRule } from "../types.ts";
import { readDirectives, voidReason } from "./read.ts";

/** A suppression must say why. */
export const noReason: FileRule = {
  code: "suppression/no-reason",
  severity: "error",
  scope: "file",
  page: {
    title: "Suppression without a reason",
    what: "A comment asks Wellspent not to show a finding, and does not say why.",
    why: "Whoever reviews the spec must be able to tell a decision from an oversight. Without a reason the comment does nothing and the finding stays.",
    fix: "Write two hyphens and the reason after the code: `# wellspent-disable-next-line units/negative -- a refund, agreed with finance`.",
    example: {
      invalid: `outcome: child-enters-care
kind: event  # wellspent-disable-line schema/unknown-word
`,
      valid: `outcome: child-enters-care
kind: events  # wellspent-disable-line schema/unknown-word -- new kind, agreed with the panel
`,
    },
  },
  check({ parsed, asOf }, report) {
    for (const suppression of readDirectives(parsed).suppressions) {
      const why = voidReason(suppression, asOf);
      if (why === "no-code")
        report({
          at: suppression.at,
          message: "This comment names no finding that it may hide, so it does nothing.",
          help: "Write the code of the finding and a reason: `# wellspent-disable-next-line units/negative -- why`.",
          label: "no code",
        });
      else if (why === "no-reason")
        report({
          at: suppression.at,
          message: `This comment does not say why ${suppression.codes.length === 1 ? "the finding" : "the findings"} should be hidden, so nothing is hidden.`,
          help: "Add two hyphens and the reason at the end: ` -- agreed with finance, June 2026`.",
          label: "no reason",
        });
    }
  },
};
