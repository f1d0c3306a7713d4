import { exactCount, sameUnit } from "../../model/assess/evidence/index.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Field } from "../../schema/shape.ts";
import { formatNumber } from "../../values/index.ts";
import type { Quantity } from "../../values/types.ts";
import type { DocumentRule, Report } from "../types.ts";

/** More were analysed than were there. */
export const moreAnalysed: DocumentRule = {
  code: "evidence/more-analysed",
  severity: "warning",
  scope: "document",
  page: {
    title: "More analysed than took part",
    what: "A study gives more participants as analysed than as randomised or started, in an arm or in all.",
    why: "Nobody can be analysed who did not take part. A number is misprinted, or counts something else (assessments rather than children), and attrition worked out from it is wrong.",
    fix: "Compare with the publication. If it counts something else, write its unit behind the number.",
    standard: "CONSORT 2025, flow of participants",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    randomised: 59\n    analysed: 69\n  - arm: control\n    randomised: 57\n    analysed: 50\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n",
      valid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    randomised: 59\n    analysed: 54\n  - arm: control\n    randomised: 57\n    analysed: 50\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading === undefined) return;
    for (const arm of spec.reading.arms?.items ?? []) {
      const where = ` in the arm "${arm.arm?.text ?? ""}"`;
      compare(arm.analysed, arm.randomised ?? arm.started, where, report);
      compare(arm.clusters_analysed, arm.clusters, where, report);
    }
    const all = spec.reading.sample;
    for (const result of spec.reading.results?.items ?? []) {
      compare(result.analysed, all ?? wholeOf(spec.reading), "", report);
      compare(result.with_analysed, all, "", report);
      compare(result.without_analysed, all, "", report);
    }
  },
};

/** The one arm of a study without comparison; several arms are no single number that could be pointed at. */
const wholeOf = ({ arms }: Study): Field<Quantity> | undefined =>
  arms?.items.length === 1 ? (arms.items[0]?.randomised ?? arms.items[0]?.started) : undefined;

function compare(
  analysed: Field<Quantity> | undefined,
  there: Field<Quantity> | undefined,
  where: string,
  report: (each: Report) => void,
): void {
  const [some, all] = [exactCount(analysed), exactCount(there)];
  if (analysed === undefined || there === undefined || some === undefined || all === undefined || some <= all) return;
  // An "about" may be anything near.
  if (analysed.value?.about || there.value?.about || !sameUnit(analysed.value?.unit, there.value?.unit)) return;
  report({
    at: analysed.$,
    label: `of ${formatNumber(all)}`,
    message: `${formatNumber(some)} are analysed${where}, but only ${formatNumber(all)} took part.`,
    help: "Compare with the publication. If it counts something else, such as assessments, write its unit behind the number.",
    related: [{ at: there.$, label: "took part" }],
  });
}
