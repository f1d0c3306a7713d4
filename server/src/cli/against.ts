/** What was registered at an earlier revision, held against the files as they are. */
import { createSession } from "../analysis/index.ts";
import type { Finding } from "../rules/types.ts";
import type { CalendarDate } from "../values/types.ts";
import { kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { commitAt, filesAt } from "./git.ts";
import type { Project } from "./project.ts";

const code = "evaluation/changed-after-registration";

/** Findings by file on registered evaluations that differ from what they were. Throws a `UsageError` where there is no such revision. */
export function findingsAgainst(
  project: Project,
  revision: string,
  asOf: CalendarDate,
): ReadonlyMap<FilePath, readonly Finding[]> {
  const commit = commitAt(project.root, revision);
  const old = new Map<FilePath, string>();
  // Only a stage beyond `planned` fixes anything; most files are passed over without being parsed.
  for (const [path, content] of filesAt(commit, project.root))
    if (content.kind === "text" && /^\s+stage:/m.test(content.text)) old.set(path, content.text);
  const home = new Map([...old].flatMap(([path, text]) => idsIn(text).map((id) => [id, path] as const)));
  const before = new Map<FilePath, string>();
  const now = new Map<FilePath, string>();
  if (old.size > 0)
    for (const path of project.chosen) {
      const text = project.text(path);
      if (text === undefined || text === old.get(path)) continue;
      // A document that moved to another file is held against what it was there.
      const homes = new Set(idsIn(text).flatMap((id) => home.get(id) ?? []));
      const texts = [...homes].map((each) => old.get(each) ?? "");
      if (texts.length === 0) continue;
      before.set(path, texts.join("\n---\n"));
      now.set(path, text);
    }
  const found = new Map<FilePath, readonly Finding[]>();
  if (before.size === 0) return found;
  const session = createSession({ asOf, before });
  for (const { path } of project.listing.entries)
    if (kindOfName(path) === "settings") session.setFile(path, project.text(path));
  for (const [path, text] of now) session.setFile(path, text);
  session.setComplete(true);
  const snapshot = session.snapshot();
  for (const path of now.keys()) {
    const own = snapshot.findings(path).filter((finding) => finding.code === code);
    if (own.length > 0) found.set(path, own);
  }
  return found;
}

/** Ids of the interventions in a text, without parsing it. */
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^intervention:[ \t]*["']?([a-z0-9-]+)/gm)].map(([, id = ""]) => id);

/** Findings of one file with those against the earlier revision among them, by place. */
export const withAgainst = (
  findings: readonly Finding[],
  against: readonly Finding[] | undefined,
): readonly Finding[] =>
  against === undefined ? findings : [...findings, ...against].sort((a, b) => a.span.start - b.span.start);
