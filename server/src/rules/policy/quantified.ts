import type { Intervention, OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentContext } from "../types.ts";

/** True when a claim says by how much: an effect with a number, or what happens with and without. */
export function isQuantified(claim: OutcomeClaim): boolean {
  const effect = claim.effect?.value;
  if (effect !== undefined && effect.kind !== "word") return true;
  if (claim.with?.value !== undefined && claim.without?.value !== undefined) return true;
  return claim.impact?.value !== undefined && claim.deadweight?.value !== undefined;
}

export const hasQuantifiedOutcome = (spec: Intervention): boolean => (spec.outcomes?.items ?? []).some(isQuantified);

/** True when a benefit has an amount: given directly, or through a quantified outcome whose value is known. */
export function hasQuantifiedBenefit(spec: Intervention, context: Pick<DocumentContext, "index" | "read">): boolean {
  const given = (spec.benefits?.items ?? []).some((line) => {
    if (line.value?.value !== undefined) return true;
    if (line.amount === undefined) return false;
    return line.amount.$kind === "field"
      ? line.amount.value !== undefined
      : line.amount.entries.some((entry) => entry.value.value !== undefined);
  });
  if (given) return true;
  return (spec.outcomes?.items ?? []).some((claim) => {
    if (!isQuantified(claim) || claim.outcome?.value === undefined) return false;
    const [definition] = context.index.definitions("outcome", claim.outcome.value);
    const outcome = definition === undefined ? undefined : context.read("outcome", definition);
    return (outcome?.values?.items ?? []).some((each) => each.value?.value !== undefined);
  });
}
