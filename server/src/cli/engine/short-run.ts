import { setFlagsFromString } from "node:v8";

/**
 * How V8 compiles while much is checked once: the words it has for that, as it is and as it is better here. Every thread sees a few
 * thousand files, so what runs once a file is over when V8's second compiler, dear and thorough, would take it up: that one is left to
 * what runs for every value, and the first, cheap one is called sooner. Over 10,000 files on two cores it is a tenth less of both
 * processor time and waiting.
 */
const settings: readonly (readonly [word: string, usual: number, shortRun: number])[] = [
  ["invocation-count-for-turbofan", 3000, 60_000],
  ["invocation-count-for-maglev", 400, 200],
  ["invocation-count-for-feedback-allocation", 8, 2],
  ["minimum-invocations-after-ic-update", 500, 100],
];

/** The V8 that has these words and these usual numbers (Node 22 to 26); another would complain of them, and runs as it is. */
const known = /^(12\.4|13|14)\./;

/** Has V8 compile for a process that does much once and ends: all its threads, from now on. */
export const compileForShortRun = (): void => set(([word, , shortRun]) => `--${word}=${shortRun}`);

/** Has V8 compile as usual again. It takes code that was kept for code of its own only under the same settings. */
export const compileAsUsual = (): void => set(([word, usual]) => `--${word}=${usual}`);

function set(flagOf: (setting: (typeof settings)[number]) => string): void {
  if (known.test(process.versions.v8)) for (const setting of settings) setFlagsFromString(flagOf(setting));
}
