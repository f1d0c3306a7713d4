import type { DocumentRule } from "../types.ts";
import { unreadable } from "../unreadable.ts";
import { type Asked, reportBreaches } from "./gates.ts";

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
  check: (context, report) => reportBreaches(lacksEvaluation)(context, report),
};

export const lacksEvaluation: Asked = (_, { gate, intervention }) => {
  const { evaluation } = intervention;
  const design = evaluation?.design;
  if (!gate.needs.includes("evaluation") || unreadable(design)) return [];
  if (design?.value !== undefined && design.value !== "unknown") return [];
  return [
    {
      lacks: evaluation === undefined ? "no evaluation plan" : "an evaluation plan without a design",
      help: "Describe under `evaluation:` how it will be judged: its design, primary outcome and comparator.",
      ...(design === undefined ? {} : { at: design.$ }),
    },
  ];
};
