import type { Snapshot } from "../analysis/types.ts";
import type { EvidenceSources } from "../model/assess/evidence/index.ts";

/** The studies and outcomes of a project, as the evidence of a claim is looked up. */
export function evidenceSources({ index, read }: Pick<Snapshot, "index" | "read">): EvidenceSources {
  return {
    study(id) {
      const [definition] = index.definitions("study", id);
      const reading = definition === undefined ? undefined : read("study", definition);
      return definition === undefined || reading === undefined ? undefined : { definition, reading };
    },
    outcome(id) {
      const [definition] = index.definitions("outcome", id);
      return definition === undefined ? undefined : read("outcome", definition);
    },
  };
}
