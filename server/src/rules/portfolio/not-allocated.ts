import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";
import { sharedCosts } from "./shares.ts";

/** Part of a shared cost is carried by no intervention. */
export const notAllocated: DocumentRule = {
  code: "portfolio/not-allocated",
  severity: "information",
  scope: "document",
  page: {
    title: "Shared cost not allocated whole",
    what: "The interventions of a portfolio carry only a part of a shared cost.",
    why: "The portfolio pays the whole. What no intervention carries is in its total, but in no cost per family and no place of the league table.",
    fix: "Give the rest to those it serves under `shares:`, or keep it: it is shown as not allocated.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: withShared({ first: "60%", second: "30%" }),
      valid: withShared({ first: "60%", second: "40%" }),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "portfolio" || spec.reading === undefined) return;
    for (const { at, item, total, carried } of sharedCosts(spec.reading)) {
      if (total === undefined || total >= 1 - 1e-9) continue;
      report({
        at,
        message:
          carried.length === 0
            ? `No intervention carries a share of "${item}": it is in the total of the portfolio alone.`
            : `${formatPercent(1 - total)} of "${item}" is carried by no intervention: it is in the total of the portfolio alone.`,
        help: "Give the rest to those it serves under `shares:`, or keep it as not allocated.",
        related: carried.slice(0, 10).map((share) => ({ at: share.at, label: `carried by ${share.by}` })),
      });
    }
  },
};
