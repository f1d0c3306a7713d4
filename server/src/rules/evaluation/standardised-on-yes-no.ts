import { riskWith } from "../../evidence/index.ts";
import { designOf } from "../../model/assess/design/index.ts";
import { evidenceSources } from "../../model/assess/evidence/index.ts";
import { formatPercent } from "../../values/format.ts";
import { isDimensionless } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { planned } from "./plan-example.ts";

const sums = (effect: string): string =>
  `  clusters: 80 teams\n  per_cluster: 30 families\n  icc: 0.05\n  expected_effect: ${effect}\n`;

/** An outcome that is yes or no is expected to change by standard deviations. */
export const standardisedOnYesNo: DocumentRule = {
  code: "evaluation/standardised-on-yes-no",
  severity: "information",
  scope: "document",
  page: {
    title: "Standard deviations expected of a yes/no outcome",
    what: "A plan expects an effect in standard deviations (`d`, `g`) on an outcome that happens or does not.",
    why: "Nobody can see how many fewer children that would be, so nobody can say whether it is worth the trial; and the numbers needed hang on how common the outcome is.",
    fix: "Write the chances expected: `35% v 27%` with and without it, points, or a ratio such as `RR 0.78`.",
    standard: "SPIRIT 2025, item 19; DELTA2 guidance 2018",
    example: {
      file: "a.intervention.yaml",
      invalid: planned(sums("g 0.20")),
      valid: planned(sums("RR 0.78")),
    },
  },
  check(context, report) {
    const { spec } = context;
    const evaluation = spec.kind === "intervention" ? spec.reading?.evaluation : undefined;
    if (spec.kind !== "intervention" || spec.reading === undefined || evaluation?.expected_effect === undefined) return;
    if (evaluation.stage?.value === "reported" || evaluation.stage?.value === "running") return;
    const design = designOf(spec.reading, evidenceSources(context));
    if (design?.outcome === undefined) return;
    const [definition] = context.index.definitions("outcome", design.outcome);
    const outcome = definition === undefined ? undefined : context.read("outcome", definition);
    const kind = outcome?.kind?.value;
    const without = design.claim?.without?.value;
    const chance = without !== undefined && isDimensionless(without.unit) ? without.value : undefined;
    const yesNo = kind === "event" || kind === "state" || (kind === undefined && chance !== undefined);
    if (!yesNo) return;
    for (const { at, text, size } of design.expected) {
      // What is written in standard deviations came by no other way.
      if (size.kind === "needs" || size.from !== "") continue;
      const lower = outcome?.better?.value === "lower";
      const withIt =
        chance === undefined ? undefined : riskWith.d(chance, lower ? -Math.abs(size.sd) : Math.abs(size.sd));
      report({
        at,
        message: `${said(text, 40)} is in standard deviations, and "${outcome?.title?.value ?? design.outcome}" happens or does not: how many fewer or more is not said.`,
        help:
          withIt === undefined || chance === undefined
            ? "Write the chances expected with and without it, points, or a ratio such as RR 0.78."
            : `From ${formatPercent(chance)} without it, that would be about ${formatPercent(withIt, { places: 0 })} with it: write the chances, points, or a ratio.`,
      });
    }
  },
};
