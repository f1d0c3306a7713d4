import { formatPercent } from "../../values/index.ts";
import type { Rate } from "../../values/types.ts";
import { equalUnits, isDimensionless } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { definedAs, withClaim } from "./example.ts";

/** An effect gives both arms, and what happens without it is said again, otherwise. */
export const otherWithout: DocumentRule = {
  code: "outcome/other-without",
  severity: "information",
  scope: "document",
  page: {
    title: "What happens without it, said twice and not alike",
    what: "A claim gives its effect as two arms, such as `39/104 v 44/108`, and beside it a `without:` that is not what the second arm comes to.",
    why: "The difference between the arms holds where the trial was; those served here start from another chance. The ratio of the two arms is taken to the `without:` written here, as a relative risk is, and the difference is another than the trial's.",
    fix: "If `without:` is of those served here, keep it. If it was meant as the trial's other arm, take it away: the effect says it already.",
    standard: "Cochrane Handbook 15.4",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim("    without: 30%\n    effect: 39/104 v 44/108\n"),
      valid: withClaim("    without: 41%\n    effect: 39/104 v 44/108\n"),
    },
  },
  check({ spec, index, read }, report) {
    if (spec.kind !== "intervention") return;
    for (const { effect, outcome, without } of spec.reading?.outcomes?.items ?? []) {
      if (effect?.value?.kind !== "comparison" || without?.value === undefined) continue;
      const arm = effect.value.without;
      if (isAlike(without.value, arm)) continue;
      const definition = outcome?.value === undefined ? undefined : index.definitions("outcome", outcome.value)[0];
      const kind = definition === undefined ? undefined : read("outcome", definition)?.kind?.value;
      const keeps = kind === "score" || kind === "qaly" || arm.value === 0;
      const armText = isDimensionless(arm.unit) ? formatPercent(arm.value) : "another number";
      report({
        at: without.$,
        message: `${said(effect.text, 60)} has ${armText} without it, and \`without\` says ${without.text}: ${
          keeps
            ? "the difference between the arms is used, and this is not"
            : "the ratio of the two arms is taken to that"
        }.`,
        help: keeps
          ? "Take it away: the effect says what happens without it."
          : "If it is of those served here, keep it; if it was meant as the trial's other arm, take it away: the effect says it already.",
        related: [{ at: effect.$, label: "the two arms" }],
      });
    }
  },
};

/** The same as written, allowing for rounding; bounds and ranges say nothing exact. */
function isAlike(local: Rate, arm: Rate): boolean {
  if (local.about || local.bound !== undefined || local.range !== undefined) return true;
  if (arm.bound !== undefined || !equalUnits(local.unit, arm.unit)) return arm.bound !== undefined;
  const half = local.events === undefined ? 0.5 * 10 ** local.written.finest : 0;
  return Math.abs(local.value - arm.value) <= half + 1e-9;
}
