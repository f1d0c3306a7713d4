import { estimateOf } from "../../model/effects.ts";
import type { StudyResult } from "../../schema/kinds/study.ts";
import type { Estimate } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

const spec = (claim: string): string =>
  `intervention: a\npopulation:\n  unit: child\noutcomes:\n  - outcome: hospital-admission\n    without: 9%\n    effect: ${claim}\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: hospital-admission\n    effect: -2.0% relative (-5.0% to 1.1%)\n  - outcome: hospital-admission\n    subgroup: boys\n    effect: -8.5% relative (-13.0% to -4.0%)\n`;

/** The effect claimed for everyone is what a study found in a part of its people. */
export const subgroupAsWhole: DocumentRule = {
  code: "evidence/subgroup-as-whole",
  severity: "warning",
  scope: "document",
  page: {
    title: "Effect of a subgroup claimed for everyone",
    what: "The effect claimed is, number for number, what a study cited found in a subgroup, and in nobody else.",
    why: "Among many subgroups one will do well by chance, and it is the one that gets quoted. Counted for everyone served, the effect is paid for by children in whom nobody found it.",
    fix: "Claim what was found in everyone; or, where only that group is served, say so under `transfer:`.",
    standard: "CONSORT 2025, additional analyses; GRADE",
    example: {
      file: "a.intervention.yaml",
      invalid: spec("-8.5% relative (-13.0% to -4.0%)"),
      valid: spec("-2.0% relative (-5.0% to 1.1%)"),
    },
  },
  check(context, report) {
    if (context.spec.kind !== "intervention") return;
    for (const claim of context.spec.reading?.outcomes?.items ?? []) {
      const claimed = claim.effect === undefined ? undefined : estimateOf({ field: claim.effect });
      if (claim.effect === undefined || claimed === undefined || saysWhy(claim)) continue;
      const results = citedReadings(context, claim).flatMap(({ study, definition }) =>
        (study.results?.items ?? [])
          .filter((result) => result.outcome?.value === claim.outcome?.value && isSame(claimed, result))
          .map((result) => ({ result, definition })),
      );
      const [first] = results;
      if (first === undefined || results.some(({ result }) => result.subgroup?.value === undefined)) continue;
      report({
        at: claim.effect.$,
        label: `found in: ${first.result.subgroup?.text ?? ""}`,
        message: `${said(claim.effect.text, 60)} is what was found in a subgroup (${first.result.subgroup?.text}), not in everyone who took part.`,
        help: "Claim what was found in everyone; or, where only that group is served, say so under `transfer:`.",
        related: results.map(({ definition: { path, span } }) => ({ at: { path, span }, label: "the study" })),
      });
    }
  },
};

/** The same number on the same scale; a claim that leaves the interval out is still the same. */
function isSame(claimed: Estimate, { effect }: StudyResult): boolean {
  const found = effect === undefined ? undefined : estimateOf({ field: effect });
  if (found === undefined || found.metric !== claimed.metric || found.value !== claimed.value) return false;
  const [own, other] = [claimed.interval, found.interval];
  return own === undefined || other === undefined || (own.low === other.low && own.high === other.high);
}
