import { plural } from "../../values/index.ts";
import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";

const claiming = (unit: string, starts: string): string =>
  `intervention: family-visits\nsource: Council report 2024\npopulation:\n  unit: ${unit}\n  starts: ${starts}\ncosts:\n  period: 3 years\noutcomes:\n  - outcome: enters-care\n    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    lasts: 2 years\n`;

export const valueUnit = claimRule("value-unit", {
  code: "outcome/value-unit",
  severity: "warning",
  page: {
    title: "Value per something that the outcome does not count",
    what: "A value of an outcome is per something else than what the outcome counts.",
    why: "Pounds per child cannot be multiplied by a number of families. The benefit is lost without a word otherwise, and the return looks smaller than it is.",
    fix: "Give the value per what `counts:` of the outcome names, or change `counts:`. Without `counts:` it counts the participants of the spec.",
    example: {
      file: "a.intervention.yaml",
      files: {
        "an.outcome.yaml":
          "outcome: enters-care\ntitle: Enters care\nkind: state\nbetter: lower\nvalues:\n  - value: £900/child/year\n    price_year: 2023-24\n    kind: fiscal\n    gains: nhs\n",
      },
      invalid: claiming("family", "60 families/year"),
      valid: claiming("child", "60 children/year"),
    },
  },
  say: ({ outcome, counts }) => ({
    message: `A value of ${said(outcome)} is not per ${counts}, but ${plural(counts)} are what is counted, so what it is worth cannot be worked out.`,
    help: `Give the value per ${counts}, or change \`counts:\` of the outcome.`,
  }),
});
