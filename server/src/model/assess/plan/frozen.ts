/** What may not change once an evaluation is registered, unless the change is recorded. */
import { fixedKeys } from "../../../schema/kinds/evaluation.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { DocumentTree, Place, SyntaxNode } from "../../../syntax/types.ts";
import { detach } from "../../detach.ts";

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
  if (current.stage?.value === "planned" && !recorded.has("stage"))
    changes.push({ key: "stage", before: stage, now: "planned", at: current.$keys.get("stage") });
  return changes;
}

function meaning(document: DocumentTree, value: { readonly $node: SyntaxNode } | undefined): string | undefined {
  if (value === undefined) return undefined;
  const said = detach(document, value.$node);
  return typeof said === "string" ? said.trim().replace(/\s+/g, " ") : JSON.stringify(said);
}
