import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const portfolio = (south: string): string =>
  `${withShared({ first: "60%", second: "40%" })}    starts: 60 families/year
    clusters:
      north: 40 families/year
      south: ${south}
`.replace("from: 2026-27", "area: example-council\nfrom: 2026-27");

/** Those who start in the clusters are not as many as those who start. */
export const clusterStarts: DocumentRule = {
  code: "portfolio/cluster-starts",
  severity: "warning",
  scope: "document",
  page: {
    title: "Starts by cluster that do not add up",
    what: "The participants who start in the clusters are together more or fewer than all who start.",
    why: "Reach and cost by cluster rest on the one, the cost of the portfolio on the other.",
    fix: "Correct the numbers, or write shares that come to 100%.",
    example: {
      files: {
        ...interventions,
        "example-council.area.yaml": "area: example-council\nclusters:\n  - cluster: north\n  - cluster: south\n",
      },
      file: "a.portfolio.yaml",
      invalid: portfolio("30 families/year"),
      valid: portfolio("20 families/year"),
    },
  },
  check(context, report) {
    for (const problem of context.portfolio()?.problems ?? []) {
      if (problem.reason !== "cluster-starts-differ") continue;
      report({
        at: problem.at,
        message: `Over its years ${formatNumber(problem.clusters)} start in the clusters of "${problem.intervention}", and ${formatNumber(problem.whole)} in all.`,
        help: "Correct the numbers, or write shares that come to 100%.",
      });
    }
  },
};
