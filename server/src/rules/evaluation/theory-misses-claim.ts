import { theoryOf } from "../../model/assess/plan/index.ts";
import type { DocumentRule } from "../types.ts";
import { step, theory } from "./theory-example.ts";

const base = theory(
  step("groups", "activity") + step("calm", "outcome"),
  "    - from: groups\n      to: calm\n      assumption: Parents come\n",
);

/** An outcome is claimed that the theory of change does not lead to. */
export const theoryMissesClaim: DocumentRule = {
  code: "evaluation/theory-misses-claim",
  severity: "information",
  scope: "document",
  page: {
    title: "Claimed outcome outside the theory of change",
    what: "An intervention claims an outcome that is none of the steps of its theory of change.",
    why: "If nobody can say how the programme should change an outcome, a change in it is likely to have another cause.",
    fix: "Give the step that is this outcome an `outcome:`, or add the step and what leads to it.",
    standard: "Magenta Book 2020, chapter 2",
    example: {
      file: "a.intervention.yaml",
      invalid: `${base}outcomes:\n  - outcome: child-behaviour\n    evidence: [day-2012]\n`,
      valid: `${base.replace("step: calm\n", "step: calm\n      outcome: child-behaviour\n")}outcomes:\n  - outcome: child-behaviour\n    evidence: [day-2012]\n`,
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const theory = theoryOf(spec.reading);
    if (theory === undefined) return;
    const led = new Set(theory.steps.flatMap(({ name, outcome }) => [name, outcome]));
    for (const { outcome } of spec.reading.outcomes?.items ?? []) {
      if (outcome?.value === undefined || led.has(outcome.value)) continue;
      report({
        at: outcome.$,
        message: `The theory of change has no step for the outcome "${outcome.text}" that is claimed.`,
        help: `Give the step that it is \`outcome: ${outcome.text}\`, or add the step and what leads to it.`,
      });
    }
  },
};
