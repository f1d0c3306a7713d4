/** How the command line ends, by cause. Part of its contract: printed in `--help` and never renumbered. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage: an unknown option, a path that does not exist. */
  usage: 2,
  /** No file bears one of our names. */
  nothing: 3,
  /** Something could not be read or written, so the answer is not complete. */
  unreadable: 4,
  /** A fault in Wellspent itself. */
  internal: 70,
} as const;

export const exitCodesHelp = `Exit codes:
  0   clean: no finding at or above --fail-on
  1   findings at or above --fail-on (of diff: new ones)
  2   wrong usage: an unknown option, a path or revision that does not exist, a change that cannot be made
  3   nothing to work on: no file bears one of our names
  4   something could not be read or written; the rest was done
  70  a fault in Wellspent itself`;

/** A wrong wish of the user: told in one line, with exit code 2 unless said otherwise. */
export class UsageError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
