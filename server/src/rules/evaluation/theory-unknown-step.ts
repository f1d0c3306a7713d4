import { theoryIn } from "../../model/assess/plan/index.ts";
import type { Place } from "../../syntax/types.ts";
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
    const theory = theoryIn(spec);
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

/** Two steps of one theory of change share a name. */
export const theoryDuplicateStep: DocumentRule = {
  code: "evaluation/theory-duplicate-step",
  severity: "error",
  scope: "document",
  page: {
    title: "Two steps of one name",
    what: "Two steps of a theory of change have the same name, so a link to it may mean either.",
    why: "The chain cannot be followed with certainty.",
    fix: "Give each step a name of its own, and use that in the links.",
    example: {
      file: "a.intervention.yaml",
      invalid: theory(
        step("groups", "activity") + step("calm", "outcome") + step("calm", "impact"),
        link("groups", "calm"),
      ),
      valid: theory(
        step("groups", "activity") + step("calm", "outcome") + step("calmer-still", "impact"),
        link("groups", "calm") + link("calm", "calmer-still"),
      ),
    },
  },
  check({ spec }, report) {
    const theory = theoryIn(spec);
    const first = new Map<string, Place>();
    for (const { name, at } of theory?.steps ?? []) {
      const before = first.get(name);
      if (before === undefined) first.set(name, at);
      else
        report({
          at,
          message: `There are two steps ${said(name)} in this theory of change.`,
          help: "Give each step a name of its own, and use that in the links.",
          related: [{ at: before, label: "the first" }],
        });
    }
  },
};
