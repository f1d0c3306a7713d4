import { keyPlace } from "../../model/key-place.ts";
import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const workers = (posts: number): string =>
  `    - item: Family workers\n      resource: staff\n      who_pays: local-authority\n      quantity: ${posts} FTE\n      unit_cost: £39,000/FTE/year\n      capacity: 15 families/FTE/year\n`;

/** More are planned to start than a line says it can serve. */
export const overCapacity: DocumentRule = {
  code: "costing/over-capacity",
  severity: "warning",
  scope: "document",
  page: {
    title: "More starters than the line can serve",
    what: "The plan has more participants starting than the posts or courses of a line can serve, by its own `capacity:`.",
    why: "Either more staff will be needed, and the service costs more than shown, or fewer will be served, and each costs more.",
    fix: "Plan more posts or courses, fewer starters, or correct the capacity.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(workers(3)),
      valid: withLines(workers(4)),
    },
  },
  check({ assessment }, report) {
    for (const each of assessment()?.lines ?? []) {
      const { line, item } = each;
      const steps = line.capacity === undefined ? undefined : each.steps;
      if (steps === undefined || line.capacity === undefined) continue;
      const { capacity, planned, starters } = steps;
      const most = planned * (capacity.most.value ?? Number.NaN);
      if (!(starters > most * (1 + 1e-9))) continue;
      const over = capacity.yearly ? " a year" : "";
      report({
        at: keyPlace(line, "capacity") ?? line.capacity.$,
        message: `"${item}" can serve ${formatNumber(most)} starters${over} as planned, and ${formatNumber(starters)} are to start.`,
        help: "Plan more of it, or fewer starters, or correct the capacity.",
      });
    }
  },
};
