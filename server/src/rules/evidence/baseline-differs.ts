import { baselineDifference } from "../../data/index.ts";
import { baselineGap } from "../../model/assess/evidence/index.ts";
import { estimateOf } from "../../model/effects.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";

/** Groups that were not drawn by lot differed at the start by more than an analysis can make up for, or than it says that it did. */
export const baselineDiffers: DocumentRule = {
  code: "evidence/baseline-differs",
  severity: "warning",
  scope: "document",
  page: {
    title: "Groups that differ at the start",
    what: "In a study whose groups were not drawn by lot, something measured at the start differs by more than a quarter of a standard deviation. By more than a twentieth it is pointed out where nothing says that the analysis allowed for it. Where the study calls its groups alike all the same, of any design, that is said.",
    why: "A group that is better off to begin with does better without any programme. Small differences can be allowed for in the analysis; large ones show that the groups differ in other ways too, which nobody measured.",
    fix: "Compare with the publication. Write an adjusted estimate, such as `aOR 0.67`, or say under `notes:` what the analysis allowed for; do not rest a claim on groups this far apart.",
    standard: "What Works Clearinghouse, Handbook 5.0, baseline equivalence (as quoted)",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: matched\nsample: 400 children\nbaseline:\n  - characteristic: SDQ total\n    difference: g 0.41\nresults:\n  - outcome: child-behaviour\n    effect: g 0.30 better (95% CI 0.05 to 0.55)\n",
      valid:
        "study: smith-2020\ndesign: matched\nsample: 400 children\nbaseline:\n  - characteristic: SDQ total\n    difference: g 0.04\nresults:\n  - outcome: child-behaviour\n    effect: g 0.30 better (95% CI 0.05 to 0.55)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.baseline === undefined) return;
    const { alike, adjusted } = baselineDifference;
    const gaps = spec.reading.baseline.items.flatMap((item) => {
      const gap = baselineGap(item);
      return gap === undefined || gap <= alike + 1e-9 ? [] : [{ item, gap, name: item.characteristic?.text ?? "one" }];
    });
    const far = gaps.filter(({ gap }) => gap > adjusted + 1e-9);
    const said = spec.reading.baseline_equivalent;
    const chosen = isChosen(spec.reading);
    if (far.length > 0 && (chosen || said?.value === true)) {
      report({
        at: (far[0]?.item ?? spec.reading.baseline).$,
        message: `${said?.value === true ? "The groups are called alike at the start, but they were" : "The groups were"} ${apart(far)} apart at the start; an analysis can allow for up to ${adjusted}.`,
        help: "Compare with the publication; do not rest a claim on groups this far apart.",
        ...(said?.value === true ? { related: [{ at: said.$, label: "called alike" }] } : {}),
      });
      return;
    }
    const [first] = gaps;
    if (!chosen || first === undefined || allowedFor(spec.reading)) return;
    report({
      at: first.item.$,
      severity: "information",
      message: `The groups were ${apart(gaps)} apart at the start, and nothing says that the analysis allowed for it.`,
      help: "Write the adjusted estimate, such as `aOR 0.67`, or say under `notes:` what the analysis allowed for.",
    });
  },
};

/** `0.84 standard deviations ("Girls") and 0.4 ("SDQ total")` */
const apart = (gaps: readonly { readonly name: string; readonly gap: number }[]): string =>
  andList(
    gaps.map(({ name, gap }, nth) => `${Number(gap.toFixed(2))}${nth === 0 ? " standard deviations" : ""} ("${name}")`),
  );

/** Compared with a group that somebody, or the families themselves, chose. Changes over time compare each group with itself. */
const isChosen = ({ design }: Study): boolean => design?.value === "matched" || design?.value === "cohort";

const allowedFor = ({ notes, missing_data: missing, results }: Study): boolean =>
  notes !== undefined ||
  missing !== undefined ||
  (results?.items ?? []).some(({ effect }) => effect !== undefined && estimateOf({ field: effect })?.adjusted === true);
