import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** The intervention that holds an offset; in the space after one, that one. Undefined in a file without interventions. */
export function interventionAt(snapshot: Snapshot, path: FilePath, offset: number): AssessedSpec | undefined {
  const parsed = snapshot.parsed(path);
  const all = snapshot.assessments(path).filter(({ spec }) => spec.kind === "intervention");
  if (parsed === undefined) return undefined;
  const before = all.filter(({ spec }) => {
    const root = spec.document.root;
    return root !== undefined && parsed.spanOf(root).start <= offset;
  });
  return before.at(-1) ?? all[0];
}
