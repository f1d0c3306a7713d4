import { test } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";
import type { Snapshot } from "../../server/src/analysis/types.ts";
import type { Span } from "../../server/src/syntax/types.ts";

interface Change {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

/** A project in memory with the cursor in one of its files. */
export interface Marked {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
  /** A span in words: file, line from 1, and its text. */
  show(path: string, span: Span): string;
  /** The text of a file after changes, as the test wrote it. */
  changed(path: string, changes: readonly Change[]): string;
}

/** Characters of two bytes, of several code units, and of several code points. */
const hard = "£ é 👩‍👧";

/** Runs a test on files, one of which may have `$0`, with both line ends, and with `%%` as hard characters and as nothing special. */
export function marked(
  name: string,
  files: Readonly<Record<string, string>>,
  run: (project: Marked) => void | Promise<void>,
): void {
  for (const eol of ["\n", "\r\n"])
    for (const signs of ["%%", hard])
      test(`${name} (${eol === "\n" ? "LF" : "CRLF"}${signs === hard ? ", hard signs" : ""})`, () =>
        run(projectOf(files, eol, signs)));
}

function projectOf(files: Readonly<Record<string, string>>, eol: string, signs: string): Marked {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 11, day: 22 } });
  let cursor: { path: string; offset: number } | undefined;
  for (const [path, written] of Object.entries(files)) {
    const text = written.replaceAll("%%", signs).replaceAll("\n", eol);
    const offset = text.indexOf("$0");
    if (offset >= 0) cursor = { path, offset };
    session.setFile(path, text.replace("$0", ""));
  }
  session.setComplete(true);
  const snapshot = session.snapshot();
  return {
    snapshot,
    ...(cursor ?? { path: "", offset: 0 }),
    show(path, span) {
      const parsed = snapshot.parsed(path);
      if (parsed === undefined) throw new Error(`no file ${path}`);
      return `${path}:${parsed.positionAt(span.start).line + 1} ${parsed.text.slice(span.start, span.end).replaceAll(eol, "\n")}`;
    },
    changed(path, changes) {
      let text = snapshot.text(path) ?? "";
      const own = changes.filter((each) => each.path === path).sort((a, b) => b.span.start - a.span.start);
      for (const { span, text: put } of own) text = text.slice(0, span.start) + put + text.slice(span.end);
      return text.replaceAll(eol, "\n").replaceAll(signs, "%%");
    },
  };
}
