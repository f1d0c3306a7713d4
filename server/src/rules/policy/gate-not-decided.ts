import type { DocumentRule } from "../types.ts";
import { undecidedGates } from "./gates.ts";

/** Whether a gate stands depends on a cost that is not known. */
export const gateNotDecided: DocumentRule = {
  code: "policy/gate-not-decided",
  severity: "information",
  scope: "document",
  page: {
    title: "Gate that cannot be decided",
    what: "A gate in `wellspent.yaml` stands above a certain spend, and what the spec costs is not known.",
    why: "The check is off for want of a figure, and nobody should take its silence for a pass.",
    fix: "Complete the cost: `starts:`, `period:`, and the lines that are not costed.",
    example: {
      files: {
        "wellspent.yaml":
          "root: true\ngates:\n  - gate: Large spend needs a comparator\n    spend_over: £100,000/year\n    needs: [comparator]\n",
      },
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\n  starts: unknown\ncosts:\n  price_year: 2024-25\n  period: 1 year\n  lines:\n    - item: Visits\n      amount: £500/family\n",
      valid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\n  starts: 60 families\ncosts:\n  price_year: 2024-25\n  period: 1 year\n  perspective: society\n  lines:\n    - item: Visits\n      amount: £500/family\n",
    },
  },
  check(context, report) {
    for (const { gate, intervention, at } of undecidedGates(context))
      report({
        at,
        message: `Whether gate "${gate.gate}" stands before "${intervention.intervention?.text ?? "this intervention"}" is not known: its cost is not known, or not whole.`,
        help: "Complete the cost: `starts:`, `period:`, and the lines that are not costed.",
      });
  },
};
