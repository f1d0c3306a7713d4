import { nearest } from "../../schema/names.ts";
import type { FileRule } from "../types.ts";
import { isSuppressible, matches } from "./matches.ts";
import { readDirectives } from "./read.ts";

/** A suppression must name a finding that exists. `codes` lists every code there is. */
export const unknownCode = (codes: () => readonly string[]): FileRule => ({
  code: "suppression/unknown-code",
  severity: "warning",
  scope: "file",
  page: {
    title: "Suppression of a finding that does not exist",
    what: "A comment names a code that no finding has, or a finding that cannot be hidden.",
    why: "The finding that was meant is still shown, and the comment misleads whoever reads it.",
    fix: "Copy the code from the finding: it stands beside its message. A whole group is written `units/*`.",
    example: {
      invalid: `outcome: child-enters-care
# wellspent-disable-next-line schema/unknown-wrd -- waiting for the new list
kind: event
`,
      valid: `outcome: child-enters-care
# wellspent-disable-next-line schema/unknown-word -- waiting for the new list
kind: events
`,
    },
  },
  check({ parsed }, report) {
    const known = codes();
    for (const { codes: listed } of readDirectives(parsed).suppressions)
      for (const { pattern, at } of listed) {
        if (!isSuppressible(pattern)) {
          report({
            at,
            message: `Findings about suppressions cannot be hidden: "${pattern}" does nothing here.`,
            help: "Put right what the finding says.",
          });
          continue;
        }
        if (known.some((code) => matches(pattern, code))) continue;
        const near = nearest(pattern, known);
        report({
          at,
          message: `No finding has the code "${pattern}", so this comment hides nothing.`,
          help: near === undefined ? "Copy the code that stands beside the finding." : `Did you mean "${near.name}"?`,
          ...(near === undefined
            ? {}
            : {
                fixes: [
                  {
                    title: `Write "${near.name}" instead of "${pattern}"`,
                    certain: near.certain,
                    edits: [{ at, text: near.name }],
                  },
                ],
              }),
        });
      }
  },
});
