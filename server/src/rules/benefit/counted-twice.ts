import type { BenefitAssessment } from "../../model/assess/index.ts";
import { equalUnits } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withBenefit } from "./example.ts";

const rest = "    kind: fiscal\n    gains: local-authority\n    valued: present-value\n";
const again = (more: string): string =>
  `${withBenefit(rest)}  - benefit: Placements avoided\n    amount: £800/family\n${rest}${more}`;

/** One gain stands in the sum under two names. */
export const countedTwice: DocumentRule = {
  code: "benefit/counted-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Benefit that may be counted twice",
    what: "Two benefits that are both added are of the same amount, kind and gainer; or a benefit that values an outcome does not say its kind, and the value worked out for that outcome is added beside it.",
    why: "One saving under two names is still one saving. Counted twice, the return is too high, and nobody sees why.",
    fix: "Where they are one, take one away, or name it under `includes:` of the other. Where they are two, say in `notes:` what tells them apart. Give a benefit that values an outcome its `kind:`: it then stands instead of the worked-out value.",
    standard: "GMCA cost-benefit guidance 2014, double counting",
    example: {
      file: "a.intervention.yaml",
      invalid: again(""),
      valid: again("    notes: Secure beds, which the first line leaves out\n"),
    },
  },
  check({ assessment }, report) {
    const all = assessment()?.benefits ?? [];
    if (all.length < 2) return;
    const added = all.filter(({ leftOut, total }) => leftOut === undefined && total.none === undefined);
    added.forEach((benefit, at) => {
      const twin = added.slice(0, at).find((other) => isSame(benefit, other));
      if (twin !== undefined && toldApart(benefit) === undefined && toldApart(twin) === undefined)
        report({
          at: benefit.line?.benefit?.$ ?? benefit.at,
          message: `${said(benefit.name)} is of the same amount, kind and gainer as ${said(twin.name)}, and both are added.`,
          help: "Where they are one benefit, take one away or name it under `includes:` of the other; where they are two, say in `notes:` what tells them apart.",
          related: [{ at: twin.line?.benefit?.$ ?? twin.at, label: "the other" }],
        });
      if (benefit.origin !== "given" || benefit.kind !== undefined || benefit.outcome === undefined) return;
      const worked = added.find(({ origin, outcome }) => origin === "outcome" && outcome === benefit.outcome);
      if (worked !== undefined)
        report({
          at: benefit.line?.benefit?.$ ?? benefit.at,
          message: `${said(benefit.name)} values an outcome without saying its kind, and the value worked out for that outcome is added beside it.`,
          help: "Write `kind:` on it; it then stands instead of the worked-out value of that kind.",
        });
    });
  },
};

/** What tells a benefit apart, in the author's words. */
const toldApart = ({ line }: BenefitAssessment): string | undefined => line?.notes?.value;

function isSame(a: BenefitAssessment, b: BenefitAssessment): boolean {
  const [one, other] = [a.amount, b.amount];
  if (a.origin !== "given" || b.origin !== "given" || one?.value === undefined || other?.value === undefined)
    return false;
  return (
    one.value === other.value &&
    one.value !== 0 &&
    equalUnits(one.unit, other.unit) &&
    a.kind === b.kind &&
    JSON.stringify(a.gains) === JSON.stringify(b.gains)
  );
}
