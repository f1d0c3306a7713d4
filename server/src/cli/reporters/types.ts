import type { CheckResult } from "../result.ts";
import type { Colours } from "../terminal.ts";

export interface ReportStyle {
  readonly colours: Colours;
  readonly width: number;
  /** Findings shown at most; beyond, their number. Undefined: all. */
  readonly maxFindings: number | undefined;
  /** Findings below `failOn` are left out of what people read. */
  readonly quiet: boolean;
}

/** A format of `check`: the whole text that is written, ending in a line break. */
export type CheckReporter = (result: CheckResult, style: ReportStyle) => string | Promise<string>;
