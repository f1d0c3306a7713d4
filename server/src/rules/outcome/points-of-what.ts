import type { Outcome } from "../../schema/kinds/outcome.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withClaim } from "./example.ts";

/** An effect in plain points of an outcome that does not say whether it is a score or something that is counted. */
export const pointsOfWhat: DocumentRule = {
  code: "outcome/points-of-what",
  severity: "warning",
  scope: "document",
  page: {
    title: "Points of a score, or percentage points",
    what: "An effect is written in points, and its outcome says neither what sort it is nor what it counts.",
    why: "Points of a score are the score's own, other points are percentage points: 27 points is 27 on a scale, or 27 children in a hundred. The wrong one gives children helped whom nobody has counted.",
    fix: "Say `kind: score` under the outcome, or `kind: event` or `state`; or write `percentage points`.",
    example: {
      file: "a.intervention.yaml",
      files: { "an.outcome.yaml": "outcome: an-outcome\ntitle: Child behaviour, Eyberg Intensity\nbetter: lower\n" },
      invalid: withClaim("    effect: -27.3 points (95% CI -38.7 to -15.9)\n"),
      valid: withClaim("    effect: -27.3 percentage points (95% CI -38.7 to -15.9)\n"),
    },
  },
  check({ spec, index, read }, report) {
    if (spec.kind !== "intervention") return;
    for (const { effect, outcome, without } of spec.reading?.outcomes?.items ?? []) {
      if (effect?.value?.kind !== "estimate" || effect.value.plainPoints !== true || outcome?.value === undefined)
        continue;
      // A chance without the intervention says that it is counted.
      if (without?.value !== undefined) continue;
      const definition = index.definitions("outcome", outcome.value)[0];
      if (definition === undefined || saysWhatSort(read("outcome", definition))) continue;
      report({
        at: effect.$,
        label: "read as percentage points",
        message: `${said(effect.text, 60)} is read as percentage points, for the outcome ${said(outcome.text)} does not say what sort it is.`,
        help: "Write `kind: score` under the outcome if these are points of a scale; else `kind: event` or `state`, or `percentage points` here.",
        related: [{ at: { path: definition.path, span: definition.span }, label: "the outcome" }],
      });
    }
  },
};

const saysWhatSort = (outcome: Outcome | undefined): boolean =>
  outcome === undefined || outcome.kind !== undefined || outcome.counts !== undefined;
