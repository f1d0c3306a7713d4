import { wordIn } from "../../model/effects.ts";
import { gateAsks } from "../policy/gates.ts";
import type { DocumentRule } from "../types.ts";
import { wronglyMade } from "../unreadable.ts";

/** An outcome is claimed and no study is named for it. */
export const claimWithoutEvidence: DocumentRule = {
  code: "evidence/claim-without-evidence",
  severity: "warning",
  scope: "document",
  page: {
    title: "Claim without evidence",
    what: "An intervention claims an outcome, but names no study that shows it.",
    why: "Money is spent on the strength of the claim. Without a study nobody can tell whether it is known, hoped or guessed.",
    fix: "Name the studies under `evidence:` of the outcome. If there are none, leave the claim out and say in `evaluation:` how it will be tested.",
    standard: "EIF evidence standards",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    evidence: [fonagy-2018]\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      if (claim.outcome?.value === undefined || (claim.evidence?.items.length ?? 0) > 0) continue;
      if (wronglyMade(claim, "evidence")) continue;
      // What was never measured is not claimed; what a gate refuses is said by the gate.
      if (wordIn(claim.effect) === "not measured" || gateAsks(context, "evidence")) continue;
      report({
        at: claim.outcome.$,
        message: `No study is named for the claim on ${quoted(claim.outcome.text)}.`,
        help: "Name the studies that show it under `evidence:`, or leave the claim out until there is one.",
      });
    }
  },
};

const quoted = (id: string): string => (id === "" ? "this outcome" : `"${id}"`);
