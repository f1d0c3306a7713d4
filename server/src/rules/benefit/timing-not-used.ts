import type { TimingNotUsed } from "../../model/assess/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withBenefit } from "./example.ts";

const rest = "    kind: fiscal\n    gains: local-authority\n";

/** A benefit says when it is gained in a way that its amount has no place for. */
export const timingNotUsed: DocumentRule = {
  code: "benefit/timing-not-used",
  severity: "warning",
  scope: "document",
  page: {
    title: "Time of a benefit that is not used",
    what: "A benefit has a `lag:`, `lasts:`, `drop_off:` or `over:` that its amount has no use for: how long a yearly amount lasts, on an amount that is not yearly; a delay, on a sum that the source discounted already.",
    why: "The figures are worked out without it, and the author thinks that it counts.",
    fix: "Write a yearly amount, such as `£400/family/year`, with `lag:`, `lasts:` and `drop_off:`; or a sum with `valued: undiscounted` and `over:`; or the amounts year by year under `by_year:`. Of a present value, take the time away: its source has counted it.",
    standard: "Green Book 2022, 5.32",
    example: {
      file: "a.intervention.yaml",
      invalid: withBenefit(`${rest}    valued: undiscounted\n    lasts: 2 years\n`),
      valid: withBenefit(`${rest}    lag: 6 months\n    lasts: 2 years\n`).replace("£800/family", "£400/family/year"),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "timing-not-used")
        report({
          at: problem.at,
          message: `\`${problem.why.key}\` of ${said(problem.item)} is not used: ${because(problem.why)}.`,
          help: helpOf(problem.why),
        });
  },
};

function because({ because: why }: TimingNotUsed): string {
  switch (why) {
    case "discounted":
      return "its amount is, or may be, a sum that the source discounted, and the delay is counted in that";
    case "sum":
      return "its amount is a sum, not a yearly amount";
    case "by-year":
      return "its amounts are given year by year";
    case "lasts":
      return "`lasts` says for how long its yearly amount is gained";
  }
}

function helpOf({ key, because: why }: TimingNotUsed): string {
  switch (why) {
    case "discounted":
      return "Take it away; or, where the source did not discount, write `valued: undiscounted`.";
    case "sum":
      return key === "lasts"
        ? "Write what is gained in a year, such as `£400/family/year`; or, for a sum gained evenly over that time, write `over:` and `valued: undiscounted`."
        : "Write what is gained in a year, such as `£400/family/year`, with `lasts:`; or the amounts year by year under `by_year:`.";
    case "by-year":
      return "Take it away: each year's amount says it already.";
    case "lasts":
      return "Keep one of the two.";
  }
}
