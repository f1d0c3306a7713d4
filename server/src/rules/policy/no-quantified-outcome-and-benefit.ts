import type { DocumentRule } from "../types.ts";
import { type Asked, reportBreaches } from "./gates.ts";
import { lackOfBenefit, lackOfOutcome } from "./quantified.ts";

const settings = (needs: string): string =>
  `root: true\ngates:\n  - gate: No money without a number\n    status: [running]\n    needs: [${needs}]\n`;

/** "Specific outcomes and a quantitative benefit, or we can no longer invest." */
export const noQuantifiedOutcomeAndBenefit: DocumentRule = {
  code: "policy/no-quantified-outcome-and-benefit",
  severity: "error",
  scope: "document",
  page: {
    title: "No quantified outcome and benefit",
    what: "A gate in `wellspent.yaml` asks for a quantified outcome, a quantified benefit, or both, and the spec shows none.",
    why: "The council has decided not to go on paying for what cannot say by how much it changes an outcome, and what that is worth.",
    fix: "Give an outcome its effect with what would happen otherwise (`without:` and `effect:`), and a value: in the outcome's `values:`, or as a line under `benefits:`.",
    standard: "Green Book 2022, chapter 6",
    example: {
      files: { "wellspent.yaml": settings("outcome-and-benefit") },
      file: "a.intervention.yaml",
      invalid: "intervention: a\nstatus: running\npopulation:\n  unit: family\n",
      valid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\nbenefits:\n  - benefit: Fewer children in care\n    amount: £17,220/family\n",
    },
  },
  check: (context, report) => reportBreaches(lacksNumbers)(context, report),
};

export const lacksNumbers: Asked = (context, { gate, intervention }) => {
  const both = gate.needs.includes("outcome-and-benefit");
  const outcome = both || gate.needs.includes("outcome") ? lackOfOutcome(context, intervention) : undefined;
  const benefit = both || gate.needs.includes("benefit") ? lackOfBenefit(context, intervention) : undefined;
  if (outcome === undefined && benefit === undefined) return [];
  return [
    {
      lacks: [outcome, benefit].filter((each) => each !== undefined).join(" and "),
      help:
        outcome === undefined
          ? "Value an outcome, or add a line under `benefits:`."
          : "Give an outcome its effect, with what would happen otherwise.",
    },
  ];
};
