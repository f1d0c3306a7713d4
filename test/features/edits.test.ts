import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProjectSession, Snapshot } from "../../server/src/analysis/types.ts";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { folding } from "../../server/src/features/folding.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { mentionsOf } from "../../server/src/features/names.ts";
import { references } from "../../server/src/features/references.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { council } from "./council.ts";
import { eachWay, openProject, type Way, ways, written } from "./ways.ts";

/** The council's files as a way has them; what is done to them is of every sort. */
const councilIn = (way: Way) =>
  new Map(Object.entries(council).map(([path, text]) => [path, written(way, text)] as const));
const [asIs] = ways as readonly [Way, ...Way[]];

/** Everything the editor shows of a project, as plain data. */
function shown(snapshot: Snapshot) {
  return {
    found: workspaceSymbols(snapshot, "").map(({ definition: { kind, id, path, span } }) => [kind, id, path, span]),
    files: snapshot.files.map((path) => {
      const names = mentionsOf(snapshot, path);
      return {
        path,
        findings: snapshot.findings(path),
        symbols: documentSymbols(snapshot, path),
        folds: folding(snapshot, path),
        hints: inlayHints(snapshot, path, { start: 0, end: snapshot.text(path)?.length ?? 0 }),
        names,
        uses: names.slice(0, 3).map(({ span }) => references(snapshot, path, span.start, true)),
      };
    }),
  };
}

function fresh(files: ReadonlyMap<string, string>): Snapshot {
  const session = openProject(asIs, {});
  for (const [path, text] of files) session.setFile(path, text);
  session.setComplete(true);
  return session.snapshot();
}

/** What people and careless tools type: pieces of specs, signs that break them, line ends of either kind, signs of two and four bytes. */
const pieces = fc.constantFrom(
  "",
  " ",
  "\n",
  "\r\n",
  "  ",
  "- ",
  ":",
  ": ",
  "#",
  '"',
  "'",
  "[",
  "}",
  "---\n",
  "&a ",
  "*a",
  "<<: *a\n",
  "£1,200",
  "é",
  "😀",
  "mst",
  "child-behaviour",
  "local/visit",
  "outcome: child-enters-care\n",
  "    - item: Rooms\n      amount: £3,000/year\n",
  "# wellspent-disable-next-line costing/no-payer -- agreed\n",
  "\t",
);

interface Change {
  readonly file: number;
  readonly at: number;
  readonly cut: number;
  readonly put: string;
  readonly whole: "keep" | "remove" | "restore" | "crlf";
  readonly look: boolean;
  /** Whether the file is open in the editor; else the change came from the disk. */
  readonly open: boolean;
}

const change: fc.Arbitrary<Change> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  cut: fc.integer({ min: 0, max: 12 }),
  put: pieces,
  whole: fc.constantFrom("keep", "keep", "keep", "keep", "keep", "keep", "remove", "restore", "crlf"),
  look: fc.boolean(),
  open: fc.boolean(),
});

const paths = Object.keys(council).sort();

function apply(session: ProjectSession, files: Map<string, string>, { file, at, cut, put, whole, open }: Change): void {
  const path = paths[file % paths.length] ?? "";
  const before = files.get(path) ?? "";
  const start = at % (before.length + 1);
  const after =
    whole === "remove"
      ? undefined
      : whole === "restore"
        ? council[path]
        : whole === "crlf"
          ? before.replace(/\r?\n/g, "\r\n")
          : before.slice(0, start) + put + before.slice(start + cut);
  if (after === undefined) files.delete(path);
  else files.set(path, after);
  session.setFile(path, after, open);
}

/** As the editor begins: every file read from disk, none of them open. */
function loaded(files: ReadonlyMap<string, string>): ProjectSession {
  const session = openProject(asIs, {});
  session.load([...files].map(([path, text]) => [path, { kind: "text", text }] as const));
  session.setComplete(true);
  return session;
}

eachWay((way) => {
  test("after any edits the session shows what a fresh one shows", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const files = councilIn(way);
        const session = loaded(files);
        for (const each of changes) {
          apply(session, files, each);
          // Looking in between fills what is remembered: it must not be believed for longer than it holds.
          if (each.look) shown(session.snapshot());
        }
        expect(shown(session.snapshot())).toEqual(shown(fresh(files)));
      }),
      { numRuns: 20 },
    );
  });

  test("a snapshot shows the same however the project is edited after it", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const files = councilIn(way);
        const session = loaded(files);
        const before = session.snapshot();
        const then = shown(before);
        for (const each of changes) apply(session, files, each);
        shown(session.snapshot());
        expect(shown(before)).toEqual(then);
      }),
      { numRuns: 7 },
    );
  });

  test("what points into another file follows when its lines move", () => {
    const session = openProject(way, { "a.study.yaml": "study: one\n", "b.study.yaml": "study: one\n" });
    const head = written(way, "").length;
    const pointsAt = () =>
      session
        .snapshot()
        .findings("b.study.yaml")
        .flatMap(({ related }) => related.map(({ span }) => span));
    expect(pointsAt()).toEqual([{ start: head + 7, end: head + 10 }]);
    session.setFile("a.study.yaml", written(way, "# moved\nstudy: one\n"));
    const moved = written(way, "# moved\n").length;
    expect(pointsAt()).toEqual([{ start: moved + 7, end: moved + 10 }]);
  });
});
