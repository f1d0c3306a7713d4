import { formatFigure } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { type Asked, spendOf, undecidedGates } from "./gates.ts";
import { lacksComparator } from "./no-comparator.ts";
import { lacksEvaluation } from "./no-evaluation.ts";
import { lacksEvidence } from "./no-evidence.ts";
import { lacksPriceYear } from "./no-price-year.ts";
import { lacksNumbers } from "./no-quantified-outcome-and-benefit.ts";
import { lacksReturn } from "./return-too-low.ts";

/** Whether a gate stands depends on a cost that is not known. */
export const gateNotDecided: DocumentRule = {
  code: "policy/gate-not-decided",
  severity: "information",
  scope: "document",
  page: {
    title: "Gate that cannot be decided",
    what: "A gate in `wellspent.yaml` is for spend over a certain amount, the spec lacks what it asks for, and what the spec costs is not known.",
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
    for (const standing of undecidedGates(context)) {
      // Whatever it costs, a spec that has what the gate asks for passes it.
      if (all.every((asked) => asked(context, standing).length === 0)) continue;
      const { gate, intervention, at } = standing;
      const whats = (spendOf(context, gate)?.missing ?? []).map(({ what }) => what);
      const missing = whats.length > 4 ? [...whats.slice(0, 3), `${whats.length - 3} more`] : whats;
      report({
        at,
        message: `Whether gate "${gate.gate}" applies is not known: it is for spend over ${gate.spendOver === undefined ? "a certain amount" : formatFigure(gate.spendOver)}, and the cost of "${intervention.intervention?.text || "this intervention"}" is not known, or not all of it.`,
        help:
          missing.length === 0
            ? "Say under `costs:` what it costs."
            : `Complete the cost. Not known: ${andList(missing)}.`,
      });
    }
  },
};

const all: readonly Asked[] = [
  lacksNumbers,
  lacksEvidence,
  lacksComparator,
  lacksEvaluation,
  lacksPriceYear,
  lacksReturn,
];
