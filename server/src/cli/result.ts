import type { Finding, Severity } from "../rules/types.ts";
import type { Places } from "./places.ts";

/** One file that was checked. Paths that are shown are relative to the working directory, with `/`. */
export interface CheckedFile {
  readonly shown: string;
  /** Findings in order of place; suppressed ones included and marked. */
  readonly findings: readonly Finding[];
  /** Where the offsets that findings name stand in this file, as they were when it was checked; see `placesOf`. */
  readonly places?: Places | undefined;
}

/** Something that stood in the way and is no finding of a spec: told beside the findings. */
export interface Notice {
  readonly path?: string;
  readonly message: string;
  /** True when the answer is incomplete because of it. */
  readonly incomplete: boolean;
  /** Set when a finding says the same to people. */
  readonly alsoFinding?: true;
}

/** What a run of `check` found: everything a reporter needs. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  readonly notices: readonly Notice[];
  /** `2026-11-22`. */
  readonly asOf: string;
  readonly failOn: Severity;
  /** Milliseconds since the start of the process. */
  readonly elapsed: number;
  /** Text of a file, by its path in the project; undefined when there is none. */
  readonly text: (file: CheckedFile, path: string) => string | undefined;
  /** The path as shown of a path in the project of a file. */
  readonly show: (file: CheckedFile, path: string) => string;
}

export interface Counts {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly suppressed: number;
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1 };

/** Whether one severity is as serious as another, or more. */
export const atLeast = (severity: Severity, floor: Severity): boolean => ranks[severity] >= ranks[floor];

export function count(files: readonly CheckedFile[]): Counts {
  const counts = { files: files.length, error: 0, warning: 0, information: 0, suppressed: 0 };
  for (const { findings } of files)
    for (const { suppressed, severity } of findings) counts[suppressed === undefined ? severity : "suppressed"] += 1;
  return counts;
}

/** Whether the check fails: a finding that no comment keeps from view stands at or above `failOn`. */
export const fails = (result: Pick<CheckResult, "files" | "failOn">): boolean =>
  result.files.some((file) =>
    file.findings.some((each) => each.suppressed === undefined && atLeast(each.severity, result.failOn)),
  );
