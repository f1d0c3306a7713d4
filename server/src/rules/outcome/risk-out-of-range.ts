import type { ClaimInput } from "../../costing/outcomes.ts";
import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { definedAs, withClaim } from "./example.ts";

/** An effect that would make a chance more than certain, or less than none. */
export const riskOutOfRange: DocumentRule = {
  code: "outcome/risk-out-of-range",
  severity: "error",
  scope: "document",
  page: {
    title: "Effect that makes a chance impossible",
    what: "What happens without the intervention, changed by the effect, gives a chance above 100% or below 0%.",
    why: "More children than there are cannot enter care. The effect was found where the outcome was rarer or more common, and every case counted from it is wrong.",
    fix: "Compare `without:` and the effect with the source: both must be of the same families. For a common outcome give the odds ratio, or what happens with and without.",
    standard: "Cochrane Handbook, 6.4.1",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: higher\n"),
      invalid: withClaim("    without: 90%\n    effect: RR 1.3 (95% CI 1.1 to 1.5)\n"),
      valid: withClaim("    without: 60%\n    effect: RR 1.3 (95% CI 1.1 to 1.5)\n"),
    },
  },
  check({ assessment }, report) {
    for (const { claim, title, result } of assessment()?.outcomes ?? []) {
      const found = chanceWith(result.input);
      if (found === undefined || (found.chance <= 1 + 1e-9 && found.chance >= -1e-9)) continue;
      report({
        at: claim.effect?.$ ?? claim.$,
        message: `The effect on ${said(title)} turns ${formatPercent(found.without)} into ${formatPercent(found.chance)}: a chance cannot be ${found.chance > 1 ? "above 100%" : "below 0%"}.`,
        help: "Compare `without:` and the effect with the source: both must be of the same families.",
      });
    }
  },
};

/** The chance with the intervention, of an effect that is a multiple of the chance without it or a step from it. */
function chanceWith({ without, effect }: ClaimInput): { without: number; chance: number } | undefined {
  const p = without?.unit.powers.length === 0 ? without.value : undefined;
  if (p === undefined || p > 1 || !("worked" in effect)) return undefined;
  const { value, unit } = effect.worked;
  if (value === undefined || unit.powers.length > 0) return undefined;
  if (effect.kind === "difference") return { without: p, chance: p + value };
  if (effect.kind !== "ratio") return undefined;
  if (effect.metric === "RR") return { without: p, chance: p * value };
  return effect.metric === "relative" ? { without: p, chance: p * (1 + value) } : undefined;
}
