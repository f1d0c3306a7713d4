import type { Field } from "../../schema/shape.ts";
import { equalUnits, formatNumber, isDimensionless } from "../../values/index.ts";
import type { Quantity, Unit } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";

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
    const { sample } = spec.reading;
    const whole = exact(sample);
    if (arms.length < 2 || whole === undefined) return;
    const sums = (["randomised", "started", "analysed"] as const).flatMap((stage) => {
      const numbers = arms.flatMap((arm) => exact(arm[stage], sample.value?.unit) ?? []);
      return numbers.length < arms.length ? [] : [{ stage, sum: numbers.reduce((a, b) => a + b, 0) }];
    });
    // Any stage that agrees shows which number the sample is.
    if (sums.length === 0 || sums.some(({ sum }) => sum === whole)) return;
    const said = sums.map(({ stage, sum }) => `${formatNumber(sum)} ${stage}`);
    report({
      at: sample.$,
      message: `The sample is ${formatNumber(whole)}, but the arms add up to ${andList(said)}.`,
      help: "Compare with the publication; if it is printed so, keep it and say so in `notes:`.",
      related: arms.map((arm) => ({ at: arm.$, label: `${arm.arm?.text ?? "arm"}` })),
    });
  },
};

/** The number, if it is given to the last one, and of the same as the sample: 58 schools are not 58 pupils. */
function exact(field: Field<Quantity> | undefined, of?: Unit): number | undefined {
  const found = field?.value;
  if (found === undefined || found.about || found.bound !== undefined || found.range !== undefined) return undefined;
  const same = of === undefined || isDimensionless(of) || isDimensionless(found.unit) || equalUnits(of, found.unit);
  return same ? found.value : undefined;
}
