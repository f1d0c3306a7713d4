import { fixedStage, wasBefore } from "../../model/assess/plan/index.ts";
import { beginning } from "../trouble.ts";
import type { ProjectRule } from "../types.ts";

const evaluated =
  "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: rct\n  stage: registered\n  primary_outcome: child-enters-care\n";

/** A registered evaluation was deleted with its whole spec. Seen only beside an earlier version of the project. */
export const registeredGone: ProjectRule = {
  code: "evaluation/registered-gone",
  severity: "warning",
  scope: "project",
  compares: true,
  page: {
    title: "Registered evaluation that is gone",
    what: "Beside an earlier version of the project (`wellspent check --against <revision>`), an intervention whose evaluation was registered or running is nowhere in the project. One that was reported is only pointed out.",
    why: "Evaluations that find nothing are the ones that get lost. What was promised, and that it was given up, must stay on record: otherwise only what worked is ever seen.",
    fix: "Put the spec back with `status: stopped`, and say under `deviations:` why the evaluation was given up; or say in its register where it went.",
    standard: "CONSORT 2025, item 10; SPIRIT 2025, item 31",
    example: {
      files: { ".before/a.intervention.yaml": evaluated },
      file: "a.intervention.yaml",
      invalid: "# moved to the archive\n",
      valid: evaluated,
    },
  },
  check({ earlier, specs, index, parsed }, report) {
    if (earlier === undefined || !index.complete) return;
    const before = earlier();
    const same = new Set(specs.map((spec) => wasBefore(spec, before, specs)));
    for (const spec of before) {
      const stage = fixedStage(spec);
      if (stage === undefined || spec.id === undefined || same.has(spec)) continue;
      if (index.defined("intervention", spec.id).length > 0 || index.mayBeDefined("intervention", spec.id)) continue;
      report({
        at: specs[0]?.reading?.$ ?? beginning(parsed),
        severity: stage === "reported" ? "information" : "warning",
        message: `The intervention "${spec.id}" is no longer here, and its evaluation was ${stage}.`,
        help: "Put it back with `status: stopped` and say under `deviations:` why it was given up; or see that its register says where it went.",
      });
    }
  },
};
