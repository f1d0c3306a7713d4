import { type DesignAssessment, designOf, type ExpectedEffect } from "../../model/assess/design/index.ts";
import { expectedText, neededText, powerText } from "../../model/assess/design/words.ts";
import { evidenceSources } from "../../model/assess/evidence/sources.ts";
import { formatPercent } from "../../values/format.ts";
import { plural } from "../../values/nouns.ts";
import type { DocumentRule, Fix } from "../types.ts";
import { planned } from "./plan-example.ts";

const sums = "  randomise: team\n  per_cluster: 30 families\n  icc: 0.05\n  expected_effect: RR 0.72\n";

/** A plan would probably miss the effect that it expects. */
export const underpowered: DocumentRule = {
  code: "evaluation/underpowered",
  severity: "warning",
  scope: "document",
  page: {
    title: "Evaluation too small for the effect it expects",
    what: "The smallest effect that a planned trial finds with the power asked for is larger than the effect it expects.",
    why: "It will probably end with nothing shown, whether the programme works or not: money, and the time of children and families, for no answer.",
    fix: "Take in more clusters or people, explain more of the variance with covariates, or find an outcome that the programme moves further. More people in the same clusters help little.",
    standard: "SPIRIT 2025, item 19; Dong and Maynard 2013",
    example: {
      file: "a.intervention.yaml",
      invalid: planned(`  clusters: 20 teams\n${sums}`),
      valid: planned(`  clusters: 60 teams\n${sums}`),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention" || spec.reading?.evaluation?.expected_effect === undefined) return;
    const design = designOf(spec.reading, evidenceSources(context));
    if (design?.plan.design === undefined || (design.stage !== "planned" && design.stage !== "registered")) return;
    if (design.detectable === undefined) {
      const [each] = design.expected;
      const { noun, size } = design.plan;
      report({
        at: size?.at ?? design.at,
        message: `With so few ${plural(noun)} no effect can be tested: what sets the arms apart cannot be told from what sets one ${noun} apart from another.`,
        help: each === undefined ? `Plan more ${plural(noun)}.` : helpFor(each, design),
        label: "too few for any test",
        fixes: each === undefined ? [] : fixesFor(each, design),
      });
      return;
    }
    for (const each of design.expected) {
      if (each.enough !== false || each.size.kind === "needs") continue;
      const wanted = formatPercent(design.plan.test.power, { places: 0 });
      const found = each.power === undefined ? "" : `, which it would find with a chance of ${powerText(each.power)}`;
      report({
        at: each.at,
        message: `With power ${wanted} this plan finds no effect smaller than g ${design.detectable.effect.toFixed(2)}, and it expects ${expectedText(each, design.detectable.effect)}${found}.`,
        help: helpFor(each, design),
        label: "too small to be found",
        fixes: fixesFor(each, design),
      });
    }
  },
};

function helpFor({ recruit }: ExpectedEffect, { plan }: DesignAssessment): string {
  return recruit === undefined
    ? `No number of ${plural(plan.noun)} is enough: the effect varies among too few blocks. Take in more of these.`
    : `Plan ${neededText(plan, recruit)}, explain more of the variance with covariates, or choose an outcome that the programme moves further.`;
}

/** Another number of clusters or people, in the words of the plan. Nothing is edited through an alias. */
function fixesFor({ recruit }: ExpectedEffect, { plan }: DesignAssessment): readonly Fix[] {
  if (recruit === undefined || plan.size === undefined || plan.size.aliased) return [];
  const text = plan.size.perArm ? `${neededText(plan, recruit / 2)}/arm` : neededText(plan, recruit);
  return [{ title: `Plan ${text}`, edits: [{ at: plan.size.at, text: text.replaceAll(",", "") }], certain: false }];
}
