import { exactCount, sameUnit } from "../../model/assess/evidence/index.ts";
import type { Study } from "../../schema/kinds/study.ts";
import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { percent } from "./attrition-text.ts";

/** Share of the planned sample below which it is pointed out: ours. */
const enough = 0.8;

/** A trial took in far fewer than it had planned. */
export const fewerThanPlanned: DocumentRule = {
  code: "evidence/fewer-than-planned",
  severity: "information",
  scope: "document",
  page: {
    title: "Far fewer than planned",
    what: "A study took in fewer than four fifths of the people it had planned for.",
    why: "The number was planned so that the effect could be found if it is there. With far fewer, finding nothing says little, and what is found may be chance. Those who were easy to recruit may also be unlike the rest.",
    fix: "Compare with the publication. If it is so, say in `notes:` why, and do not take a null result for proof that it does not work.",
    standard: "CONSORT 2025, sample size; the four fifths are Wellspent's own",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nplanned: 600\nsample: 260\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "study: smith-2020\ndesign: rct\nplanned: 600\nsample: 570\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.planned === undefined) return;
    const { planned, notes, results } = spec.reading;
    const [wanted, found] = [exactCount(planned), tookPart(spec.reading)];
    // What has no result yet may still be taking people in.
    if (wanted === undefined || found === undefined || notes !== undefined || (results?.items.length ?? 0) === 0)
      return;
    if (found >= enough * wanted) return;
    report({
      at: planned.$,
      label: `${percent(found / wanted)} of them took part`,
      message: `${formatNumber(found)} took part of the ${formatNumber(wanted)} that this study had planned for: it may be too small to find its effect.`,
      help: "Compare with the publication. If it is so, say why in `notes:`, and do not take a null result for proof that it does not work.",
    });
  },
};

/** As many as were randomised, else the sample, where they count the same as the plan does. */
function tookPart({ arms, sample, planned }: Study): number | undefined {
  const fields = (arms?.items ?? []).map(({ randomised, started }) => randomised ?? started);
  const numbers = fields.flatMap((field) =>
    sameUnit(field?.value?.unit, planned?.value?.unit) ? (exactCount(field) ?? []) : [],
  );
  if (fields.length > 0 && numbers.length === fields.length) return numbers.reduce((a, b) => a + b, 0);
  return sameUnit(sample?.value?.unit, planned?.value?.unit) ? exactCount(sample) : undefined;
}
