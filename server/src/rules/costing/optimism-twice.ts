import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const hub = (grade: string): string =>
  `    - item: Family hub\n      resource: premises\n      timing: start-up\n      who_pays: local-authority\n      amount: £400,000\n      lasts: 30 years\n${grade}      optimism_bias:\n        category: standard-buildings\n`;

/** A line is to be raised for optimism by its grade and by its sort of project. */
export const optimismTwice: DocumentRule = {
  code: "costing/optimism-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Two corrections for optimism on one line",
    what: "A line has a grade of confidence and an optimism bias by sort of project.",
    why: "Both raise the cost for the same thing, estimates that prove too low. Wellspent uses the bias of the project and leaves the grade out.",
    fix: "Keep `optimism_bias:` on capital, `confidence:` on everything else.",
    standard: "Green Book supplementary guidance: optimism bias; GMCA cost-benefit guidance 2014",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(hub("      confidence: 4\n")),
      valid: withLines(hub("")),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const line of spec.reading?.costs?.lines?.items ?? [])
      if (line.optimism_bias !== undefined && line.confidence?.value !== undefined)
        report({
          at: keyPlace(line, "confidence") ?? line.confidence.$,
          message: `"${line.item?.text ?? ""}" has an optimism bias of its own: its grade of confidence is not used.`,
          help: "Keep `optimism_bias:` on capital, `confidence:` on everything else.",
          related: [{ at: keyPlace(line, "optimism_bias") ?? line.optimism_bias.$, label: "raised by this" }],
        });
  },
};
