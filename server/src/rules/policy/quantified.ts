import type { Intervention, OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentContext } from "../types.ts";
import { unreadable } from "../unreadable.ts";
import { andList } from "../wording.ts";

/** What a claim says of by how much: a number, a number that shows no effect, nothing, or something that cannot be read. */
type Said = "a number" | "no effect shown" | "nothing" | "unreadable";

function saidBy(claim: OutcomeClaim, context: DocumentContext): Said {
  const parts = [claim.effect, claim.with, claim.without, claim.impact, claim.deadweight];
  if (parts.some(unreadable)) return "unreadable";
  const effect = claim.effect?.value;
  const quantified =
    (effect !== undefined && effect.kind !== "word") ||
    (claim.with?.value !== undefined && claim.without?.value !== undefined) ||
    (claim.impact?.value !== undefined && claim.deadweight?.value !== undefined);
  if (!quantified) return "nothing";
  const assessed = context.assessment()?.outcomes.find((each) => each.claim === claim);
  return assessed?.noEffectShown === true ? "no effect shown" : "a number";
}

/** What is lacking where a quantified outcome is asked for; undefined when it is there, or when it cannot be read. */
export function lackOfOutcome(context: DocumentContext, spec: Intervention): string | undefined {
  const claims = (spec.outcomes?.items ?? []).map((claim) => ({ claim, said: saidBy(claim, context) }));
  if (claims.some(({ said }) => said === "a number" || said === "unreadable")) return undefined;
  const nulls = claims.filter(({ said }) => said === "no effect shown");
  if (nulls.length === 0) return "no quantified outcome";
  const names = nulls.slice(0, 3).map(({ claim }) => `"${claim.outcome?.text || "an outcome"}"`);
  return `no outcome on which an effect is shown (${andList(names)} ${names.length === 1 ? "is" : "are"} not)`;
}

/** What is lacking where a quantified benefit is asked for: an amount given directly, or a value of an outcome with an effect. */
export function lackOfBenefit(context: DocumentContext, spec: Intervention): string | undefined {
  const given = (spec.benefits?.items ?? []).some(({ value, amount }) => {
    if (value?.value !== undefined || unreadable(value)) return true;
    if (amount === undefined) return false;
    const fields = amount.$kind === "field" ? [amount] : amount.entries.map((entry) => entry.value);
    return fields.some((field) => field.value !== undefined || unreadable(field));
  });
  const valued = (spec.outcomes?.items ?? []).some((claim) => {
    const said = saidBy(claim, context);
    if (said === "nothing" || said === "no effect shown" || claim.outcome?.value === undefined) return false;
    const [definition] = context.index.definitions("outcome", claim.outcome.value);
    const outcome = definition === undefined ? undefined : context.read("outcome", definition);
    return (outcome?.values?.items ?? []).some((each) => each.value?.value !== undefined || unreadable(each.value));
  });
  return given || valued ? undefined : "no quantified benefit";
}
