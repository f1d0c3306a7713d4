import { isRatio, noEffect } from "../../evidence/index.ts";
import { pairOf } from "../../model/assess/evidence/index.ts";
import type { Estimate, Rate } from "../../values/types.ts";
import { equalUnits } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** The two arms point the other way than the effect. */
export const armsContradictEffect: DocumentRule = {
  code: "evidence/arms-contradict-effect",
  severity: "warning",
  scope: "document",
  page: {
    title: "Arms that point the other way than the effect",
    what: "A result gives an effect that says more (or less) of the outcome with the intervention, and the shares or scores of its two arms say the opposite.",
    why: "Either the arms were swapped or a sign was lost, and every figure worked out from it has the wrong sign. Adjustment for other differences can turn a small effect round, but that has to be said.",
    fix: "Compare with the publication: is `with:` the intervention, is the sign right? If it was adjusted, say so in `notes:`.",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 400 families\nresults:\n  - outcome: child-enters-care\n    effect: OR 1.60 (95% CI 1.10 to 2.33)\n    with: 11%\n    without: 16%\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 400 families\nresults:\n  - outcome: child-enters-care\n    effect: OR 1.60 (95% CI 1.10 to 2.33)\n    with: 16%\n    without: 11%\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study") return;
    for (const result of spec.reading?.results?.items ?? []) {
      const written = result.effect?.value;
      if (written?.kind !== "estimate" || result.effect === undefined) continue;
      const pair = pairOf({ kind: "word" }, result);
      const way = pair === undefined ? 0 : wayOfPair(pair.with, pair.without);
      if (way === 0 || wayOfEstimate(written) !== -way) continue;
      const at = result.with ?? result.effect;
      report({
        at: at.$,
        // Adjustment may turn what is near none; an effect that leaves none out is another matter.
        severity: clear(written) ? "warning" : "information",
        message: `${said(result.effect.text, 80)} says ${way < 0 ? "more" : "less"} with the intervention, but its arms say ${way < 0 ? "less" : "more"}: ${result.with?.text} with it, ${result.without?.text} without.`,
        help: "Compare with the publication: were the arms swapped, or a sign lost? If the effect was adjusted, say so in `notes:`.",
        related: [{ at: result.effect.$, label: "the effect" }],
      });
    }
  },
};

/** 1 where the arm with the intervention has more, beyond rounding; 0 where rounding could turn it. */
function wayOfPair(withIt: Rate, without: Rate): -1 | 0 | 1 {
  if (!equalUnits(withIt.unit, without.unit)) return 0;
  if ([withIt, without].some(({ about, bound, range }) => about || bound !== undefined || range !== undefined))
    return 0;
  const slack = [withIt, without].reduce(
    (sum, { events, written }) => sum + (events === undefined ? 0.5 * 10 ** written.finest : 0),
    0,
  );
  const difference = withIt.value - without.value;
  return Math.abs(difference) <= slack ? 0 : difference > 0 ? 1 : -1;
}

/** The raw direction of the number; 0 where a word hides it. */
function wayOfEstimate({ metric, value, direction, about, bound }: Estimate): -1 | 0 | 1 {
  if (direction !== undefined || about || bound !== undefined || metric === "d" || metric === "g") return 0;
  const none = noEffect(metric);
  return value === none ? 0 : value > none ? 1 : -1;
}

const clear = ({ metric, interval }: Estimate): boolean => {
  const none = isRatio(metric) ? 1 : 0;
  return interval !== undefined && (interval.low > none || interval.high < none);
};
