/** The studies and outcomes of a project, as the evidence of a claim is looked up. */
export { evidenceSources } from "../model/assess/evidence/sources.ts";
