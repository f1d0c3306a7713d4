import { parseAllDocuments } from "yaml";
import type { Case, Intervention, Library, Outcome } from "./spec.ts";

/** The documents of one file, sorted by their head keys. */
export function caseOf(text: string): Case {
  const given: Case = { spec: {} as Intervention, outcomes: [], library: { unit_costs: "", entries: [] } };
  for (const document of parseAllDocuments(text)) {
    const parsed = document.toJS() as object;
    if ("intervention" in parsed) given.spec = parsed as Intervention;
    else if ("outcome" in parsed) given.outcomes.push(parsed as Outcome);
    else given.library = parsed as Library;
  }
  return given;
}
