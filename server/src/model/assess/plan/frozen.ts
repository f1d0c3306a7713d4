/** What may not change once an evaluation is registered, unless the change is recorded. */
import { fixedKeys } from "../../../schema/kinds/deviations.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { DocumentTree, Place, SyntaxNode } from "../../../syntax/types.ts";
import { detach } from "../../detach.ts";
import type { Spec } from "../../spec.ts";

/** Keys that are compared one by one; the stage is held to its order. */
const frozenKeys = (Object.keys(fixedKeys) as (keyof typeof fixedKeys)[]).filter((key) => key !== "stage");

export interface Change {
  readonly key: string;
  /** As registered; undefined when it was not there. */
  readonly before: string | undefined;
  /** As it is; undefined when it was taken away. */
  readonly now: string | undefined;
  /** Where it stands now; undefined when it was taken away. */
  readonly at: Place | undefined;
}

interface Version {
  readonly reading: Intervention | undefined;
  readonly document: DocumentTree;
}

/**
 * What changed in a registered evaluation and is not among its deviations. Empty when it was not registered before. Compared by
 * meaning: layout and comments never count.
 */
export function changesSince(before: Version, now: Version): readonly Change[] {
  const registered = before.reading?.evaluation;
  const stage = registered?.stage?.value;
  if (registered === undefined || stage === undefined || stage === "planned") return [];
  const current = now.reading?.evaluation;
  if (current === undefined) return [{ key: "evaluation", before: stage, now: undefined, at: undefined }];
  const recorded = new Set((current.deviations?.items ?? []).map(({ field }) => field?.value));
  const changes: Change[] = [];
  for (const key of frozenKeys) {
    const [was, is] = [meaning(before.document, registered[key]), meaning(now.document, current[key])];
    if (was === is || recorded.has(key)) continue;
    changes.push({ key, before: was, now: is, at: current.$keys.get(key) });
  }
  if (wentBack(stage, current) && !recorded.has("stage"))
    changes.push({ key: "stage", before: stage, now: current.stage?.value, at: current.$keys.get("stage") });
  return changes;
}

const stages = ["planned", "registered", "running", "reported"] as const;

/** True where an evaluation is at an earlier stage than it was, or no longer says its stage. One that cannot be read may still be there. */
function wentBack(was: (typeof stages)[number], { stage, $keys }: NonNullable<Intervention["evaluation"]>): boolean {
  if (stage?.value === undefined) return !$keys.has("stage");
  return stages.indexOf(stage.value) < stages.indexOf(was);
}

/**
 * The document that a spec was, among those that stood there before: the one of its id, else of an intervention the one that is gone
 * and has its number in a register, else the only one that is gone where it is the only one that is new.
 */
export function wasBefore(spec: Spec, before: readonly Spec[], now: readonly Spec[]): Spec | undefined {
  const same = before.find(({ kind, id }) => kind === spec.kind && id === spec.id);
  if (same !== undefined || spec.kind !== "intervention") return same;
  const gone = interventions(before).filter(({ id }) => !now.some((each) => isCalled(each, id)));
  const number = registrationOf(spec);
  const registered = gone.find((each) => number !== undefined && registrationOf(each) === number);
  if (registered !== undefined) return registered;
  const fresh = interventions(now).filter(({ id }) => !before.some((each) => isCalled(each, id)));
  const [only] = gone;
  const sameNumber = only !== undefined && (number === undefined || registrationOf(only) === undefined);
  return gone.length === 1 && fresh.length === 1 && fresh[0] === spec && sameNumber ? only : undefined;
}

/** The stage of an evaluation that is fixed; undefined of a plan. */
export function fixedStage(spec: Spec): Exclude<(typeof stages)[number], "planned"> | undefined {
  const stage = spec.kind === "intervention" ? spec.reading?.evaluation?.stage?.value : undefined;
  return stage === "planned" ? undefined : stage;
}

type InterventionSpec = Extract<Spec, { readonly kind: "intervention" }>;

const interventions = (specs: readonly Spec[]): readonly InterventionSpec[] =>
  specs.filter((each): each is InterventionSpec => each.kind === "intervention" && each.id !== undefined);

const isCalled = ({ kind, id }: Spec, name: string | undefined): boolean => kind === "intervention" && id === name;

const registrationOf = ({ reading }: InterventionSpec): string | undefined =>
  reading?.evaluation?.registration?.value?.trim().toLowerCase();

function meaning(document: DocumentTree, value: { readonly $node: SyntaxNode } | undefined): string | undefined {
  if (value === undefined) return undefined;
  const said = detach(document, value.$node);
  return typeof said === "string" ? said.trim().replace(/\s+/g, " ") : JSON.stringify(said);
}
