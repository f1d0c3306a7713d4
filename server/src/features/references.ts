import type { Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Target } from "./definition.ts";
import { mentionAt } from "./names.ts";
import { occurrences } from "./occurrences.ts";

/** Where the name at an offset is used in the project, with its definition when asked for. Empty where no name stands. */
export function references(
  snapshot: Snapshot,
  path: FilePath,
  offset: number,
  withDefinition: boolean,
): readonly Target[] {
  const here = mentionAt(snapshot, path, offset);
  if (here === undefined) return [];
  return occurrences(snapshot, here.name)
    .filter(({ defines }) => withDefinition || !defines)
    .map((each) => ({ path: each.path, span: each.span }));
}
