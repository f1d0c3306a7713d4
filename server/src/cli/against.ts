/** What was registered at an earlier revision, held against the files as they are. */
import { createSession } from "../analysis/index.ts";
import { changedAfterRegistration } from "../rules/evaluation/changed-after-registration.ts";
import { registeredGone } from "../rules/evaluation/registered-gone.ts";
import type { Finding } from "../rules/types.ts";
import type { CalendarDate } from "../values/types.ts";
import { kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { commitAt, filesAt } from "./git.ts";
import type { Project } from "./project.ts";

const codes: ReadonlySet<string> = new Set([changedAfterRegistration.code, registeredGone.code]);

/** Findings by file on registered evaluations that differ from what they were; also by files that are gone. Throws a `UsageError` where there is no such revision. */
export function findingsAgainst(
  project: Project,
  revision: string,
  asOf: CalendarDate,
): ReadonlyMap<FilePath, readonly Finding[]> {
  const commit = commitAt(project.root, revision);
  const old = new Map<FilePath, string>();
  // Only a stage beyond `planned` fixes anything; most files are passed over without being parsed.
  for (const [path, content] of filesAt(commit, project.root))
    if (content.kind === "text" && /\bstage:/.test(content.text)) old.set(path, content.text);
  if (old.size === 0) return new Map();
  const now = new Map<FilePath, string>();
  for (const { path } of project.listing.entries) {
    const text = project.text(path);
    if (text !== undefined) now.set(path, text);
    // What cannot be read is not gone: that has a finding of its own.
    else old.delete(path);
  }
  for (const { path } of project.listing.problems) old.delete(path);
  const pairs = counterparts(old, now);
  const asked = [...pairs].filter(([path, { text }]) =>
    text === undefined ? project.asks(path) : project.chosen.has(path),
  );
  if (asked.length === 0) return new Map();
  const session = createSession({ asOf, before: new Map(asked.map(([path, { before }]) => [path, before])) });
  // An intervention is gone only where no file of the project has it.
  const isWhole = asked.some(([, { lost }]) => lost);
  for (const [path, text] of now)
    if (isWhole || pairs.has(path) || kindOfName(path) === "settings") session.setFile(path, text);
  for (const [path, { text }] of asked) if (text === undefined) session.setFile(path, "");
  session.setComplete(true);
  const snapshot = session.snapshot();
  const found = new Map<FilePath, readonly Finding[]>();
  const said = new Set<string>();
  for (const [path] of asked) {
    // Documents that went to several files bring the one that is gone to each of them: it is said once.
    const own = snapshot.findings(path).filter(({ code, message }) => codes.has(code) && !said.has(message));
    for (const { code, message } of own) if (code === registeredGone.code) said.add(message);
    if (own.length > 0) found.set(path, own);
  }
  return found;
}

interface Counterpart {
  /** Everything that stood in this file, or in the files that its documents come from. */
  readonly before: string;
  /** Undefined of a file that is gone. */
  readonly text: string | undefined;
  /** True where a document of it is in no file by its id. */
  readonly lost: boolean;
}

/** Files that differ, each with what its documents were, wherever they stood then. */
function counterparts(
  old: ReadonlyMap<FilePath, string>,
  now: ReadonlyMap<FilePath, string>,
): ReadonlyMap<FilePath, Counterpart> {
  const home = homes(old, idsIn);
  const register = homes(old, registrationsIn);
  const here = homes(now, idsIn);
  const pairs = new Map<FilePath, Counterpart>();
  const lost = (text: string): boolean => idsIn(text).some((id) => !here.has(id));
  const taken = new Set<FilePath>();
  for (const [path, text] of now) {
    if (text === old.get(path)) continue;
    // A document that moved to another file is held against what it was there, one with a new id by its number in a register.
    const from = new Set([
      ...idsIn(text).flatMap((id) => home.get(id) ?? []),
      ...registrationsIn(text).flatMap((number) => register.get(number) ?? []),
      ...(old.has(path) ? [path] : []),
    ]);
    const texts = [...from].map((each) => old.get(each) ?? "");
    if (texts.length === 0) continue;
    for (const each of from) taken.add(each);
    pairs.set(path, { before: texts.join("\n---\n"), text, lost: texts.some(lost) });
  }
  for (const [path, before] of old)
    if (!now.has(path) && !taken.has(path)) pairs.set(path, { before, text: undefined, lost: true });
  return pairs;
}

function homes(
  files: ReadonlyMap<FilePath, string>,
  namesIn: (text: string) => readonly string[],
): ReadonlyMap<string, FilePath> {
  return new Map([...files].flatMap(([path, text]) => namesIn(text).map((name) => [name, path] as const)));
}

/** Ids of the interventions in a text, without parsing it. */
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^["']?intervention["']?:[ \t]*["']?([a-z0-9-]+)/gm)].map(([, id = ""]) => id);

/** Numbers in registers, without parsing it. */
const registrationsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^[ \t]+registration:[ \t]*["']?([^"'#\r\n]+)/gm)].map(([, number = ""]) =>
    number.trim().toLowerCase(),
  );

/** Findings of one file with those against the earlier revision among them, by place. */
export const withAgainst = (
  findings: readonly Finding[],
  against: readonly Finding[] | undefined,
): readonly Finding[] =>
  against === undefined ? findings : [...findings, ...against].sort((a, b) => a.span.start - b.span.start);
