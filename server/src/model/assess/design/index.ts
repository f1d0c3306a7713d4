/** What an evaluation plan can find: the smallest effect, the power for the effects expected, the number needed. */
import { effectText, type SizedEffect } from "../../../evidence/index.ts";
import { chanceAt } from "../../../evidence/power/binary.ts";
import {
  type Detectable,
  type Needed,
  powerOf,
  sizeNeeded,
  smallestDetectable,
} from "../../../evidence/power/power.ts";
import type { Intervention, OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Field } from "../../../schema/shape.ts";
import type { Comparison, Estimate, Word } from "../../../values/types.ts";
import { isDimensionless } from "../../../values/units.ts";
import { chooseResult, wantedBy } from "../evidence/choose.ts";
import { signOf } from "../evidence/estimate.ts";
import { type ClaimEvidence, claimEvidence, type EvidenceSources, readEstimate } from "../evidence/index.ts";
import { readPlan, usualIcc } from "./plan.ts";
import { type SizingFacts, sizedSd, wayOn } from "./sizes.ts";
import type { DesignAssessment, ExpectedEffect, PlanReading, ShownEffect, SizedSd, SupportedEffect } from "./types.ts";

export { usualIcc } from "./plan.ts";
export type * from "./types.ts";

/** The design of a spec's evaluation, assessed; undefined where there is none, or one that chance decides nothing in. */
export function designOf(spec: Intervention, sources: EvidenceSources): DesignAssessment | undefined {
  const { evaluation } = spec;
  if (evaluation?.design === undefined) return undefined;
  const plan = readPlan(evaluation);
  if (plan.kind === undefined && plan.notComputed === undefined) return undefined;
  const claims = spec.outcomes?.items ?? [];
  const primary = evaluation.primary_outcome?.value ?? (claims.length === 1 ? claims[0]?.outcome?.value : undefined);
  const claim = claims.find(({ outcome }) => outcome?.value !== undefined && outcome.value === primary);
  const definition = primary === undefined ? undefined : sources.outcome(primary);
  const measure = evaluation.measure?.value ?? claim?.measure?.value;
  const facts: SizingFacts = {
    outcome: primary ?? "",
    without: claim === undefined ? undefined : chanceWithout(claim),
    sd: sdOf(definition, measure),
    better: definition?.better?.value,
    kind: definition?.kind?.value,
    treated: plan.design?.treated ?? 0.5,
  };
  const { design, test } = plan;
  const detectable = design === undefined ? undefined : smallestDetectable(design, test);
  const { withIcc } = plan;
  return {
    at: evaluation.design.$,
    stage: evaluation.stage?.value ?? "planned",
    plan,
    detectable,
    ifIcc:
      withIcc === undefined ? [] : usualIcc.map((icc) => ({ icc, detectable: smallestDetectable(withIcc(icc), test) })),
    expected: expectedIn(evaluation).map((field) => expectedEffect(field, plan, detectable, facts)),
    claim,
    outcome: primary,
    chances: detectable === undefined ? undefined : chancesFound(detectable, facts),
    supported: () =>
      claim === undefined ? undefined : supportedBy(claimEvidence(claim, sources, spec.intervention?.value), facts),
    shown: () => (claim === undefined ? undefined : shownBy(claim, sources, definition, facts)),
  };
}

type EffectField = Field<Estimate | Comparison | Word>;

/** The effects that a plan is to find, as written; words are none. */
export function expectedIn({
  expected_effect: written,
}: NonNullable<Intervention["evaluation"]>): readonly EffectField[] {
  if (written === undefined) return [];
  const fields = (written.$kind === "list" ? written.items : [written]) as readonly EffectField[];
  return fields.filter(({ value }) => value?.kind === "estimate" || value?.kind === "comparison");
}

function expectedEffect(
  field: EffectField,
  plan: PlanReading,
  detectable: Detectable | undefined,
  facts: SizingFacts,
): ExpectedEffect {
  const size = sizeOfField(field, facts);
  const base = { at: field.$, text: field.text, size };
  const { design, test } = plan;
  if (design === undefined || size.kind === "needs")
    return { ...base, power: undefined, needed: undefined, recruit: undefined, enough: undefined };
  // Searched for when asked: most plans are large enough, and rules look at every keystroke.
  let searched: { readonly found: Needed | undefined } | undefined;
  const needed = (): Needed | undefined => {
    searched ??= { found: sizeNeeded(design, size.sd, test) };
    return searched.found;
  };
  return {
    ...base,
    power: powerOf(design, size.sd, test),
    get needed() {
      return needed();
    },
    get recruit() {
      const found = needed();
      return found === undefined ? undefined : recruited(found.exact, plan);
    },
    enough: detectable === undefined ? false : detectable.effect <= Math.abs(size.sd) * (1 + 1e-9),
  };
}

