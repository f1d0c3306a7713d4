import type { FileRule } from "../types.ts";
import { readDirectives } from "./read.ts";

/** A range that nothing ends hides findings to the end of the file. */
export const notClosed: FileRule = {
  code: "suppression/not-closed",
  severity: "warning",
  scope: "file",
  page: {
    title: "Suppressed range without an end",
    what: "`wellspent-disable` begins a range, and no `wellspent-enable` ends it, so it runs to the end of the file.",
    why: "It hides findings in lines that nobody meant it for, among them lines that are added later.",
    fix: "Write `# wellspent-enable` with the same code where the range should end; for one line use `wellspent-disable-next-line`, for the whole file `wellspent-disable-file`.",
    example: {
      invalid: `outcome: child-enters-care
# wellspent-disable schema/unknown-word -- waiting for the new list
kind: events
better: lower
`,
      valid: `outcome: child-enters-care
# wellspent-disable schema/unknown-word -- waiting for the new list
kind: events
# wellspent-enable schema/unknown-word
better: lower
`,
    },
  },
  check({ parsed }, report) {
    for (const suppression of readDirectives(parsed).suppressions) {
      if (suppression.closed) continue;
      const codes = suppression.codes.map((code) => code.pattern).join(", ");
      report({
        at: suppression.at,
        message: "This comment begins a range that nothing ends, so it hides findings to the end of the file.",
        help: `Write "# wellspent-enable${codes === "" ? "" : ` ${codes}`}" where the range should end, or use "wellspent-disable-next-line" for one line.`,
        label: "never ended",
      });
    }
  },
};
