import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { counted } from "../wording.ts";
import { interventions, withShared } from "./example.ts";

const portfolio = (starts: string): string =>
  withShared({ first: "60%", second: "40%" }).replace(
    "  - intervention: parent-groups\n",
    `  - intervention: parent-groups\n    starts: ${starts}\n`,
  );

/** A service is funded at another size, and some of its costs do not follow. */
export const startsDiffer: DocumentRule = {
  code: "portfolio/starts-differ",
  severity: "information",
  scope: "document",
  page: {
    title: "Another size than the spec was costed for",
    what: "A portfolio funds an intervention for a number of participants that differs by more than a tenth from its own spec, and some of its costs are fixed amounts.",
    why: "Costs per participant follow the number, and lines with a `capacity:` are bought in whole steps; other amounts in pounds, or pounds a year, do not follow. Twice the families with the same two group leaders is a saving that nobody planned.",
    fix: "See whether the fixed lines still hold at this size. If not, say in its spec how many each of them serves (`capacity:`), or cost the intervention for this size.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: portfolio("120 families/year"),
      valid: portfolio("62 families/year"),
    },
  },
  check(context, report) {
    for (const problem of context.portfolio()?.problems ?? []) {
      if (problem.reason !== "starts-differ") continue;
      report({
        at: problem.at,
        message: `"${problem.intervention}" is costed for ${formatNumber(problem.own)} starting in its period and funded here for ${formatNumber(problem.here)}; ${counted(problem.fixedLines, "line", "lines")} of a fixed amount ${problem.fixedLines === 1 ? "does" : "do"} not follow.`,
        help: "See whether the fixed lines still hold at this size; if not, give them a capacity in its spec, or cost it for this size.",
      });
    }
  },
};
