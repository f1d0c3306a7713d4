import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** A saving is written as a negative cost. */
export const negativeCost: DocumentRule = {
  code: "costing/negative-cost",
  severity: "error",
  scope: "document",
  page: {
    title: "Saving written as a negative cost",
    what: "A cost line is below zero: a saving has been taken off the cost.",
    why: "Taken off the cost, a saving makes the same benefit-cost ratio look far higher than counted as a benefit. The London FDAC would show 3.72 for 2.30.",
    fix: "Move it to `benefits:`. If it is what usual services cost, write it under `comparator:`, or say `cost: in benefits`.",
    standard: "Green Book 2022, 5.2",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Shorter proceedings\n      amount: -£200/family\n",
      ),
      valid: withLines("    - item: Visits\n      amount: £500/family\n    - item: Rooms\n      amount: £20/family\n"),
    },
  },
  check({ assessment, spec }, report) {
    const usual = spec.kind === "intervention" ? spec.reading?.costs?.comparator?.cost : undefined;
    if (usual?.value?.kind === "quantity" && usual.value.value < 0)
      report({
        at: usual.$,
        message: "The comparator costs less than nothing here, so it would be added to the cost instead of taken off.",
        help: "Write what usual services cost, without a minus. A saving is a benefit, under `benefits:`.",
      });
    for (const line of assessment()?.lines ?? [])
      if (line.negative)
        report({
          at: line.at,
          message: `"${line.item}" is below zero: a saving is always a benefit, never a negative cost.`,
          help: "Move it to `benefits:`, with `kind:` and `gains:`. Of a printed net cost that is a saving, write £0 here and the saving as the cost of the comparator.",
        });
  },
};
