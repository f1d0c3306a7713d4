import type { DocumentRule } from "../types.ts";
import { breach, standingGates } from "./gates.ts";

/** A gate asks for a plan to evaluate. */
export const noEvaluation: DocumentRule = {
  code: "policy/no-evaluation",
  severity: "error",
  scope: "document",
  page: {
    title: "No evaluation where a gate asks for one",
    what: "A gate in `wellspent.yaml` asks for an evaluation plan, and the spec has none.",
    why: "A pilot that is not evaluated teaches nothing, and is hard to stop.",
    fix: "Describe under `evaluation:` how it will be judged: design, primary outcome, comparator.",
    standard: "Magenta Book 2020",
    example: {
      files: {
        "wellspent.yaml":
          "root: true\ngates:\n  - gate: Pilots are evaluated\n    status: [piloting]\n    needs: [evaluation]\n",
      },
      file: "a.intervention.yaml",
      invalid: "intervention: a\nstatus: piloting\npopulation:\n  unit: family\n",
      valid: "intervention: a\nstatus: piloting\npopulation:\n  unit: family\nevaluation:\n  design: matched\n",
    },
  },
  check(context, report) {
    for (const standing of standingGates(context)) {
      const design = standing.intervention.evaluation?.design?.value;
      if (standing.gate.needs.includes("evaluation") && (design === undefined || design === "unknown"))
        breach(standing, report, "no evaluation plan", "Describe under `evaluation:` how it will be judged.");
    }
  },
};
