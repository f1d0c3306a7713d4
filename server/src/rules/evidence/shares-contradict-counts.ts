import { pairOf } from "../../model/assess/evidence/index.ts";
import type { StudyResult } from "../../schema/kinds/study.ts";
import type { Field } from "../../schema/shape.ts";
import { formatPercent } from "../../values/index.ts";
import type { Rate } from "../../values/types.ts";
import { isDimensionless } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";

/** A share is printed beside counts that do not come to it. */
export const sharesContradictCounts: DocumentRule = {
  code: "evidence/shares-contradict-counts",
  severity: "warning",
  scope: "document",
  page: {
    title: "Shares that do not follow from the counts",
    what: "A result gives counts, such as 44/108, and a share for the same arm beside them, and the counts do not come to that share even allowing for rounding.",
    why: "One of the two is misprinted or counts other people. Every effect is worked out from these numbers.",
    fix: "Compare both with the publication. If it is printed so, keep the counts and note the share in `notes:`.",
    standard: "CONSORT 2025, outcomes and estimation",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: 44/108 v 39/104\n    with: 47%\n",
      valid:
        "study: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: 44/108 v 39/104\n    with: 41%\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study") return;
    for (const result of spec.reading?.results?.items ?? [])
      for (const side of ["with", "without"] as const) {
        const field = result[side];
        const counts = countsOf(result, side);
        if (field?.value === undefined || counts === undefined || !contradicts(field.value, counts)) continue;
        const share = formatPercent(counts.events / counts.total);
        report({
          at: field.$,
          label: `the counts give ${share}`,
          message: `${counts.events} of ${counts.total} is ${share}, but ${field.text} is written beside it.`,
          help: "Compare both with the publication. If it is printed so, keep the counts and note the share in `notes:`.",
        });
      }
  },
};

/** The counts of one arm, where the effect gives them and the key of the arm gives a share. */
function countsOf(result: StudyResult, side: "with" | "without"): { events: number; total: number } | undefined {
  const written = result.effect?.value;
  const arm = written?.kind === "comparison" ? pairOf(written, result)?.[side] : undefined;
  return arm?.events === undefined || arm.total === undefined || arm.total <= 0
    ? undefined
    : { events: arm.events, total: arm.total };
}

function contradicts(
  rate: NonNullable<Field<Rate>["value"]>,
  { events, total }: { events: number; total: number },
): boolean {
  if (!isDimensionless(rate.unit) || rate.about || rate.bound !== undefined || rate.range !== undefined) return false;
  if (rate.events !== undefined) return rate.events !== events || rate.total !== total;
  const half = 0.5 * 10 ** rate.written.finest;
  return Math.abs(events / total - rate.value) > half + 1e-9;
}
