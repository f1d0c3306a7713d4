import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const line = (price: string): string =>
  `    - item: Volunteers\n      resource: volunteers\n      who_pays: volunteers\n      quantity: 10 hours/family\n      unit_cost: ${price}\n`;

/** What is given free is priced at nothing. */
export const inKindAtNoPrice: DocumentRule = {
  code: "costing/in-kind-at-no-price",
  severity: "warning",
  scope: "document",
  page: {
    title: "Volunteers' time or gifts in kind at no price",
    what: "Volunteers' time, or something given in kind, is priced at zero.",
    why: "It takes resources all the same: somewhere else the volunteers would be missed, or would have to be paid. At no price, a service that leans on them looks better than one that pays its way.",
    fix: "Write what it would cost to buy: for volunteers' time, the pay of a comparable post. It counts in the economic cost and not in the budget cost.",
    standard: "Levin and McEwan, ingredients method; Green Book 2022, 6.3",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line("£0/hour")),
      valid: withLines(line("£12/hour")),
    },
  },
  check({ assessment }, report) {
    for (const line of assessment()?.lines ?? [])
      if (line.inKind && line.original?.value === 0)
        report({
          at: line.at,
          message: `"${line.item}" is given free and priced at nothing, as if nobody would miss it elsewhere.`,
          help: "Write what it would cost to buy; it then counts in the economic cost and not in the budget cost.",
        });
  },
};
