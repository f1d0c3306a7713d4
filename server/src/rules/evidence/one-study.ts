import { showsNoEffect } from "../../evidence/index.ts";
import { isRateable } from "../../model/assess/ratings/index.ts";
import { estimateOf, wordIn } from "../../model/effects.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentContext, DocumentRule, Where } from "../types.ts";
import { andList, counted } from "../wording.ts";
import { type CitedReading, citedReadings, comparesNothing } from "./cited.ts";

/** An effect is claimed on the strength of one study. */
export const oneStudy: DocumentRule = {
  code: "evidence/one-study",
  severity: "information",
  scope: "document",
  page: {
    title: "Claim that rests on one study",
    what: "The effect on an outcome is claimed on one study alone, or on one that compares and others that only follow those who took part. It is said once for a spec, with every such claim.",
    why: "First results tend to be larger than later ones. Standards of evidence keep their highest levels for what has been found twice.",
    fix: "Cite other studies of the programme, nulls included. If there are none, say so, and plan an evaluation.",
    standard: "EIF evidence standards, level 4; Nesta Standards of Evidence, level 4",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n    evidence: [smith-2020, jones-2022]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n---\nstudy: jones-2022\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.85 (95% CI 0.70 to 1.02)\n",
    },
  },
  check(context, report) {
    const alone = shown(context).flatMap(({ claim, studies }) => {
      const comparing = studies.filter(({ study }) => !comparesNothing(study));
      // A study that is not here may be another one.
      const known = studies.length === claim.evidence?.items.length;
      return known && comparing.length === 1 ? [{ claim, studies: comparing, others: studies.length - 1 }] : [];
    });
    const [first] = alone;
    if (first === undefined) return;
    report({
      at: (first.claim.evidence ?? first.claim).$,
      message: `${claims(alone)} ${alone.length === 1 ? "rests on one study" : "each rest on one study"}${alone.some(({ others }) => others > 0) ? " that compares: others cited only follow those who took part" : ""}.`,
      help: "Cite other studies of the programme, nulls included; if there are none, plan an evaluation.",
      related: places(alone, "the only study"),
    });
  },
};

/** Every study of a claim was led by those who devised the intervention. */
export const developerLed: DocumentRule = {
  code: "evidence/developer-led",
  severity: "information",
  scope: "document",
  page: {
    title: "Evidence from the developer alone",
    what: "Every study cited for an outcome was led by those who devised the intervention. It is said once for a spec, with every such claim.",
    why: "Those who devised a programme find larger effects than others do: they deliver it at its best, and they have a stake in the answer.",
    fix: "Cite a study by somebody else, or plan an independent evaluation.",
    standard: "EIF evidence standards, level 4+; Nesta Standards of Evidence, level 4",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\ndeveloper_led: true\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\ndeveloper_led: false\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n",
    },
  },
  check(context, report) {
    const own = shown(context).filter(
      ({ studies, claim }) =>
        studies.length === claim.evidence?.items.length &&
        studies.every(({ study }) => study.developer_led?.value === true),
    );
    const [first] = own;
    if (first === undefined) return;
    report({
      at: (first.claim.evidence ?? first.claim).$,
      message: `${claims(own)} ${own.length === 1 ? "rests" : "rest"} on studies led by those who devised the intervention.`,
      help: "Cite a study by somebody else, or plan an independent evaluation.",
      related: places(own, "led by the developer"),
    });
  },
};

interface Shown {
  readonly claim: OutcomeClaim;
  /** Those that say something on the outcome. */
  readonly studies: readonly CitedReading[];
}

/** Claims of an effect, with the studies of effects that speak of it. A claim of none, or without a study, has nothing to rest on. */
function shown(context: DocumentContext): readonly Shown[] {
  const { spec } = context;
  if (spec.kind !== "intervention") return [];
  return (spec.reading?.outcomes?.items ?? []).flatMap((claim): Shown[] => {
    if (claim.effect?.value === undefined || wordIn(claim.effect) !== undefined) return [];
    // A result that holds no effect is not claimed as one.
    const estimate = estimateOf({ field: claim.effect });
    if (estimate?.interval !== undefined && showsNoEffect(estimate.metric, estimate.interval)) return [];
    const studies = citedReadings(context, claim).filter(({ study }) => isRateable(study));
    return studies.length === 0 ? [] : [{ claim, studies }];
  });
}

/** Each study once, however many claims rest on it. */
function places(all: readonly Shown[], label: string): readonly { readonly at: Where; readonly label: string }[] {
  const definitions = new Set(all.flatMap(({ studies }) => studies.map(({ definition }) => definition)));
  return [...definitions].map(({ path, span }) => ({ at: { path, span }, label }));
}

function claims(all: readonly Shown[]): string {
  const names = all.map(({ claim }) => `"${claim.outcome?.text || "an outcome"}"`);
  const few =
    names.length > 3 ? [...names.slice(0, 2), counted(names.length - 2, "other outcome", "other outcomes")] : names;
  return names.length === 1 ? `The effect claimed on ${few[0]}` : `The effects claimed on ${andList(few)}`;
}
