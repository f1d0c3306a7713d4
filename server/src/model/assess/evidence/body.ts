/** All studies cited for a claim, one estimate each, and what they show together. Worked out when asked for, never as one types. */
import type { Intervention, OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { CitedStudy, ClaimEvidence, EvidenceSources } from "./body-types.ts";
import { chooseResult, wantedBy } from "./choose.ts";
import { leftOutOf, reviewsApart, sameSampleOnce } from "./left-out.ts";
import { claimedOn, commonScale, place, signOn } from "./placing.ts";
import { remarksOn } from "./remarks.ts";
import { carrying, poolOf, weighted } from "./taken-together.ts";

/** The evidence of every claim of a spec, in order. */
export const evidenceOf = (spec: Intervention, sources: EvidenceSources): readonly ClaimEvidence[] =>
  (spec.outcomes?.items ?? []).map((claim) => claimEvidence(claim, sources, spec.intervention?.value));

/** The evidence of one claim: what each study cited shows, on one scale where they have one, and pooled where they can be. */
export function claimEvidence(
  claim: OutcomeClaim,
  sources: EvidenceSources,
  intervention: string | undefined,
): ClaimEvidence {
  const outcome = claim.outcome?.value ?? "";
  const definition = outcome === "" ? undefined : sources.outcome(outcome);
  const cited = (claim.evidence?.items ?? []).map((field): CitedStudy => {
    const found = field.value === undefined ? undefined : sources.study(field.value);
    const chosen = found === undefined ? undefined : chooseResult(found.reading, wantedBy(claim), definition);
    return {
      id: field.text,
      at: field.$,
      definition: found?.definition,
      study: found?.reading,
      chosen,
      pooled: undefined,
      leftOut: leftOutOf(found?.reading, chosen?.effect),
    };
  });
  const able = reviewsApart(sameSampleOnce(cited));
  const scale = commonScale(able);
  const placed = scale === undefined ? able : able.map((each) => place(each, scale));
  const used = placed.flatMap((each) => (each.pooled === undefined ? [] : [each.pooled]));
  const pool = used.length < 2 || scale === undefined ? undefined : poolOf(used, scale);
  const studies = pool === undefined ? placed : weighted(placed, pool);
  const usable = used.length > 0 && scale !== undefined;
  const claimed = usable ? claimedOn(claim, definition, scale) : undefined;
  return {
    claim,
    outcome,
    title: definition?.title?.value ?? outcome,
    cited: studies,
    scale: usable ? scale : undefined,
    claimed,
    sign: usable ? signOn(scale, definition?.better?.value) : undefined,
    pool,
    unpooled:
      pool !== undefined
        ? undefined
        : cited.length === 0
          ? "no study"
          : used.length === 1
            ? "one study"
            : "nothing comparable",
    remarks: remarksOn(studies, pool, { claim, claimed, intervention, carrying: carrying(studies, pool, scale) }),
  };
}
