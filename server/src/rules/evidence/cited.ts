import { comparativeDesigns } from "../../model/designs.ts";
import type { Definition } from "../../model/spec.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Study } from "../../schema/kinds/study.ts";
import { Attached } from "../../syntax/attached.ts";
import type { DocumentContext } from "../types.ts";

export interface CitedReading {
  readonly id: string;
  readonly definition: Definition;
  readonly study: Study;
}

/** What was cited for each claim of a document while it is checked: nine rules ask. */
const cited = new Attached<object, Map<OutcomeClaim, readonly CitedReading[]>>("studies cited");

/** The studies cited for a claim that the project holds and that say something on its outcome; looked up once for a `context`. */
export function citedReadings(
  context: Pick<DocumentContext, "index" | "read">,
  claim: OutcomeClaim,
): readonly CitedReading[] {
  let known = cited.get(context);
  if (known === undefined) {
    known = new Map();
    cited.set(context, known);
  }
  const before = known.get(claim);
  if (before !== undefined) return before;
  const found = citedFor(context, claim);
  known.set(claim, found);
  return found;
}

function citedFor(
  { index, read }: Pick<DocumentContext, "index" | "read">,
  claim: OutcomeClaim,
): readonly CitedReading[] {
  const outcome = claim.outcome?.value;
  return (claim.evidence?.items ?? []).flatMap(({ value: id }) => {
    const definition = id === undefined ? undefined : index.definitions("study", id)[0];
    const study = definition === undefined ? undefined : read("study", definition);
    if (id === undefined || definition === undefined || study === undefined) return [];
    const says = (study.results?.items ?? []).some((result) => result.outcome?.value === outcome);
    return says ? [{ id, definition, study }] : [];
  });
}

/** Whether the author says why evidence from elsewhere holds. */
export const saysWhy = ({ transfer }: OutcomeClaim): boolean => (transfer?.value ?? "").trim() !== "";

/** A design that is known, and is none from which an effect comes out. A review may hold studies that compare, a cohort a group that was not served. */
export const comparesNothing = ({ design, control }: Study): boolean =>
  design?.value !== undefined &&
  design.value !== "unknown" &&
  design.value !== "review" &&
  !comparativeDesigns.has(design.value) &&
  (control?.value === undefined || control.value === "none" || control.value === "unknown");
