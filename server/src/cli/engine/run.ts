import type { Worker } from "node:worker_threads";
import { ProjectIndex } from "../../analysis/index.ts";
import { unreadFile } from "../../model/spec.ts";
import type { Finding } from "../../rules/types.ts";
import type { CalendarDate } from "../../values/types.ts";
import { kindOfName } from "../../workspace/names.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { Places } from "../places.ts";
import type { Progress } from "../progress.ts";
import type { Project } from "../project.ts";
import type { Notice } from "../result.ts";
import { type AheadFile, holdsAhead } from "./ahead.ts";
import type { Cache, CacheEntry } from "./cache.ts";
import { filesOf, isClosedFolder } from "./files.ts";
import { indexBy } from "./known-index.ts";
import { noticesOf } from "./notices.ts";
import { holdsSince, remember, unchanged } from "./reuse.ts";
import { type CheckedShare, type Extracted, knownFrom, type ShareFile } from "./share.ts";
import { openTeam } from "./team.ts";

export interface RunOptions {
  readonly asOf: CalendarDate;
  /** Undefined: as many as are worth it. */
  readonly threads: number | undefined;
  /** A thread begun before, if there is one (see `TeamOptions`). */
  readonly spare?: () => Worker | undefined;
  readonly cache: Cache | undefined;
  readonly progress: Progress;
}

export interface ProjectRun {
  /** The chosen files, in order of path. */
  readonly files: readonly {
    readonly path: FilePath;
    readonly findings: readonly Finding[];
    readonly places: Places;
  }[];
  readonly notices: readonly Notice[];
}

/** Checks the chosen files of a project against all of it. What the last run found is used again where it still holds. */
export async function runProject(project: Project, options: RunOptions): Promise<ProjectRun> {
  const files = filesOf(project);
  const before = options.cache?.load();

  const whole = before?.whole ?? files.some(({ entry }) => kindOfName(entry.path) === "portfolio");
  const run = await runOnce(project, files, options, before, whole);
  // A portfolio where none was: more is kept of each file than the last run kept, or than was asked for here.
  return run ?? ((await runOnce(project, files, options, undefined, true)) as ProjectRun);
}

/** `undefined` when there is a portfolio although `whole` is false. */
async function runOnce(
  project: Project,
  files: readonly ShareFile[],
  options: RunOptions,
  before: ReturnType<Cache["load"]>,
  whole: boolean,
): Promise<ProjectRun | undefined> {
  const { cache, progress, asOf, threads } = options;
  const readAt = Date.now();
  const known = await unchanged(project, files, before);
  const changed = files.filter((file) => !known.has(file.entry.path));
  const isChosen = (file: ShareFile): boolean => project.chosen.has(file.entry.path) && !isClosedFolder(file);
  const team = openTeam({
    root: project.root,
    asOf,
    hashes: cache !== undefined,
    whole,
    threads,
    spare: options.spare ?? none,
    done: (count) => progress.reach(count),
  });
  const begin = (what: string, count: number): void => progress.begin(`${what} ${project.show("")}`, count);
  try {
    const extracted = new Map<FilePath, Extracted>();
    const extract = async (some: readonly ShareFile[], checked: boolean): Promise<void> => {
      begin("Reading", some.length);
      for (const each of await team.extract(some, checked)) extracted.set(each.path, each);
    };
    await team.expect(changed.length);
    const [leading, following] = changed.length > known.size ? inOrder(changed) : [changed, []];
    await extract(leading.filter(isChosen), true);
    await extract(
      [...leading, ...following].filter((file) => !isChosen(file)),
      false,
    );
    let ahead: readonly AheadFile[] = [];
    const chosenFollowing = following.filter(isChosen);
    if (chosenFollowing.length > 0) {
      const base = [...known.values(), ...extracted.values()].map((each) => each.summary);
      begin("Checking", chosenFollowing.length);
      ahead = await team.checkAhead(
        chosenFollowing,
        knownFrom(() => ProjectIndex.of(base, true), asOf),
      );
      for (const each of ahead) extracted.set(each.path, each);
    }
    if (!whole && [...extracted.values()].some(hasPortfolio)) return undefined;
    const vanished = new Set([...extracted.values()].filter(isVanished).map((each) => each.path));
    const present = vanished.size === 0 ? files : files.filter((file) => !vanished.has(file.entry.path));
    const fresh = vanished.size === 0 ? extracted : new Map([...extracted].filter(([path]) => !vanished.has(path)));
    const holds = holdsSince(before, known, fresh);
    const held = (path: FilePath): CacheEntry["checked"] => {
      const entry = known.get(path);
      return entry !== undefined && holds(entry) ? entry.checked : undefined;
    };
    const toCheck = present.filter((file) => isChosen(file) && held(file.entry.path) === undefined);
    const results = new Map<FilePath, CacheEntry["checked"]>();
    if (toCheck.length > 0) {
      const paths = (): FilePath[] => present.map(({ entry }) => entry.path);
      const all = knownFrom(() => indexBy(before, known, fresh, paths()), asOf);
      const take = ({ path, checked }: CheckedShare): void => {
        results.set(path, checked);
      };
      const stands = holdsAhead(ahead);
      for (const file of ahead) if (stands(file)) take(file);
      const left = toCheck.filter((file) => !results.has(file.entry.path));
      begin("Checking the rest of", left.length);
      for (const file of await team.check(left, all)) take(file);
    }
    // What gives no text is not kept from run to run, so neither is what was found because of it.
    const isPartial = [...fresh.values()].some(({ summary }) =>
      summary.uses.some(({ kind }) => kind === unreadFile.kind),
    );
    const lasts = (checked: CacheEntry["checked"]): boolean =>
      !isPartial || checked?.asked.includes(`uses ${unreadFile.kind} ${unreadFile.id}`) !== true;
    const entries = new Map<FilePath, CacheEntry>();
    for (const { entry, content } of present) {
      const { path, stamp } = entry;
      const checked = results.get(path) ?? held(path);
      if (checked !== undefined) results.set(path, checked);
      // What gives no text is read again each time: the run has to say so.
      if (cache === undefined || content !== undefined || fresh.get(path)?.problem !== undefined) continue;
      const last = known.get(path);
      const kept = lasts(checked) ? checked : undefined;
      const isLast = last !== undefined && last.stamp === stamp && last.checked === kept;
      const said = last ?? (fresh.get(path) as Extracted);
      entries.set(path, isLast ? last : { path, stamp, hash: said.hash ?? "", summary: said.summary, checked: kept });
    }
    remember(cache, before, { readAt, whole, entries });
    return {
      files: [...project.chosen].flatMap((path) => {
        const found = results.get(path);
        return found === undefined ? [] : [{ path, findings: found.findings, places: found.places }];
      }),
      notices: noticesOf(project, extracted, (path) => (results.get(path)?.findings.length ?? 0) > 0),
    };
  } finally {
    await team.end();
    progress.end();
  }
}

const none = (): undefined => undefined;

/** Most specs are interventions, and rest on what the others define: those are read first. */
function inOrder(
  files: readonly ShareFile[],
): readonly [leading: readonly ShareFile[], following: readonly ShareFile[]] {
  const follows = ({ entry }: ShareFile): boolean => kindOfName(entry.path) === "intervention";
  return [files.filter((file) => !follows(file)), files.filter(follows)];
}

const isVanished = (file: Extracted): boolean => file.problem?.problem === "vanished";
const hasPortfolio = ({ summary }: Extracted): boolean => summary.definitions.some((each) => each.kind === "portfolio");
