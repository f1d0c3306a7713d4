import type { DefinitionReader } from "../../defined.ts";
import type { Definition } from "../../spec.ts";
import type { EvidenceSources } from "./body-types.ts";

interface Project {
  readonly index: { definitions(kind: "study" | "outcome", id: string): readonly Definition[] };
  readonly read: DefinitionReader;
}

/** The studies and outcomes of a project, as the evidence of a claim is looked up. */
export function evidenceSources({ index, read }: Project): EvidenceSources {
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
