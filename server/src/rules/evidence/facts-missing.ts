import type { StudyFacts } from "../../evidence/ratings/index.ts";
import { isClustered } from "../../model/assess/evidence/index.ts";
import { attritionOf, factsOfStudy } from "../../model/assess/ratings/index.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { DocumentRule } from "../types.ts";
import { unreadable } from "../unreadable.ts";
import { andList } from "../wording.ts";
import { isPlanOnly } from "./plan-only.ts";

/** What standards of evidence ask of a study and is not recorded: one finding, which says what is left open by it. */
export const factsMissing: DocumentRule = {
  code: "evidence/facts-missing",
  severity: "information",
  scope: "document",
  page: {
    title: "Facts that standards of evidence ask for",
    what: "A study leaves out facts without which its rating cannot be decided: who was lost, who was analysed, who measured, who ran it; of a cluster trial also whether its analysis allows for clustering, and the intraclass correlation.",
    why: "A fact that is not recorded is taken as open: ratings that rest on it become a range, and the checks that need it are off.",
    fix: "Look for the facts in the publication and record them; write `unknown` where it does not say.",
    standard: "EIF evidence standards; CONSORT 2025, and its extension to cluster trials of 2010",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-behaviour\n    effect: g 0.30 better (95% CI 0.05 to 0.55)\n",
      valid:
        "study: smith-2020\ndesign: rct\nregistration: ISRCTN77132214\nretained: 90%\nanalysis: intention-to-treat\nindependent_evaluator: true\nresults:\n  - outcome: child-behaviour\n    reported_by: observer\n    validated: true\n    at: end of programme\n    effect: g 0.30 better (95% CI 0.05 to 0.55)\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "study" || spec.reading?.study === undefined || isPlanOnly(spec.reading)) return;
    // What is asked of a study hangs on its design.
    if (unreadable(spec.reading.design)) return;
    const facts = factsOfStudy(spec.reading, spec.id ?? "", context);
    if (!facts.rateable || !facts.results.some(({ found }) => found !== "not measured")) return;
    const open = openFacts(spec.reading, facts);
    if (open.length === 0) return;
    report({
      at: spec.reading.study.$,
      message: `What is recorded of ${spec.reading.study.text === "" ? "this study" : `"${spec.reading.study.text}"`} does not say ${few(open)}: ratings and checks that rest on it are left open.`,
      help: `Look in the publication, and record ${andList(open.map((fact) => `\`${KEYS.get(fact)}:\``))}; write \`unknown\` where it does not say.`,
    });
  },
};

/** The key that answers each. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ["how many were lost", "retained"],
  ["who was analysed", "analysis"],
  ["whether the groups were alike at the start", "baseline_equivalent"],
  ["whether its measures are validated", "validated"],
  ["who reported the outcomes", "reported_by"],
  ["when they were measured", "at"],
  ["who evaluated it", "independent_evaluator"],
  ["whether it was registered", "registration"],
  ["its intraclass correlation", "icc"],
  ["whether its analysis allows for clustering", "allows_for_clustering"],
]);

/** What nobody has said, in the words of a reader. Where `unknown` is written somebody has looked: the rating stays open, and nothing is asked again. */
function openFacts(study: Study, facts: StudyFacts): readonly string[] {
  const results = facts.results.filter(({ found }) => found !== "not measured");
  const tells = (test: (result: StudyFacts["results"][number]) => unknown): boolean =>
    results.some((result) => test(result) !== undefined);
  const items = study.results?.items ?? [];
  const timed = study.last_follow_up !== undefined || items.some(({ at }) => at !== undefined);
  const evaluated = study.independent_evaluator !== undefined || study.developer_led !== undefined;
  return [
    ...(attritionOf(study) === undefined && study.retained === undefined ? ["how many were lost"] : []),
    ...(isClustered(study) && study.allows_for_clustering === undefined
      ? ["whether its analysis allows for clustering"]
      : []),
    ...(facts.compared === false || study.analysis !== undefined ? [] : ["who was analysed"]),
    ...(facts.compared === true && facts.randomised === false && !saysBaseline(study)
      ? ["whether the groups were alike at the start"]
      : []),
    ...(tells(({ validated }) => validated) || items.some((each) => each.validated !== undefined)
      ? []
      : ["whether its measures are validated"]),
    ...(tells(({ independent }) => independent) || items.some((each) => each.reported_by !== undefined)
      ? []
      : ["who reported the outcomes"]),
    ...(timed ? [] : ["when they were measured"]),
    ...(evaluated ? [] : ["who evaluated it"]),
    ...(facts.randomised === true && study.registration === undefined ? ["whether it was registered"] : []),
    // The CONSORT extension to cluster trials asks for it with every result.
    ...(isClustered(study) && study.icc === undefined ? ["its intraclass correlation"] : []),
  ];
}

const saysBaseline = ({ baseline_equivalent, baseline }: Study): boolean =>
  baseline_equivalent !== undefined || baseline !== undefined;

/** The first few, so that the message can be read. */
const few = (open: readonly string[]): string =>
  andList(open.length > 4 ? [...open.slice(0, 3), `${open.length - 3} more facts`] : open);
