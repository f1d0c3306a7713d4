import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const line =
  "    - item: Playroom equipment\n      timing: start-up\n      resource: equipment\n      amount: £9,000\n      who_pays: local-authority\n";

/** Something that lasts is charged as if it were used up at once. */
export const capitalWithoutLife: DocumentRule = {
  code: "costing/capital-not-annualised",
  severity: "information",
  scope: "document",
  page: {
    title: "Capital that is not annualised",
    what: "Equipment or premises are bought once, and the line does not say how long they last.",
    why: "Charged all at once, they make the first families look dear and the later ones cheap. Spread over their life, each family bears its part.",
    fix: "Write `lasts:` on the line, such as `5 years`, and `residual:` if it is worth something at the end.",
    standard: "Levin and McEwan 2001; Green Book 2022, A6",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line),
      valid: withLines(`${line}      lasts: 5 years\n`),
    },
  },
  check({ assessment }, report) {
    for (const each of assessment()?.lines ?? []) {
      const { line, item, at, timing } = each;
      if (
        timing === "recurring" ||
        line.lasts !== undefined ||
        (line.resource?.value !== "equipment" && line.resource?.value !== "premises") ||
        each.original?.value === undefined
      )
        continue;
      report({
        at,
        message: `"${item}" is bought once, and how long it lasts is not said: it is charged whole to this period.`,
        help: "Write `lasts:` on the line, such as `5 years`.",
      });
    }
  },
};
