import type { Outcome } from "../schema/kinds/outcome.ts";
import type { Field, ListNode } from "../schema/shape.ts";
import type { Comparison, Estimate, PValue, Word, Written } from "../values/types.ts";
import { unit } from "../values/units.ts";
import type { Spec } from "./spec.ts";

/** An effect as a spec states it, wherever it stands. */
export interface StatedEffect {
  readonly field: Field<Estimate | Comparison | Word>;
  /** The p written beside it, in the effect itself or in its own key. */
  readonly p: { readonly value: PValue; readonly field: Field<unknown> } | undefined;
  readonly from: "claim" | "result" | "expected";
}

/** Every effect of a spec: those an intervention claims, those a study found, those a plan expects. Before-and-after changes are not effects. */
export function effectsOf(spec: Spec): readonly StatedEffect[] {
  if (spec.reading === undefined) return [];
  if (spec.kind === "study")
    return (spec.reading.results?.items ?? []).flatMap((result) =>
      result.effect === undefined ? [] : [stated(result.effect, "result", result.p)],
    );
  if (spec.kind !== "intervention") return [];
  const claims = (spec.reading.outcomes?.items ?? []).flatMap((claim) =>
    claim.effect === undefined ? [] : [stated(claim.effect, "claim", undefined)],
  );
  const expected = spec.reading.evaluation?.expected_effect;
  if (expected === undefined) return claims;
  const fields: readonly Field<Estimate | Comparison | Word>[] =
    expected.$kind === "list" ? (expected as ListNode<Field<Estimate | Comparison | Word>>).items : [expected];
  return [...claims, ...fields.map((field) => stated(field, "expected", undefined))];
}

function stated(field: StatedEffect["field"], from: StatedEffect["from"], p: Field<PValue> | undefined): StatedEffect {
  const inside = field.value !== undefined && field.value.kind !== "word" ? field.value.p : undefined;
  if (inside !== undefined) return { field, from, p: { value: inside, field } };
  return { field, from, p: p?.value === undefined ? undefined : { value: p.value, field: p } };
}

/** The estimate of an effect, when it is one. */
export const estimateOf = (effect: { readonly field: Field<Estimate | Comparison | Word> }): Estimate | undefined =>
  effect.field.value?.kind === "estimate" ? effect.field.value : undefined;

/** Event, state, score or QALY. */
export type OutcomeKind = NonNullable<NonNullable<Outcome["kind"]>["value"]>;

/** What happens or does not: its coefficients may be of chances or of log odds. */
export const isYesNo = (kind: OutcomeKind | undefined): boolean => kind === "event" || kind === "state";

/** Plain points of a score are the score's own (`-2 points` on a scale of 40), not percentage points; any other estimate as it is. */
export function inOwnPoints(estimate: Estimate, kind: OutcomeKind | undefined): Estimate {
  if (estimate.plainPoints !== true || kind !== "score") return estimate;
  const { interval, se, plainPoints: _, ...rest } = estimate;
  return {
    ...rest,
    metric: "MD",
    unit: POINT,
    value: hundredfold(rest.value),
    ...(interval === undefined
      ? {}
      : {
          interval: {
            ...interval,
            low: hundredfold(interval.low),
            high: hundredfold(interval.high),
            written: twoPlacesUp(interval.written),
          },
        }),
    ...(se === undefined ? {} : { se: hundredfold(se) }),
    written: twoPlacesUp(rest.written),
  };
}

const POINT = unit(["point", 1]);
const hundredfold = (value: number): number => Number((value * 100).toPrecision(15));
const twoPlacesUp = (written: Written): Written => ({
  ...written,
  finest: written.finest + 2,
  lastNonZero: written.lastNonZero + 2,
});

/** The word that stands where an effect would: `no difference`, `not measured`, `none`, `unknown`. */
export function wordIn(field: Field<Estimate | Comparison | Word> | undefined): string | undefined {
  return field?.word ?? (field?.value?.kind === "word" ? field.value.word : undefined);
}
