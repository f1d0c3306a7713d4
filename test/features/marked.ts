import { test } from "vitest";
import type { Snapshot } from "../../server/src/analysis/types.ts";
import type { Span } from "../../server/src/syntax/types.ts";
import { hard, openProject, plain, plainLine, type Way, ways, written } from "./ways.ts";

interface Change {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

/** A project in memory with the cursor in one of its files. */
export interface Marked {
  readonly way: Way;
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
  /** A line (from 0) as the test wrote it. */
  line(line: number): number;
  /** A span in words: file, line from 1, and its text. */
  show(path: string, span: Span): string;
  /** The text of a file after changes, as the test wrote it. */
  changed(path: string, changes: readonly Change[]): string;
}

/**
 * Runs a test on files, one of which may have `$0`, in every way; `%%` stands for hard characters in the middle of a line, in
 * the ways that have them.
 */
export function marked(
  name: string,
  files: Readonly<Record<string, string>>,
  run: (project: Marked) => void | Promise<void>,
): void {
  for (const way of ways) test(`${name} (${way.name})`, () => run(projectOf(files, way)));
}

function projectOf(files: Readonly<Record<string, string>>, way: Way): Marked {
  const signs = way.before === "" ? "%%" : hard;
  const texts = Object.entries(files).map(([path, text]) => [path, text.replaceAll("%%", signs)] as const);
  const [path, text] = texts.find(([, each]) => each.includes("$0")) ?? ["", "$0"];
  const snapshot = openProject(
    way,
    Object.fromEntries(texts.map(([at, each]) => [at, each.replace("$0", "")])),
  ).snapshot();
  return {
    way,
    snapshot,
    path,
    offset: path === "" ? 0 : written(way, text).indexOf("$0"),
    line: (line) => plainLine(way, line),
    show(at, span) {
      const parsed = snapshot.parsed(at);
      if (parsed === undefined) throw new Error(`no file ${at}`);
      const line = plainLine(way, parsed.positionAt(span.start).line) + 1;
      return `${at}:${line} ${plain(way, parsed.text.slice(span.start, span.end))}`;
    },
    changed(at, changes) {
      let whole = snapshot.text(at) ?? "";
      const own = changes.filter((each) => each.path === at).sort((a, b) => b.span.start - a.span.start);
      for (const { span, text: put } of own) whole = whole.slice(0, span.start) + put + whole.slice(span.end);
      return plain(way, whole).replaceAll(signs, "%%");
    },
  };
}
