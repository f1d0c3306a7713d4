import { factsOfStudy } from "../../model/assess/ratings/index.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { DocumentRule } from "../types.ts";

/** Every improvement is reported by those who took part, and they knew what they got. */
export const unblindedSelfReport: DocumentRule = {
  code: "evidence/unblinded-self-report",
  severity: "information",
  scope: "document",
  page: {
    title: "Improvement reported only by those who took part",
    what: "Every improvement that a study found was reported by those taking part, who knew whether they had the intervention.",
    why: "People who have put time into a programme tend to see it work. A record, a test or an observer who does not know the group would not.",
    fix: "Record the results of measures that do not rest on those taking part, if there are any. Plan for one in the next study.",
    standard: "EIF evidence standards, level 4; CONSORT 2025, blinding",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: day-2012\ndesign: rct\ncontrol: waiting-list\nsample: 116 children\nresults:\n  - outcome: child-behaviour\n    reported_by: parent\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n",
      valid:
        "study: day-2012\ndesign: rct\ncontrol: waiting-list\nsample: 116 children\nresults:\n  - outcome: child-behaviour\n    reported_by: observer\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "study" || spec.reading?.study === undefined || !knewTheGroup(spec.reading)) return;
    const { results, compared } = factsOfStudy(spec.reading, spec.id ?? "", context);
    const better = results.filter(({ found }) => found === "better");
    if (compared !== true || better.length === 0 || better.some(({ independent }) => independent !== false)) return;
    report({
      at: (spec.reading.blinded ?? spec.reading.control ?? spec.reading.study).$,
      message: `Every improvement recorded of "${spec.reading.study.text}" was reported by those taking part, who knew their group.`,
      help: "Record results that do not rest on those taking part, such as records, tests or observation, if there are any.",
    });
  },
};

/** Those on a waiting list know it; for others somebody must say that they were not kept from knowing. */
function knewTheGroup({ blinded, control }: Study): boolean {
  const said = new Map((blinded?.entries ?? []).map(({ key, value }) => [key, value.value]));
  if (said.get("participants") !== undefined) return said.get("participants") === false;
  if (control?.value === "waiting-list" || control?.value === "no-treatment") return true;
  return said.get("assessors") === false;
}
