import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withLines } from "./example.ts";

const line = (amount: string): string =>
  `    - item: Toys\n      resource: materials\n      who_pays: local-authority\n      amount: ${amount}\n      lasts: 2 years\n`;

/** How long a purchase lasts, on a line that says already how often it is paid. */
export const lastsNotUsed: DocumentRule = {
  code: "costing/lasts-not-used",
  severity: "information",
  scope: "document",
  page: {
    title: "Life of a purchase that is not used",
    what: "A line that is paid for each participant, each year, or each of what `delivery:` counts by the year, says how long what it bought lasts.",
    why: "`£50/family` is paid for every family that starts, and `£50/year` every year, however long the thing lasts: the life is not used, and the author thinks that it counts.",
    fix: "Take `lasts:` away; or give what all of it costs, such as `£1,000`, with its life: it is then bought again when that is over.",
    standard: "Green Book 2022, A6",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line("£50/family")),
      valid: withLines(line("£1,000")),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "lasts-without-capital")
        report({
          at: problem.at,
          label: "not used",
          message: `How long ${said(problem.item)} lasts is not used: its amount says already how often it is paid.`,
          help: "Take it away; or give what all of it costs, such as `£1,000`, with its life.",
        });
  },
};
