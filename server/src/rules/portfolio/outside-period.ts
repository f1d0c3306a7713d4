import { inYears } from "../../model/years.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const portfolio = (from: string): string =>
  withShared({ first: "60%", second: "40%" }).replace(
    "  - intervention: parent-groups\n",
    `  - intervention: parent-groups\n    from: ${from}\n`,
  );

/** An intervention starts when the portfolio does not run. */
export const outsidePeriod: DocumentRule = {
  code: "portfolio/outside-period",
  severity: "warning",
  scope: "document",
  page: {
    title: "Start outside the portfolio's period",
    what: "An intervention of a portfolio starts before the portfolio does, or after its last year.",
    why: "Nothing of it falls into the years that are added up, or a part of it falls out of them, so that it looks cheaper than it is.",
    fix: "Correct `from:` of the intervention, or `from:` and `period:` of the portfolio.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: portfolio("2031-32"),
      valid: portfolio("2027-28"),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "portfolio" || spec.reading === undefined) return;
    const { from, period, interventions: members } = spec.reading;
    const first = from?.value?.start;
    if (first === undefined) return;
    for (const { from: own, intervention } of members?.items ?? []) {
      const start = own?.value?.start;
      if (own === undefined || start === undefined) continue;
      const years = period?.value === undefined ? undefined : inYears(period.value);
      const late = years !== undefined && start >= first + years;
      if (start >= first && !late) continue;
      report({
        at: own.$,
        message: `"${intervention?.text ?? "This intervention"}" starts in ${own.text}, ${late ? `after the last year of the portfolio (${from?.text}, ${period?.text})` : `before the portfolio does (${from?.text})`}.`,
        help: "Correct `from:` of the intervention, or `from:` and `period:` of the portfolio.",
        ...(from === undefined ? {} : { related: [{ at: from.$, label: "the portfolio starts" }] }),
      });
    }
  },
};
