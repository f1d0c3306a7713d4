import type { Assessment, StatedCheck } from "../../model/assess/index.ts";
import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";
import { amount, shown } from "./figure-text.ts";

const lines =
  "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n    - item: Rooms\n      amount: £40/family\n      who_pays: local-authority\n";

/** A printed figure does not follow from the lines. */
export const statedDisagrees: DocumentRule = {
  code: "costing/stated-disagrees",
  severity: "warning",
  scope: "document",
  page: {
    title: "Printed figure that its lines do not give",
    what: "A figure under `stated:` does not agree with what the lines come to, even allowing for how both were rounded.",
    why: "Either the publication has a misprint, or a line is missing, wrong or counted twice. The figure that people quote is then not the one that its own lines support.",
    fix: "Compare the lines with the publication. If it is printed so, keep it as printed and say so in `notes:`: this finding then tells every reader.",
    standard: "CHEERS 2022, item 23",
    example: {
      file: "a.intervention.yaml",
      invalid: `${withLines(lines)}stated:\n  cost/starter: £590\n`,
      valid: `${withLines(lines)}stated:\n  cost/starter: £540\n`,
    },
  },
  check({ assessment }, report) {
    for (const { stated, scenario, of } of printedFigures(assessment())) {
      const { verdict } = stated;
      if (verdict.kind !== "disagrees") continue;
      report({
        at: stated.at,
        severity: verdict.level,
        message: `Prints ${stated.printed} for ${nameOf(stated)}${scenario === undefined ? "" : ` in the scenario "${scenario}"`}; its lines come to ${shown(verdict.worked, stated.written)}${viewOf(of, stated)}, ${amount(Math.abs(verdict.gap), verdict.worked.unit, stated.written)} ${verdict.gap > 0 ? "less" : "more"}${shareOf(verdict.worked.value, verdict.gap)}.`,
        help: "Compare the lines with the publication. If it is printed so, keep it and say so in `notes:`.",
      });
    }
  },
};

/** The gap as a share of the printed figure; left out where it says nothing, because the figure is zero or the gap is larger than it. */
function shareOf(worked: number | undefined, gap: number): string {
  const share = Math.abs(gap / ((worked ?? 0) + gap));
  return share <= 1 ? ` (${formatPercent(share, { places: share < 0.001 ? 4 : 2 })})` : "";
}

/** Whose part the figure is, where some costs or, for a figure that holds benefits, some benefits are outside the perspective. */
function viewOf(of: Assessment, { headline }: StatedCheck): string {
  const outside =
    of.lines.some(({ counted }) => counted === "none" || counted === "part") ||
    (/benefit|net|return|payback/.test(headline) &&
      of.benefits.some(({ leftOut }) => leftOut?.reason === "outside-perspective"));
  return outside && !headline.includes("payer") ? ` (${VIEWS[of.perspective]})` : "";
}

const VIEWS: Readonly<Record<Assessment["perspective"], string>> = {
  "local-authority": "the council's part",
  "public-sector": "the public sector's part",
  society: "what counts for society",
};

interface PrintedFigure {
  readonly stated: StatedCheck;
  readonly scenario: string | undefined;
  readonly of: Assessment;
}

/** What is printed for the spec, then for each of its scenarios. */
function printedFigures(assessment: Assessment | undefined): readonly PrintedFigure[] {
  if (assessment === undefined) return [];
  return [
    ...assessment.stated.map((stated) => ({ stated, scenario: undefined, of: assessment })),
    ...assessment.scenarios.flatMap(({ name, assessment: varied }) =>
      varied === undefined ? [] : varied.stated.map((stated) => ({ stated, scenario: name, of: varied })),
    ),
  ];
}

/** The printed figure in the words of its key. */
function nameOf({ headline, site }: StatedCheck): string {
  if (site === undefined) return `\`${headline}\``;
  if (site === "all") return `\`${headline}\` of all sites`;
  return site === "mean_of_sites" ? `\`${headline}\` as the mean of the sites` : `\`${headline}\` of site ${site}`;
}
