import { createDefinitionReader } from "../model/defined.ts";
import { createValueCache } from "../model/read.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { createAssessor } from "./assessor.ts";
import { type CheckedFile, checkFile, checkFiles, type World } from "./check.ts";
import { IndexBeside } from "./index-beside.ts";
import { type FileMemory, type FileText, isSettingsPath, type OpenFile, openFiles } from "./open-file.ts";
import { createRulePlans } from "./plan.ts";
import type { ProjectIndex } from "./project-index.ts";
import { SettingsTable } from "./settings-for.ts";
import type { AssessedSpec } from "./types.ts";

/** First phase of a check of many files: what the rest of the project needs to know of each. The trees stay with the caller. */
export type Extractor = (files: readonly FileText[]) => readonly OpenFile[];

/**
 * An extractor that reads a value once for all its files. Only a portfolio reads what an intervention says: in a project without one
 * (`whole` false) summaries do without those meanings, which are most of its text.
 */
export function createExtractor(whole: boolean): Extractor {
  const memory: FileMemory = {
    once: true,
    readings: createValueCache(),
    withoutMeaning: whole ? undefined : "intervention",
  };
  return (files) => openFiles(files, memory);
}

/** Second phase: checks files of a project whose summaries are all known. */
export interface Checker {
  check(file: OpenFile): CheckedFile;
  /**
   * Checks a file before all summaries are known, beside those that are. The result counts when the others turn out to say nothing of
   * what it asked (its reads are questions without their answers): most files rest on few others, and need no trees kept or made again
   * until then. A few files at a time.
   */
  checkAhead(files: readonly OpenFile[]): readonly CheckedFile[];
  assessments(file: OpenFile): readonly AssessedSpec[];
  ignores(path: FilePath): boolean;
}

export function createChecker(index: ProjectIndex, asOf: CalendarDate): Checker {
  const settings = new SettingsTable(
    [...index.summaries.keys()].filter(isSettingsPath).flatMap((path) => index.summaries.get(path)?.settings ?? []),
  );
  const read = createDefinitionReader();
  const world: World = {
    index,
    settings,
    asOf,
    assessor: createAssessor(read),
    plans: createRulePlans(),
    read,
  };
  const reader = index.recording(new Map());
  return {
    check: (file) => checkFile(file, world),
    checkAhead: (files) => checkFiles(files, world, (file) => new IndexBeside(index, file.summary)),
    assessments: (file) =>
      file.specs.flatMap((spec): AssessedSpec[] => {
        const assessment = world.assessor.assess(spec, reader, settings.for(file.path));
        return assessment === undefined ? [] : [{ spec, assessment }];
      }),
    ignores: (path) => settings.ignores(path),
  };
}
