import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentRule, Reporter } from "../types.ts";

/** Looks at every claim of an intervention. */
export const eachClaim =
  (look: (claim: OutcomeClaim, outcome: string, report: Reporter) => void): DocumentRule["check"] =>
  ({ spec }, report) => {
    if (spec.kind !== "intervention") return;
    for (const claim of spec.reading?.outcomes?.items ?? []) look(claim, claim.outcome?.text || "this outcome", report);
  };
