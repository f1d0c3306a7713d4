/**
 * Runs rules and assessments over projects, remembers results by what they read, and hands out immutable snapshots.
 * May import everything below it. Not here: the connection, the terminal, any rule.
 */
export type { CheckedFile } from "./check.ts";
export type { FileSummary, FileText, OpenFile } from "./open-file.ts";
export { type Checker, createChecker, createExtractor } from "./phases.ts";
export { keysOf, type Paths, ProjectIndex } from "./project-index.ts";
export { createSession } from "./session.ts";
export type { AssessedArea, AssessedPortfolio, AssessedSpec, ProjectSession, Snapshot } from "./types.ts";
