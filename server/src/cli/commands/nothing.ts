import { harmless } from "../terminal.ts";

/** Said when no file bears one of our names. */
export const nothingToCheck = (paths: readonly string[]): string =>
  `Nothing to check in ${paths.length === 0 ? "this folder" : paths.map(harmless).join(", ")}: no file is named like a spec, ` +
  "such as name.intervention.yaml, name.outcome.yaml or name.study.yaml. `wellspent init` writes a first one.\n";
