import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";

/** The arms of a study do not add up to the sample it prints. */
export const armsDoNotAddUp: DocumentRule = {
  code: "evidence/arms-do-not-add-up",
  severity: "warning",
  scope: "document",
  page: {
    title: "Arms that do not add up to the sample",
    what: "A study gives a number for every arm and a number for the whole sample, and the arms do not add up to it.",
    why: "Either a number is misprinted or some participants are not accounted for. Attrition and power are worked out from these numbers.",
    fix: "Compare with the publication. If it is printed so, keep it as printed and say so in `notes:`.",
    standard: "CONSORT 2025, flow of participants",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: thomas-2019\ndesign: cluster-rct\nsample: 3,697 pupils\narms:\n  - arm: intervention\n    analysed: 1,710\n  - arm: control\n    analysed: 1,969\nresults:\n  - outcome: reading\n    effect: g 0.03 (95% CI -0.09 to 0.14)\n",
      valid:
        "study: thomas-2019\ndesign: cluster-rct\nsample: 3,679 pupils\narms:\n  - arm: intervention\n    analysed: 1,710\n  - arm: control\n    analysed: 1,969\nresults:\n  - outcome: reading\n    effect: g 0.03 (95% CI -0.09 to 0.14)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.sample?.value === undefined) return;
    const arms = spec.reading.arms?.items ?? [];
    if (arms.length < 2) return;
    const sample = spec.reading.sample;
    const whole = sample.value?.value ?? 0;
    const sums = (["randomised", "started", "analysed"] as const).flatMap((stage) => {
      const numbers = arms.map((arm) => arm[stage]?.value?.value);
      return numbers.some((each) => each === undefined)
        ? []
        : [{ stage, sum: numbers.reduce<number>((a, b) => a + (b ?? 0), 0) }];
    });
    // Any stage that agrees shows which number the sample is.
    if (sums.length === 0 || sums.some(({ sum }) => sum === whole)) return;
    const said = sums.map(({ stage, sum }) => `${formatNumber(sum)} ${stage}`).join(", ");
    report({
      at: sample.$,
      message: `The sample is ${formatNumber(whole)}, but the arms add up to ${said}.`,
      help: "Compare with the publication; if it is printed so, keep it and say so in `notes:`.",
      related: arms.map((arm) => ({ at: arm.$, label: `${arm.arm?.text ?? "arm"}` })),
    });
  },
};
