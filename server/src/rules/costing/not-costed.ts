import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** A line or a benefit whose amount nobody knows. */
export const notCosted: DocumentRule = {
  code: "costing/not-costed",
  severity: "warning",
  scope: "document",
  page: {
    title: "Line that is not costed",
    what: "A cost line or a benefit has no amount: it is `unknown`, missing, or lacks its quantity or its price.",
    why: "Unknown is not zero. Every total that should hold it is incomplete, and says so, until it is known.",
    fix: "Find the amount, its quantity or its unit cost. If nobody knows, keep `unknown`: it stays visible.",
    standard: "Levin and McEwan, ingredients method",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Teaching assistants' time\n      amount: unknown\n",
      ),
      valid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Teaching assistants' time\n      amount: £40/family\n",
      ),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention") return;
    for (const line of assessment()?.lines ?? []) {
      // What else keeps a line from being costed (its units, a missing entry, an unreadable value) has a finding of its own.
      if (line.problem !== undefined || !line.total.missing.some((each) => lacksAmount(each))) continue;
      const missing =
        line.line.quantity !== undefined && line.line.unit_cost === undefined && line.line.amount === undefined
          ? "it has a quantity but no price"
          : "its amount is not known";
      report({
        at: line.at,
        message: `"${line.item}" is not costed: ${missing}. Totals that should hold it are incomplete.`,
        help: "Find the amount or its unit cost; if nobody knows, `unknown` keeps it in sight.",
      });
    }
    for (const benefit of assessment()?.benefits ?? []) {
      if (
        benefit.origin !== "given" ||
        benefit.leftOut !== undefined ||
        benefit.amount?.value !== undefined ||
        !benefit.total.missing.some((each) => lacksAmount(each))
      )
        continue;
      report({
        at: benefit.at,
        message: `The amount of the benefit "${benefit.name}" is not known. Totals that should hold it are incomplete.`,
        help: "Find the amount; if nobody knows, `unknown` keeps it in sight. Add `sign: cost` when it is known to be a loss.",
      });
    }
  },
};

const lacksAmount = (missing: {
  readonly reason: string;
  readonly because?: readonly { readonly reason: string }[];
}): boolean =>
  missing.reason === "amount-unknown" || (missing.because ?? []).some((each) => each.reason === "amount-unknown");
