import { describe } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";
import type { ProjectSession } from "../../server/src/analysis/types.ts";

/** Characters of two bytes, of several code units, and of several code points. */
export const hard = "£ é 👩‍👧";

/** How a text lies on the disk. */
export interface Way {
  readonly name: string;
  readonly crlf: boolean;
  /** What stands before every text: nothing, or a line of hard characters. */
  readonly before: string;
}

const hardLine = `# £1,200 für Café ${hard}\n`;

/**
 * Every feature is tried in each of these: both line ends, with and without hard characters before the cursor. A project can be
 * made in a way only (`openProject`), so no test of a feature can leave them out (`test/house/ways.test.ts`).
 */
export const ways: readonly Way[] = [
  { name: "LF", crlf: false, before: "" },
  { name: "CRLF", crlf: true, before: "" },
  { name: "LF after £, é and an emoji", crlf: false, before: hardLine },
  { name: "CRLF after £, é and an emoji", crlf: true, before: hardLine },
];

/** Declares tests in every way. */
export function eachWay(declare: (way: Way) => void): void {
  for (const way of ways) describe(way.name, () => declare(way));
}

/** Declares tests in two ways that differ in everything: for those that start a server each. */
export function eachFarWay(declare: (way: Way) => void): void {
  for (const way of ways.filter(({ crlf, before }) => crlf === (before !== ""))) describe(way.name, () => declare(way));
}

/** Texts of a project as a way has them. */
export const writtenAll = (way: Way, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, written(way, text)]));

/** Where a line (from 0) of a test's text stands in the file. */
export const writtenLine = ({ before }: Way, line: number): number => line + (before === "" ? 0 : 1);

/** A text as a way has it. */
export const written = ({ crlf, before }: Way, text: string): string =>
  crlf ? `${before}${text}`.replace(/\r?\n/g, "\r\n") : `${before}${text}`;

/** A text as the test wrote it. */
export const plain = ({ before }: Way, text: string): string => {
  const ended = text.replace(/\r\n/g, "\n");
  return ended.startsWith(before) ? ended.slice(before.length) : ended;
};

/** A line of a file (from 0) as the test wrote it. */
export const plainLine = ({ before }: Way, line: number): number => line - (before === "" ? 0 : 1);

/** A project in memory, its files as a way has them. */
export function openProject(way: Way, files: Readonly<Record<string, string>>): ProjectSession {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 11, day: 22 } });
  for (const [path, text] of Object.entries(files)) session.setFile(path, written(way, text));
  session.setComplete(true);
  return session;
}
