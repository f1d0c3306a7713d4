import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Rate } from "../../values/types.ts";
import { isDimensionless } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { definedAs, withClaim } from "./example.ts";

/** An odds ratio stands beside a number of events for each person, which has no odds. */
export const oddsOfRate: DocumentRule = {
  code: "outcome/odds-of-rate",
  severity: "warning",
  scope: "document",
  page: {
    title: "Odds ratio of a rate",
    what: "A claim gives its effect as an odds ratio, and what happens without it as a number for each person, such as `0.8 incidents per child`, or as a rate a year.",
    why: "Odds are of a yes or no: so many in a hundred have it, the others do not. A number for each person may be above one, and 0.8 incidents per child are not 80% of the children. Nothing can be worked out from the two together.",
    fix: "Write the chance of having any under `without:`, such as `35%`; or take the ratio of the two rates from the publication, as `RR 0.70`.",
    standard: "Cochrane Handbook 6.4 and 6.7",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim("    without: 0.8 incidents per family\n    effect: OR 0.72 (95% CI 0.55 to 0.94)\n"),
      valid: withClaim("    without: 0.8 incidents per family\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n"),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      const { effect, without } = claim;
      if (effect === undefined || without === undefined || !isOdds(effect) || !isRated(without.value)) continue;
      report({
        at: effect.$,
        message: `${said(effect.text, 60)} is an odds ratio, which is of a chance; ${said(without.text, 60)} is a number for each person, which may be above one.`,
        help: "Write the chance of having any under `without:`, or the ratio of the two rates as `RR`.",
        related: [{ at: without.$, label: "no chance" }],
      });
    }
  },
};

const isOdds = ({ value }: NonNullable<OutcomeClaim["effect"]>): boolean =>
  value?.kind === "estimate" && value.metric === "OR";

/** So many for each person or in a time; points of a score are another matter. */
const isRated = (rate: Rate | undefined): boolean =>
  rate !== undefined && !isDimensionless(rate.unit) && rate.unit.powers.some(([, power]) => power < 0);
