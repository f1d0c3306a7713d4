import { boundsOf, resultantBias } from "../../costing/optimism-bias.ts";
import { optimismBounds } from "../../data/index.ts";
import { projectParts } from "../../model/assess/index.ts";
import { keyPlace } from "../../model/key-place.ts";
import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const hub = (managed: string): string =>
  `    - item: Family hub\n      resource: premises\n      timing: start-up\n      who_pays: local-authority\n      amount: £400,000\n      lasts: 30 years\n      optimism_bias:\n        category: standard-buildings\n        managed: ${managed}\n`;

/** More of the bias is said to be managed than well-run projects have managed. */
export const optimismBiasBelowLower: DocumentRule = {
  code: "costing/optimism-bias-below-lower",
  severity: "information",
  scope: "document",
  page: {
    title: "Optimism bias below the lower bound",
    what: "With the share of the bias said to be managed, less is left than the published lower bound for such projects.",
    why: "The lower bound is what projects overran by whose risks were well managed up to the contract. A plan that expects less is itself optimistic.",
    fix: "Lower the share managed, or say in `notes:` of `optimism_bias:` on what it rests.",
    standard: "Mott MacDonald 2002, table 2",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(hub("95%")),
      valid: withLines(hub("60%")),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const { optimism_bias: bias } of spec.reading?.costs?.lines?.items ?? []) {
      const managed = bias?.managed?.value;
      const parts = bias === undefined ? undefined : projectParts(bias);
      if (bias === undefined || managed === undefined || parts === undefined || bias.notes !== undefined) continue;
      const bounds = boundsOf(parts, "expenditure", optimismBounds);
      if (bounds === undefined) continue;
      const left = resultantBias(bounds.upper, managed.value);
      if (left >= bounds.lower - 1e-9) continue;
      report({
        at: keyPlace(bias, "managed") ?? bias.$,
        message: `Of the upper bound of ${formatPercent(bounds.upper)} only ${formatPercent(left)} is left; well-managed projects overran by ${formatPercent(bounds.lower)}.`,
        help: "Lower the share managed, or say in `notes:` of `optimism_bias:` on what it rests.",
      });
    }
  },
};
