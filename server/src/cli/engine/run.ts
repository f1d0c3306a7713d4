import { type CheckedFile, createChecker, type FileSummary, lighten } from "../../analysis/index.ts";
import type { CalendarDate } from "../../values/types.ts";
import { readListed } from "../../workspace/disk.ts";
import { kindOfName } from "../../workspace/names.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { Progress } from "../progress.ts";
import type { Project } from "../project.ts";
import type { Notice } from "../result.ts";
import type { Cache, CacheContent, CacheEntry } from "./cache.ts";
import { contentHash, type Extracted, type ShareFile } from "./share.ts";
import { openTeam, type Team } from "./shares.ts";

export interface RunOptions {
  readonly asOf: CalendarDate;
  /** Undefined: as many as are worth it. */
  readonly threads: number | undefined;
  readonly cache: Cache | undefined;
  readonly progress: Progress;
}

export interface ProjectRun {
  /** The chosen files, in order of path. */
  readonly files: readonly { readonly path: FilePath; readonly findings: CheckedFile["findings"] }[];
  readonly notices: readonly Notice[];
}

/** Checks the chosen files of a project against all of it. What an earlier run found holds where nothing it read has changed. */
export async function runProject(project: Project, options: RunOptions): Promise<ProjectRun> {
  const readAt = Date.now();
  const files = filesOf(project);
  const before = options.cache?.load();
  const known = before === undefined ? new Map<FilePath, CacheEntry>() : await unchanged(project, files, before);
  const toRead = files.filter((file) => known.get(file.entry.path) === undefined);
  const teams: Team[] = [];
  const extract = async (part: readonly ShareFile[]): Promise<Map<FilePath, Extracted>> => {
    if (part.length === 0) return new Map();
    options.progress.begin(`Reading ${project.show("")}`, part.length);
    const team = await openTeam(project.root, part, options);
    teams.push(team);
    return new Map((await team.extract()).map((each) => [each.path, each]));
  };
  try {
    const extracted = await extract(toRead);
    const summaries = files.flatMap(({ entry: { path } }): FileSummary[] => {
      const file = extracted.get(path);
      if (file?.problem?.problem === "vanished") return [];
      const summary = file?.summary ?? known.get(path)?.summary;
      return summary === undefined ? [] : [summary];
    });
    const whole = summaries.some((summary) => summary.definitions.some((each) => each.kind === "portfolio"));
    // An earlier run without a portfolio kept less of each file than one with a portfolio needs.
    if (whole && before?.whole === false) return runProject(project, { ...options, cache: forgetful(options.cache) });
    const light = summaries.map((each) => lighten(each, whole));
    const { results, toCheck } = decide(project, light, known, options.asOf);
    await extract(files.filter(({ entry }) => toCheck.has(entry.path) && !extracted.has(entry.path)));
    options.progress.begin(`Checking ${project.show("")}`, toCheck.size);
    const answers = await Promise.all(teams.map((team) => team.check(light, [...toCheck])));
    for (const { path, checked } of answers.flat()) results.set(path, checked);
    if (toRead.length + toCheck.size > 0 || before?.entries.size !== files.length)
      options.cache?.save({ readAt, whole }, entriesOf(files, light, extracted, known, results));
    return {
      files: [...project.chosen].flatMap((path) => {
        const findings = results.get(path)?.findings;
        return findings === undefined ? [] : [{ path, findings }];
      }),
      notices: noticesOf(project, extracted, results),
    };
  } finally {
    await Promise.all(teams.map((team) => team.end()));
    options.progress.end();
  }
}

/** Every file that bears one of our names: those listed, those that the walk could not take for a file, and what stands in. */
function filesOf(project: Project): ShareFile[] {
  const none = { stamp: "", size: 0, changed: Number.POSITIVE_INFINITY };
  const { overlay, listing } = project;
  const files: ShareFile[] = listing.entries
    .filter((entry) => entry.path !== overlay?.path)
    .map((entry) => ({ entry }));
  for (const { path, ...problem } of listing.problems)
    if (kindOfName(path) !== undefined && path !== overlay?.path)
      files.push({ entry: { path, ...none }, content: { kind: "problem", ...problem } });
  if (overlay !== undefined)
    files.push({ entry: { path: overlay.path, ...none }, content: { kind: "text", text: overlay.text } });
  return files;
}

/** Clocks of file systems are coarse: a file changed this long before it was read may have changed again unseen, in milliseconds. */
const coarse = 2000;

/** What is still known: of files whose stamp is as it was, or at least their content. */
async function unchanged(
  project: Project,
  files: readonly ShareFile[],
  before: CacheContent,
): Promise<ReadonlyMap<FilePath, CacheEntry>> {
  const hash = await contentHash();
  const known = new Map<FilePath, CacheEntry>();
  for (const { entry, content } of files) {
    const held = before.entries.get(entry.path);
    if (held === undefined || content !== undefined) continue;
    const isSame = held.stamp === entry.stamp && entry.changed < before.readAt - coarse;
    if (isSame || held.hash === hash(readListed(project.root, entry))) known.set(entry.path, held);
  }
  return known;
}

function decide(
  project: Project,
  summaries: readonly FileSummary[],
  known: ReadonlyMap<FilePath, CacheEntry>,
  asOf: CalendarDate,
): { results: Map<FilePath, CheckedFile>; toCheck: Set<FilePath> } {
  const checker = createChecker(summaries, asOf);
  const results = new Map<FilePath, CheckedFile>();
  const toCheck = new Set<FilePath>();
  for (const { path } of summaries) {
    if (!project.chosen.has(path) || checker.ignores(path)) continue;
    const checked = known.get(path)?.checked;
    if (checked !== undefined && checker.stillHolds(path, checked)) results.set(path, checked);
    else toCheck.add(path);
  }
  return { results, toCheck };
}

function* entriesOf(
  files: readonly ShareFile[],
  summaries: readonly FileSummary[],
  extracted: ReadonlyMap<FilePath, Extracted>,
  known: ReadonlyMap<FilePath, CacheEntry>,
  results: ReadonlyMap<FilePath, CheckedFile>,
): Generator<CacheEntry> {
  const byPath = new Map(summaries.map((summary) => [summary.path, summary]));
  for (const { entry, content } of files) {
    const { path, stamp } = entry;
    const summary = byPath.get(path);
    const hash = extracted.get(path)?.hash ?? known.get(path)?.hash;
    if (summary === undefined || hash === undefined || content !== undefined) continue;
    yield { path, stamp, hash, summary, checked: results.get(path) ?? known.get(path)?.checked };
  }
}

const forgetful = (cache: Cache | undefined): Cache | undefined =>
  cache && { load: () => undefined, save: (content, entries) => cache.save(content, entries) };

function noticesOf(
  project: Project,
  extracted: ReadonlyMap<FilePath, Extracted>,
  results: ReadonlyMap<FilePath, CheckedFile>,
): Notice[] {
  const notices: Notice[] = [];
  for (const { path, problem, detail } of project.listing.problems)
    if (problem === "unreadable" && kindOfName(path) === undefined)
      notices.push({ path: project.show(path), message: `this folder could not be read: ${detail}`, incomplete: true });
  for (const { path, problem } of extracted.values()) {
    if (problem?.problem === "vanished")
      notices.push({ path: project.show(path), message: "went away while it was being read", incomplete: false });
    if (problem?.problem === "unreadable")
      notices.push({
        path: project.show(path),
        message: `could not be read: ${problem.detail ?? "the disk gave no reason"}`,
        incomplete: true,
        ...(results.get(path)?.findings.length ? { alsoFinding: true as const } : {}),
      });
  }
  return notices;
}
