import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";
import { sharedCosts } from "./shares.ts";

/** The interventions of a portfolio carry more than all of a shared cost. */
export const sharesOver: DocumentRule = {
  code: "portfolio/shares-over",
  severity: "error",
  scope: "document",
  page: {
    title: "Shares of a shared cost over 100%",
    what: "The shares of a shared cost that the interventions of a portfolio carry add up to more than 100%.",
    why: "The interventions together would bear more than the cost there is, so each looks dearer than it is and the league table is wrong.",
    fix: "Correct the shares. If they come to less than 100%, the rest is shown as not allocated.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: withShared({ first: "60%", second: "50%" }),
      valid: withShared({ first: "60%", second: "40%" }),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "portfolio" || spec.reading === undefined) return;
    for (const { at, item, total, carried } of sharedCosts(spec.reading)) {
      if (total === undefined || total <= 1 + 1e-9) continue;
      report({
        at,
        label: formatPercent(total),
        message: `The shares of "${item}" that the interventions carry add up to ${formatPercent(total)}.`,
        help: "Correct the shares so that they come to 100% or less.",
        related: carried.slice(0, 10).map((share) => ({ at: share.at, label: `carried by ${share.by}` })),
      });
    }
  },
};
