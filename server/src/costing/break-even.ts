/** The effect at which a service just pays: the switching value of each claim (HM Treasury Green Book, sensitivity analysis). */
import type { Sheet } from "./appraise.ts";
import { isCorrected, present, presentBenefit, presentUncorrected } from "./benefit-figures.ts";
import type { BenefitResult } from "./benefits.ts";
import { presentCost } from "./cost-figures.ts";
import { outcomeKeys } from "./outcome-figures.ts";
import type { OutcomeResult } from "./outcomes.ts";
import { type Run, selectBenefits } from "./run.ts";
import { difference, given, none, product, quotient, sum, type Worked } from "./worked.ts";

/**
 * For each claim with a benefit that is added: the share of its effect at which the net present value is zero, everything else as it
 * is, and the effect that this is. f = 1 - NPV / PV of what the claim brings. Where optimism is corrected for, uncorrected as well.
 */
export function breakEvenFigures(sheet: Sheet): void {
  const keys = outcomeKeys(sheet.input.claims);
  const readings = isCorrected(sheet) ? [true, false] : [true];
  keys.forEach((of, at) => {
    const claim = sheet.whole.outcomes[at];
    if (claim === undefined || broughtBy(claim, sheet, sheet.whole, present).length === 0) return;
    for (const corrected of readings) {
      const share = sheet.better((run) => enough(sheet, run, at, corrected));
      sheet.put(corrected ? "break_even_share" : "break_even_share_uncorrected", share, of);
      const label = "Effect at which the net present value is zero";
      const effect =
        share.none === undefined
          ? product(label, [claim.difference, share], { unit: claim.difference.unit })
          : none(label, share.none, [], { unit: claim.difference.unit });
      sheet.put(corrected ? "break_even_effect" : "break_even_effect_uncorrected", effect, of);
    }
  });
}

const LABEL = "Share of the effect at which the net present value is zero";

function enough(sheet: Sheet, run: Run, at: number, corrected: boolean): Worked {
  const claim = run.outcomes[at] as OutcomeResult;
  const of = corrected ? present : presentUncorrected;
  const brought = sum("Present value of what the effect brings", broughtBy(claim, sheet, run, of), { unit: run.money });
  if (brought.value !== undefined && brought.value <= 0) return none(LABEL, "worse or no better", [brought]);
  const npv = difference("Net present value", presentBenefit(sheet, run, of), presentCost(sheet, run, corrected));
  return difference(LABEL, given("The effect as claimed", 1), quotient("Part that can be lost", npv, brought));
}

/** What is added of the benefits of a claim: those worked out from it, and those given that name its outcome. */
function broughtBy(
  claim: OutcomeResult,
  { settings }: Sheet,
  run: Run,
  of: (benefit: BenefitResult) => Worked,
): readonly Worked[] {
  const isOfClaim = (benefit: BenefitResult): boolean =>
    benefit.claim === claim.input.ref || (benefit.origin === "given" && benefit.outcome === claim.input.outcome);
  return selectBenefits(run, run.benefits, of, settings)
    .added.filter(({ benefit }) => isOfClaim(benefit))
    .map(({ part }) => part);
}
