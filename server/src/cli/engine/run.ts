import { type FileSummary, lighten } from "../../analysis/index.ts";
import type { Finding } from "../../rules/types.ts";
import type { CalendarDate } from "../../values/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { Progress } from "../progress.ts";
import type { Project } from "../project.ts";
import type { Notice } from "../result.ts";
import type { Cache, CacheEntry } from "./cache.ts";
import { filesOf } from "./files.ts";
import { noticesOf } from "./notices.ts";
import { holdsSince, remember, unchanged } from "./reuse.ts";
import type { Extracted } from "./share.ts";
import { openWork } from "./work.ts";

export interface RunOptions {
  readonly asOf: CalendarDate;
  /** Undefined: as many as are worth it. */
  readonly threads: number | undefined;
  readonly cache: Cache | undefined;
  readonly progress: Progress;
}

export interface ProjectRun {
  /** The chosen files, in order of path. */
  readonly files: readonly { readonly path: FilePath; readonly findings: readonly Finding[] }[];
  readonly notices: readonly Notice[];
}

/** Checks the chosen files of a project against all of it. What the last run found is used again where it still holds. */
export async function runProject(project: Project, options: RunOptions): Promise<ProjectRun> {
  const readAt = Date.now();
  const files = filesOf(project);
  const before = options.cache?.load();
  const known = await unchanged(project, files, before);
  const work = openWork(project, options);
  try {
    const extracted = await work.extract(files.filter((file) => !known.has(file.entry.path)));
    const vanished = new Set([...extracted.values()].filter(isVanished).map((each) => each.path));
    const present = files.filter((file) => !vanished.has(file.entry.path));
    const whole = before?.whole === true || [...extracted.values()].some(hasPortfolio);
    // The last run had no portfolio and kept less of each file than one with a portfolio needs.
    if (whole && before?.whole === false) return runProject(project, { ...options, cache: forgetful(options.cache) });
    const summaryOf = (path: FilePath): FileSummary | undefined => {
      const summary = extracted.get(path)?.summary;
      return summary === undefined ? known.get(path)?.summary : lighten(summary, whole);
    };
    const holds = holdsSince(before, known, present, summaryOf);
    const held = (path: FilePath): CacheEntry["checked"] => {
      const entry = known.get(path);
      return entry !== undefined && holds(entry) ? entry.checked : undefined;
    };
    const toCheck = present.filter(({ entry: { path } }) => project.chosen.has(path) && held(path) === undefined);
    const results = new Map<FilePath, CacheEntry["checked"]>();
    if (toCheck.length > 0) {
      const summaries = present.flatMap(({ entry }) => summaryOf(entry.path) ?? []);
      for (const { path, checked } of await work.check(summaries, toCheck))
        results.set(path, { findings: checked.findings, asked: [...checked.reads.keys()] });
    }
    const entries = new Map<FilePath, CacheEntry>();
    for (const { entry, content } of present) {
      const { path, stamp } = entry;
      const checked = results.get(path) ?? held(path);
      if (checked !== undefined) results.set(path, checked);
      if (content !== undefined) continue;
      const last = known.get(path);
      const hash = extracted.get(path)?.hash ?? last?.hash ?? "";
      const isLast = last !== undefined && last.stamp === stamp && last.checked === checked;
      entries.set(path, isLast ? last : { path, stamp, hash, summary: summaryOf(path) as FileSummary, checked });
    }
    remember(options.cache, before, { readAt, whole, entries });
    return {
      files: [...project.chosen].flatMap((path) => {
        const findings = results.get(path)?.findings;
        return findings === undefined ? [] : [{ path, findings }];
      }),
      notices: noticesOf(project, extracted, (path) => (results.get(path)?.findings.length ?? 0) > 0),
    };
  } finally {
    await work.end();
  }
}

const isVanished = (file: Extracted): boolean => file.problem?.problem === "vanished";
const hasPortfolio = ({ summary }: Extracted): boolean => summary.definitions.some((each) => each.kind === "portfolio");

/** A cache that has forgotten everything, and learns again. */
const forgetful = (cache: Cache | undefined): Cache | undefined =>
  cache && { load: () => undefined, save: (content) => cache.save(content, undefined) };
