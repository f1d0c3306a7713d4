import { expect, test } from "vitest";
import type { Snapshot } from "../../server/src/analysis/types.ts";
import { mentionsOf } from "../../server/src/features/names.ts";
import { rename } from "../../server/src/features/rename.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { examples } from "./examples.ts";
import { eachWay, openProject } from "./ways.ts";

/** How many findings of each code a file has: they must not change with a name. */
const counts = (snapshot: Snapshot) =>
  snapshot.files.map((path) => [path, snapshot.findings(path).map(({ code }) => code)] as const);

/** Figures of each spec, as text. */
const figures = (snapshot: Snapshot) =>
  snapshot.files.flatMap((path) =>
    snapshot
      .assessments(path)
      .map(({ assessment }) =>
        ["cost_total", "cost_per_starter", "npv", "bcr"].map((id) => assessment.figures.get(id as "npv")?.value),
      ),
  );

eachWay((way) => {
  test("one of each kind in the examples is renamed, and findings and figures stay as they were", () => {
    const session = openProject(way, examples);
    const before = session.snapshot();
    const [findings, worth] = [counts(before), figures(before)];
    const byKind = new Map(workspaceSymbols(before, "").map(({ definition }) => [definition.kind, definition]));
    expect([...byKind.keys()]).toEqual(
      expect.arrayContaining(["intervention", "outcome", "study", "unit-costs", "unit-cost"]),
    );
    for (const { kind, id, path, span } of byKind.values()) {
      const snapshot = session.snapshot();
      const [name] = mentionsOf(snapshot, path).filter(
        (each) => each.whole.start === span.start && each.name.kind === kind,
      );
      const renamed = rename(snapshot, path, name?.span.start ?? -1, "quite-another-name");
      if (!renamed.ok) throw new Error(`${kind} ${id}: ${renamed.why}`);
      const touched = new Map<string, string>();
      for (const { path: file, span: at, text } of renamed.changes.toSorted((a, b) => b.span.start - a.span.start)) {
        const old = touched.get(file) ?? snapshot.text(file) ?? "";
        touched.set(file, old.slice(0, at.start) + text + old.slice(at.end));
      }
      for (const [file, text] of touched) session.setFile(file, text, false);
      const after = session.snapshot();
      expect(touched.size, `${kind} ${id}`).toBeGreaterThan(0);
      expect(counts(after), `${kind} ${id}`).toEqual(findings);
      expect(figures(after), `${kind} ${id}`).toEqual(worth);
      for (const file of touched.keys()) session.setFile(file, before.text(file), false);
    }
  });
});