/** What has to be recruited, rounded up; in whole arms where the plan counts one arm, in whole steps of a stepped wedge. */
function recruited(exact: number, { kept, size, design }: PlanReading): number {
  const all = Math.ceil(exact / kept - 1e-6);
  if (design?.kind === "stepped-wedge") return design.steps * Math.ceil(all / design.steps);
  return size?.perArm === true ? 2 * Math.ceil(all / 2) : all;
}

function sizeOfField(field: EffectField, facts: SizingFacts): SizedSd {
  const value = field.value;
  if (value?.kind === "comparison") {
    const [without, withIt] = [value.without.value, value.with.value];
    if (!isDimensionless(value.without.unit)) {
      // Two mean scores: over the comparison group's own standard deviation where it is given.
      const points: SizedEffect = { scale: "MD", value: withIt - without };
      return sizedSd(points, signOf(facts.better), { ...facts, sd: value.without.sd ?? facts.sd });
    }
    const effect: SizedEffect = { scale: "RD", value: withIt - without };
    return sizedSd(effect, wayOn("RD", facts.better), { ...facts, without });
  }
  const estimate = value as Estimate;
  const { effect, sign } = readEstimate(estimate, {
    better: facts.better,
    kind: facts.kind,
    p: undefined,
    sides: 2,
    sizes: undefined,
  });
  return sizedSd(effect, sign ?? wayOn(effect.scale, facts.better), facts);
}

/** The chance without the intervention; a rate a year or a score is none. */
function chanceWithout(claim: OutcomeClaim): number | undefined {
  const rate = claim.without?.value;
  if (rate !== undefined) return isDimensionless(rate.unit) ? rate.value : undefined;
  const effect = claim.effect?.value;
  return effect?.kind === "comparison" && isDimensionless(effect.without.unit) ? effect.without.value : undefined;
}

function sdOf(definition: Outcome | undefined, measure: string | undefined): number | undefined {
  const found = definition?.measures?.items.find((one) =>
    measure === undefined ? one.sd?.value !== undefined : one.measure?.value === measure,
  );
  return found?.sd?.value?.value;
}

function chancesFound({ effect }: Detectable, { without, treated }: SizingFacts): DesignAssessment["chances"] {
  if (without === undefined || !(without > 0 && without < 1)) return undefined;
  return {
    without,
    below: chanceAt(without, effect, -1, treated),
    above: chanceAt(without, effect, 1, treated),
  };
}

/** What the studies of the claim show, taken together or the only one, in standard deviations. */
function supportedBy(body: ClaimEvidence, facts: SizingFacts): SupportedEffect | undefined {
  const used = body.cited.flatMap(({ pooled }) => (pooled === undefined ? [] : [pooled]));
  const effect = body.pool?.effect ?? (used.length === 1 ? used[0]?.effect : undefined);
  if (effect === undefined) return undefined;
  // Differences stand with above zero as better already; ratios as printed. Chances need the raw direction.
  const raw = effect.scale === "RD" && facts.better === "lower" ? { ...effect, value: -effect.value } : effect;
  const size = sizedSd(raw, effect.scale === "RD" ? wayOn("RD", facts.better) : (body.sign ?? undefined), facts);
  return size.kind === "needs" ? undefined : { sd: size.sd, text: effectText(effect), studies: used.length };
}

/** Every study cited, with its leading result in standard deviations. */
function shownBy(
  claim: OutcomeClaim,
  sources: EvidenceSources,
  definition: Outcome | undefined,
  facts: SizingFacts,
): readonly ShownEffect[] | undefined {
  const all: ShownEffect[] = [];
  for (const field of claim.evidence?.items ?? []) {
    const found = field.value === undefined ? undefined : sources.study(field.value);
    const chosen = found === undefined ? undefined : chooseResult(found.reading, wantedBy(claim), definition);
    const [lead] = chosen?.effect.kind === "effect" ? chosen.effect.readings : [];
    const size =
      lead === undefined ? undefined : sizedSd(lead.effect, lead.sign ?? wayOn(lead.effect.scale, facts.better), facts);
    if (lead === undefined || size?.kind !== "sized") return undefined;
    all.push({ study: field.text, at: field.$, sd: size.sd, directed: size.directed, text: effectText(lead.effect) });
  }
  return all;
}
