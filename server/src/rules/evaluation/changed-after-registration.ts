import { type Change, changesSince, fixedStage } from "../../model/assess/plan/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** A registered evaluation was changed, and no deviation says why. Seen only beside an earlier version of the file. */
export const changedAfterRegistration: DocumentRule = {
  code: "evaluation/changed-after-registration",
  severity: "warning",
  scope: "document",
  compares: true,
  page: {
    title: "Change after registration without a recorded deviation",
    what: "Beside an earlier version of the file (`wellspent check --against <revision>`), a part of the evaluation that was fixed when it was registered is now different, or its stage went back, and no entry of `deviations:` says so. An intervention whose id was changed since is pointed out.",
    why: "A primary outcome or an analysis that is changed after registration, and perhaps after the results were seen, can make chance look like an effect. Changes are often right; unrecorded ones cannot be told from those that are not.",
    fix: "Put back what was registered, or add an entry to `deviations:` with the key, the reason, the date and who agreed.",
    standard: "SPIRIT 2025, item 31; CONSORT 2025, item 10",
    example: {
      files: {
        ".before/a.intervention.yaml":
          "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: cluster-rct\n  stage: registered\n  primary_outcome: child-enters-care\n",
      },
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: cluster-rct\n  stage: registered\n  primary_outcome: child-behaviour\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: cluster-rct\n  stage: registered\n  primary_outcome: child-behaviour\n  deviations:\n    - field: primary_outcome\n      reason: Court records were not released\n      date: 2027-02-14\n",
    },
  },
  check({ spec, before, index }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const earlier = before?.();
    if (earlier?.kind !== "intervention" || earlier.id === undefined) return;
    // What only stands elsewhere now was not renamed.
    const mayStandElsewhere = (id: string): boolean =>
      !index.complete || index.defined("intervention", id).length > 0 || index.mayBeDefined("intervention", id);
    if (earlier.id !== spec.id && mayStandElsewhere(earlier.id)) return;
    const { evaluation, intervention, $keys } = spec.reading;
    const stage = fixedStage(earlier);
    if (earlier.id !== spec.id && stage !== undefined && intervention !== undefined)
      report({
        at: intervention.$,
        severity: "information",
        message: `The evaluation of "${intervention.text}" was ${stage} when its intervention had the id "${earlier.id}".`,
        help: "If it is the same, say so in `notes:` and see that its register names both; if it is another, write the one that was registered back.",
      });
    for (const change of changesSince(earlier, spec)) {
      if (evaluation === undefined && intervention !== undefined) {
        report({
          at: intervention.$,
          message: `The evaluation of "${intervention.text}" was ${change.before}, and is no longer here.`,
          help: "Put it back; if it was given up, say so in `deviations:` and in its register.",
        });
        continue;
      }
      const at = change.at ?? $keys.get("evaluation") ?? evaluation?.$ ?? intervention?.$;
      if (at === undefined) continue;
      report({
        at,
        label: change.before === undefined ? "was not there" : `was ${said(change.before, 40)}`,
        message: `"${change.key}" of a registered evaluation ${what(change)}, and no deviation is recorded.`,
        help: `Put back what was registered, or add an entry with \`field: ${change.key}\`, the reason and the date to \`deviations:\`.`,
      });
    }
  },
};

function what({ before, now }: Change): string {
  if (before === undefined) return "was added";
  return now === undefined ? `was taken away (it was ${said(before, 60)})` : `was changed from ${said(before, 60)}`;
}
