import { exactCount } from "../../model/assess/evidence/index.ts";
import type { Study } from "../../schema/kinds/study.ts";
import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";

/** The share retained is not what the numbers in the arms come to. */
export const retainedContradictsNumbers: DocumentRule = {
  code: "evidence/retained-contradicts-numbers",
  severity: "warning",
  scope: "document",
  page: {
    title: "Share retained that does not follow from the numbers",
    what: "A study prints the share still measured at the end, and the numbers in its arms come to another share even allowing for rounding.",
    why: "Attrition decides whether a study can be believed. If the two differ, one of them is of other people or another time.",
    fix: "Compare with the publication, and say which time or which people the share is of in `notes:`.",
    standard: "CONSORT 2025, flow of participants",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nretained: 95%\narms:\n  - arm: intervention\n    randomised: 60\n    analysed: 48\n  - arm: control\n    randomised: 60\n    analysed: 50\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n",
      valid:
        "study: smith-2020\ndesign: rct\nretained: 82%\narms:\n  - arm: intervention\n    randomised: 60\n    analysed: 48\n  - arm: control\n    randomised: 60\n    analysed: 50\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.retained?.value === undefined) return;
    const { retained } = spec.reading;
    const share = analysedShare(spec.reading);
    if (share === undefined || retained.value === undefined) return;
    const { value, written, about, range, bound } = retained.value;
    if (about || range !== undefined || bound !== undefined) return;
    if (Math.abs(share - value) <= 0.5 * 10 ** written.finest + 1e-9) return;
    report({
      at: retained.$,
      label: `the arms give ${formatPercent(share)}`,
      message: `${retained.text} are said to be retained, but the numbers in the arms come to ${formatPercent(share)}.`,
      help: "Compare with the publication; say which time or which people the share is of in `notes:`.",
    });
  },
};

/** Analysed of randomised (else of started) over all arms, where every arm gives both. */
function analysedShare({ arms }: Study): number | undefined {
  const items = arms?.items ?? [];
  let analysed = 0;
  let there = 0;
  for (const arm of items) {
    const [some, all] = [exactCount(arm.analysed), exactCount(arm.randomised ?? arm.started)];
    if (some === undefined || all === undefined || arm.analysed?.value?.about) return undefined;
    analysed += some;
    there += all;
  }
  return there === 0 || analysed > there ? undefined : analysed / there;
}
