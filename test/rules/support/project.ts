/** Runs the real engine over a project held in memory. */
import { createSession } from "../../../server/src/analysis/index.ts";
import type { Finding } from "../../../server/src/rules/types.ts";
import type { FileContent } from "../../../server/src/workspace/types.ts";

/** Path in the project to its text, or to why it has none. */
export type Project = Readonly<Record<string, string | FileContent>>;

/** Files below it are earlier versions of those of the project. */
const beforeFolder = ".before/";

const asOf = { kind: "date", year: 2026, month: 6, day: 1 } as const;

/** Findings of every file, in order of path and place; suppressed ones included and marked. */
export function check(project: Project): readonly Finding[] {
  const earlier = Object.keys(project).filter((path) => path.startsWith(beforeFolder));
  const before = new Map(earlier.map((path) => [path.slice(beforeFolder.length), textOf(project, path)]));
  const session = createSession({ asOf, before });
  for (const [path, content] of Object.entries(project)) {
    if (path.startsWith(beforeFolder)) continue;
    if (typeof content === "string") session.setFile(path, content);
    else if (content.kind === "text") session.setFile(path, content.text);
    else session.setProblem(path, content.problem, content.detail);
  }
  session.setComplete(true);
  const snapshot = session.snapshot();
  return snapshot.files.flatMap((path) => snapshot.findings(path));
}

/** The text of a file of a project, "" when it has none. */
export function textOf(project: Project, path: string): string {
  const content = project[path];
  if (typeof content === "string") return content;
  return content?.kind === "text" ? content.text : "";
}

const suffixes: readonly (readonly [head: RegExp, suffix: string])[] = [
  [/^intervention:/m, "intervention"],
  [/^outcome:/m, "outcome"],
  [/^study:/m, "study"],
  [/^unit_costs:/m, "unit-costs"],
  [/^area:/m, "area"],
  [/^portfolio:/m, "portfolio"],
];

/** A file name that suits a text: by its first head key. */
export function nameFor(text: string, stem: string): string {
  const found = suffixes
    .map(([head, suffix]) => ({ suffix, at: text.search(head) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0];
  return `${stem}.${found?.suffix ?? "outcome"}.yaml`;
}

/** Applies the first fix of each finding to its file, from the last to the first; of fixes that overlap the earlier one wins. */
export function fixed(text: string, findings: readonly Finding[]): string {
  const edits: { readonly span: { readonly start: number; readonly end: number }; readonly text: string }[] = [];
  for (const { fixes } of findings) {
    const wanted = fixes[0]?.edits ?? [];
    const clash = wanted.some((edit) =>
      edits.some((other) => edit.span.start <= other.span.end && other.span.start <= edit.span.end),
    );
    if (!clash) edits.push(...wanted);
  }
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, edit) => done.slice(0, edit.span.start) + edit.text + done.slice(edit.span.end), text);
}
