import { wordIn } from "../../model/effects.ts";
import type { DocumentRule } from "../types.ts";
import { citedReadings, comparesNothing } from "./cited.ts";

const spec = (design: string): string =>
  `intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: -49% relative\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: ${design}\nresults:\n  - outcome: child-enters-care\n    direction: better\n`;

/** An effect is claimed, and none of the studies cited for it compares with anybody. */
export const noComparison: DocumentRule = {
  code: "evidence/no-comparison",
  severity: "warning",
  scope: "document",
  page: {
    title: "Effect claimed without a comparison",
    what: "A claim gives an effect, and every study cited for it only follows those who took part, or asks them: nobody knows what would have happened otherwise.",
    why: "Families come when things are at their worst, and much gets better anyway. Counted as an effect, that is paid for with money that changed nothing.",
    fix: "Write the change under `observed:`, which is shown and never costed; or cite a study with a comparison group or a long series from before.",
    standard: "EIF evidence standards, level 3; Magenta Book 2020, chapter 3",
    example: { file: "a.intervention.yaml", invalid: spec("before-after"), valid: spec("matched") },
  },
  check(context, report) {
    if (context.spec.kind !== "intervention") return;
    for (const claim of context.spec.reading?.outcomes?.items ?? []) {
      if (claim.effect?.value === undefined || wordIn(claim.effect) !== undefined) continue;
      const cited = citedReadings(context, claim);
      // A study that is not here, or says nothing on the outcome, may be the one that compares.
      if (cited.length === 0 || cited.length !== claim.evidence?.items.length) continue;
      if (!cited.every(({ study }) => comparesNothing(study))) continue;
      report({
        at: claim.effect.$,
        message: `An effect is claimed on "${claim.outcome?.text || "an outcome"}", but ${cited.length === 1 ? "the study cited compares" : "the studies cited compare"} with nobody: what would have happened otherwise is not known.`,
        help: "Write the change under `observed:`, which is shown and never costed, or cite a study with a comparison.",
        label: "claimed as an effect",
        related: cited.map(({ definition: { path, span } }) => ({ at: { path, span }, label: "no comparison" })),
      });
    }
  },
};
