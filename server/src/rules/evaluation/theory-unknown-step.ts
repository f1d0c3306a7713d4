import { theoryOf } from "../../model/assess/plan/index.ts";
import type { DocumentRule } from "../types.ts";
import { orList, said } from "../wording.ts";
import { link, step, theory } from "./theory-example.ts";

/** A link names a step that there is not. */
export const theoryUnknownStep: DocumentRule = {
  code: "evaluation/theory-unknown-step",
  severity: "error",
  scope: "document",
  page: {
    title: "Link to a step that there is not",
    what: "A link of a theory of change names a step that is not among its `steps:`.",
    why: "The chain cannot be followed, so whether it breaks off is not checked.",
    fix: "Use the name of a step as written under `steps:`, or add the step.",
    example: {
      file: "a.intervention.yaml",
      invalid: theory(step("groups", "activity") + step("calm", "outcome"), link("group", "calm")),
      valid: theory(step("groups", "activity") + step("calm", "outcome"), link("groups", "calm")),
    },
  },
  check({ spec }, report) {
    const theory = spec.kind === "intervention" && spec.reading !== undefined ? theoryOf(spec.reading) : undefined;
    for (const { name, at } of theory?.unknown ?? []) {
      const known = (theory?.steps ?? []).map((each) => `"${each.name}"`);
      report({
        at,
        message: `There is no step ${said(name)} in this theory of change.`,
        help:
          known.length === 0
            ? "List its steps under `steps:`."
            : `Its steps are ${orList(known.slice(0, 8))}; use one of them, or add the step.`,
      });
    }
  },
};
