import type { FileRule } from "../types.ts";
import { readDirectives, voidReason } from "./read.ts";

/** A suppression holds through the last day written in it. */
export const expired: FileRule = {
  code: "suppression/expired",
  severity: "warning",
  scope: "file",
  page: {
    title: "Suppression past its date",
    what: "A comment hid a finding until a day that has passed, or gives a day that cannot be read.",
    why: "The date was a promise to come back. From that day on the finding is shown again.",
    fix: "Put right what the finding says, or agree a new date and write it as year-month-day: `until 2027-03-31`.",
    example: {
      invalid: `outcome: child-enters-care
# wellspent-disable-next-line schema/unknown-word until 2020-03-31 -- waiting for the new list
kind: events
`,
      valid: `outcome: child-enters-care
# wellspent-disable-next-line schema/unknown-word until 2199-03-31 -- waiting for the new list
kind: events
`,
    },
  },
  check({ parsed, asOf }, report) {
    for (const suppression of readDirectives(parsed).suppressions) {
      const { until } = suppression;
      const why = voidReason(suppression, asOf);
      if (until === undefined) continue;
      if (why === "expired")
        report({
          at: until.at,
          message: `This comment held until ${until.text}; its finding is shown again.`,
          help: "Put the finding right, or agree a new date.",
          label: "passed",
        });
      else if (why === "bad-date")
        report({
          at: until.at,
          message: `"${until.text}" is not a day, so this comment does nothing.`,
          help: "Write year-month-day, such as 2027-03-31.",
          label: "not a day",
        });
    }
  },
};
