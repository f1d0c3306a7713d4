import { attritionBoundary } from "../../data/index.ts";
import { type Attrition, attritionLevelOf, attritionOf, clusterAttritionOf } from "../../model/assess/ratings/index.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Place } from "../../syntax/types.ts";
import type { DocumentRule, Reporter } from "../types.ts";
import { andList } from "../wording.ts";
import { percent } from "./attrition-text.ts";

/** One arm lost many more than another, for what was lost in all. */
export const differentialAttrition: DocumentRule = {
  code: "evidence/differential-attrition",
  severity: "warning",
  scope: "document",
  page: {
    title: "One arm lost many more than another",
    what: "The share lost, of people or of clusters, differs between the arms by more than the What Works Clearinghouse allows for what was lost in all: from 10.9 points where few were lost, down to 2.3. Beyond its cautious boundary, 6.3 points and less, it is only pointed out, and not where `missing_data:` says how it was dealt with.",
    why: "Groups that were alike at the start are no longer alike when one has lost many more. The difference found may be between those who stayed.",
    fix: "Check the numbers. If they are right, say under `missing_data:` how this was dealt with.",
    standard:
      "What Works Clearinghouse, Standards Handbook 4.0, Table II.1 (as quoted); CONSORT 2025, flow of participants",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    randomised: 100\n    analysed: 70\n  - arm: control\n    randomised: 100\n    analysed: 95\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    randomised: 100\n    analysed: 90\n  - arm: control\n    randomised: 100\n    analysed: 95\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading === undefined) return;
    const [first] = spec.reading.arms?.items ?? [];
    if (first === undefined) return;
    judge(attritionOf(spec.reading), "", (first.analysed ?? first).$, spec.reading, report);
    judge(clusterAttritionOf(spec.reading), " clusters", (first.clusters_analysed ?? first).$, spec.reading, report);
  },
};

function judge(
  attrition: Attrition | undefined,
  of: string,
  at: Place,
  { missing_data: dealtWith }: Study,
  report: Reporter,
): void {
  const level = attritionLevelOf(attrition);
  if (attrition?.arms === undefined || level === undefined || level === "low") return;
  if (level === "open" && dealtWith !== undefined) return;
  const row = attritionBoundary.rows[Math.min(attritionBoundary.rows.length - 1, Math.round(100 * attrition.overall))];
  const allowed = level === "high" ? row?.optimistic : row?.cautious;
  report({
    at,
    severity: level === "high" ? "warning" : "information",
    message: `The arms did not lose${of} alike: ${andList(attrition.arms.map(({ arm, lost }) => `${arm} lost ${percent(lost)}`))}. With ${percent(attrition.overall)} lost in all, the What Works Clearinghouse allows ${allowed} points between them${level === "open" ? " where leaving may have to do with the intervention" : ""}.`,
    help: "Check the numbers. If they are right, say under `missing_data:` how this was dealt with.",
  });
}
