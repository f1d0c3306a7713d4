import type { Spec } from "../../model/spec.ts";
import type { Place } from "../../syntax/types.ts";

/** A benefit of an intervention and the benefits it says it contains. */
export interface BenefitUse {
  readonly name: string;
  readonly at: Place;
  readonly includes: readonly { readonly name: string; readonly at: Place }[];
}

export function benefitsOf(spec: Spec): readonly BenefitUse[] {
  if (spec.kind !== "intervention") return [];
  return (spec.reading?.benefits?.items ?? []).flatMap((item) => {
    const name = item.benefit?.value;
    if (name === undefined || item.benefit === undefined) return [];
    const includes = (item.includes?.items ?? []).flatMap((each) =>
      each.value === undefined ? [] : [{ name: each.value, at: each.$ }],
    );
    return [{ name, at: item.benefit.$, includes }];
  });
}
