import { designOf, type ShownEffect } from "../../model/assess/design/index.ts";
import { expectedText } from "../../model/assess/design/words.ts";
import { evidenceSources } from "../../model/assess/evidence/sources.ts";
import type { DocumentRule } from "../types.ts";
import { planned } from "./plan-example.ts";

const sums = (effect: string): string =>
  `  clusters: 60 teams\n  per_cluster: 30 families\n  icc: 0.05\n  expected_effect: ${effect}\n`;

/** A plan counts on an effect that no study cited has shown. */
export const expectedAboveEvidence: DocumentRule = {
  code: "evaluation/expected-above-evidence",
  severity: "warning",
  scope: "document",
  page: {
    title: "Expected effect larger than the evidence",
    what: "A trial is planned for an effect larger than that of every study cited for the outcome.",
    why: "The larger the effect a plan expects, the fewer it asks for. If the effect is only as large as before, the trial is too small to show it, and a programme that works is stopped.",
    fix: "Plan for the effect that the studies show, or a smaller one that would still be worth its cost, or cite the study that found more.",
    standard: "SPIRIT 2025, item 19; DELTA2 guidance 2018",
    example: {
      file: "a.intervention.yaml",
      invalid: planned(sums("RR 0.60")),
      valid: planned(sums("RR 0.72")),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention" || spec.reading?.evaluation?.expected_effect === undefined) return;
    const design = designOf(spec.reading, evidenceSources(context));
    if (design === undefined || (design.stage !== "planned" && design.stage !== "registered")) return;
    const shown = design.shown();
    if (shown === undefined || shown.length === 0) return;
    for (const each of design.expected) {
      if (each.size.kind === "needs") continue;
      const { sd, directed } = each.size;
      // Without a direction in common only the sizes can be set side by side.
      const sizeOf = (one: ShownEffect): number =>
        directed && one.directed ? Math.sign(sd) * one.sd : Math.abs(one.sd);
      const largest = [...shown].sort((a, b) => sizeOf(b) - sizeOf(a))[0] as ShownEffect;
      // Effects are written to two places: what rounds to the same is not larger.
      if (Math.abs(sd) - sizeOf(largest) < 0.005 + 1e-9) continue;
      // What is printed as g needs no other scale beside it.
      const by = sizeOf(largest) <= 0 ? "points the other way" : `g ${Math.abs(largest.sd).toFixed(2)}`;
      const beside = largest.text.startsWith("g ") && sizeOf(largest) > 0 ? "" : ` (${by})`;
      report({
        at: each.at,
        message: `The plan expects ${expectedText(each, largest.sd)}, which is larger than ${shown.length === 1 ? "the study cited shows" : "any study cited shows"}: ${largest.text}${beside}.`,
        help: "Plan for the effect that the studies show, or a smaller one that would still be worth its cost, or cite the study that found more.",
        label: "larger than shown",
        related: [{ at: largest.at, label: "the study" }],
      });
    }
  },
};
