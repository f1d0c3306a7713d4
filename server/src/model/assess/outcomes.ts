/** Outcome claims as written, for costing (schemas/FORMAT.md, "Outcomes"). */
import type { BaseInput } from "../../costing/costs.ts";
import type { ClaimInput, ValueInput } from "../../costing/outcomes.ts";
import type { Missing } from "../../costing/worked.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Outcome } from "../../schema/kinds/outcome.ts";
import { baseName } from "../../values/units.ts";
import { leftAfter } from "./benefits.ts";
import { readEffect } from "./claim-effects.ts";
import { type CostFrameReading, isBase } from "./costs.ts";
import { kindOf, partiesOf } from "./parties.ts";
import { priceOf } from "./prices.ts";
import { comparisonBaseline, rateOf } from "./rates.ts";
import type { AssessProblem } from "./types.ts";
import { dropOffOf, shareField, yearsOf } from "./values.ts";

export interface ReadClaim {
  readonly claim: OutcomeClaim;
  readonly definition: Outcome | undefined;
  readonly input: ClaimInput;
}

export function readClaim(
  claim: OutcomeClaim,
  definition: Outcome | undefined,
  frame: CostFrameReading,
  problems: AssessProblem[],
): ReadClaim {
  const outcome = claim.outcome?.value ?? "";
  const title = definition?.title?.value ?? outcome;
  if (definition === undefined && claim.outcome !== undefined)
    problems.push({ reason: "outcome-missing", at: claim.outcome.$, outcome });
  const better = definition?.better?.value;
  const without = claim.without === undefined ? undefined : rateOf("Without it", claim.without);
  const effect = readEffect(claim, definition, title, problems, frame.leavesOut("deadweight"));
  const input: ClaimInput = {
    ref: claim.$,
    outcome,
    title,
    counts: definition?.counts?.value === undefined ? undefined : baseName(definition.counts.value),
    kind: definition?.kind?.value,
    better,
    base: readBase(claim),
    without: without ?? comparisonBaseline(claim),
    need: shareField("Share in need", claim.need),
    engagement: shareField("Share who engage", claim.engagement),
    retention: shareField("Share who stay", claim.retention),
    effect: effect.input,
    noEffectShown: effect.noEffectShown,
    lag: yearsOf("Lag", claim.lag),
    lasts: yearsOf("How long the effect lasts", claim.lasts),
    dropOff: claim.drop_off === undefined || frame.leavesOut("drop-off") ? undefined : dropOffOf(claim.drop_off),
    attribution: frame.leavesOut("attribution") ? undefined : shareField("Attribution", claim.attribution),
    values: (definition?.values?.items ?? []).flatMap((value): ValueInput[] => {
      if (value.value === undefined) return [];
      const name = value.title?.value ?? title;
      const price = priceOf(name, value.value, value.price_year, { ...frame, priceYear: value.price_year });
      const gains = partiesOf(value.gains ?? price.found?.entry.payer);
      const grades = [claim.confidence, value.confidence, price.found?.entry.confidence];
      return [
        {
          ref: value.$,
          name,
          price: price.priced,
          kind: kindOf(value.kind?.value ?? price.found?.entry.kind?.value, gains),
          gains,
          cashable: shareField("Cashable share", value.cashable),
          transfer: definition?.transfer?.value === true,
          graded: grades.some((grade) => grade?.value !== undefined),
          correction: leftAfter(frame.correction("benefits", ...grades)),
        },
      ];
    }),
  };
  if (
    claim.attribution?.value !== undefined &&
    claim.attribution.value.value < 1 &&
    claim.without !== undefined &&
    claim.effect !== undefined
  )
    problems.push({ reason: "attribution-on-controlled-effect", at: claim.attribution.$, outcome });
  return { claim, definition, input };
}

function readBase(claim: OutcomeClaim): BaseInput | Missing {
  const word = claim.affects?.value;
  if (claim.affects === undefined) return { base: "starters" };
  if (word !== undefined && isBase(word)) return { base: word };
  return { reason: "volume-unknown", what: "whom the effect applies to", ref: claim.affects.$ };
}
