import { existsSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import type { Severity } from "../../rules/types.ts";
import type { CalendarDate } from "../../values/types.ts";
import { asOfDate, dateText } from "../as-of.ts";
import type { Cache } from "../engine/cache.ts";
import { cacheHome } from "../engine/cache-home.ts";
import { runProject } from "../engine/run.ts";
import { spareThread, worthThreads } from "../engine/thread.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { deliverAll } from "../output.ts";
import { openProgress } from "../progress.ts";
import { openProjects, type Project } from "../project.ts";
import { checkFormats, outputsOf } from "../reporters/index.ts";
import { type CheckedFile, type CheckResult, fails, type Notice } from "../result.ts";
import { asksStdin, type StdinOptions, standIn } from "../stdin.ts";
import { openTerminal } from "../terminal.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface CheckOptions extends StdinOptions {
  readonly format: readonly string[];
  readonly asOf?: string;
  readonly failOn: Severity;
  readonly quiet?: boolean;
  readonly cache: boolean;
  readonly cacheDir?: string;
  readonly threads?: number;
  readonly maxFindings?: number;
  readonly color?: boolean;
  readonly watch?: boolean;
  readonly against?: string;
}

/** Below this many files the cache costs more than it saves; small projects stay free of it. */
const worthCache = 100;

/** `wellspent check`: returns the exit code. With `--watch`, that of the last run before the user ended it. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  if (options.watch !== true) return checkOnce(paths, options, 0);
  if (asksStdin(paths, options)) throw new UsageError("--watch watches files; standard input has none.");
  const { watching } = await import("../watch.ts");
  const terminal = openTerminal(options.color);
  const roots = openProjects(paths).projects.map((project) => project.root);
  return watching(roots, async () => {
    if (terminal.watched) terminal.out(clearScreen);
    const code = await checkOnce(paths, options, performance.now());
    terminal.err("Watching for changes; Ctrl+C ends it.\n");
    return code;
  });
}

/** Wipes the screen and what was scrolled away, so that only what holds now is read. */
const clearScreen = "\u001b[2J\u001b[3J\u001b[H";

async function checkOnce(paths: readonly string[], options: CheckOptions, began: number): Promise<number> {
  const outputs = outputsOf(options.format, Object.keys(checkFormats));
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const stdin = standIn(paths, options, "checked");
  const { reach, spare } = spareFor(options);
  const { projects, notices: opened } = openProjects(paths, stdin, reach);
  const files: CheckedFile[] = [];
  const notices: Notice[] = [...opened];
  const homes = new Map<CheckedFile, Project>();
  for (const project of projects) {
    const run = await runProject(project, {
      asOf,
      threads: options.threads,
      spare,
      cache: await cacheFor(project, options, asOf),
      progress: openProgress(terminal),
    });
    notices.push(...run.notices);
    const compare = options.against === undefined ? undefined : await import("../against.ts");
    const against = compare?.findingsAgainst(project, options.against ?? "", asOf);
    for (const { path, findings, places } of run.files) {
      const all = compare === undefined ? findings : compare.withAgainst(findings, against?.get(path));
      const file: CheckedFile = { shown: project.show(path), findings: all, places };
      files.push(file);
      homes.set(file, project);
    }
    const listed = new Set(run.files.map(({ path }) => path));
    for (const [path, findings] of against ?? []) {
      if (listed.has(path)) continue;
      const gone: CheckedFile = { shown: project.show(path), findings };
      files.push(gone);
      homes.set(gone, project);
    }
  }
  const home = (file: CheckedFile): Project => homes.get(file) as Project;
  const result: CheckResult = {
    files,
    notices,
    asOf: dateText(asOf),
    failOn: options.failOn,
    elapsed: performance.now() - began,
    text: (file, path) => home(file).text(path),
    show: (file, path) => home(file).show(path),
  };
  const delivered = await deliverAll(outputs, terminal, async (format, style) => {
    const report = await (checkFormats[format] as (typeof checkFormats)[string])();
    return report(result, { ...style, maxFindings: options.maxFindings, quiet: options.quiet === true });
  });
  const incomplete = !delivered || notices.some((notice) => notice.incomplete);
  if (files.length === 0) {
    terminal.err(nothingToCheck(paths));
    return incomplete ? exitCodes.unreadable : exitCodes.nothing;
  }
  if (incomplete) return exitCodes.unreadable;
  return fails(result) ? exitCodes.findings : exitCodes.clean;
}

/** Begins a second thread as soon as a project is seen to be large, if no earlier run of it is remembered; `spare` gives it, once. */
function spareFor({ threads, cache, cacheDir }: CheckOptions): {
  readonly reach: (root: string, files: number) => void;
  readonly spare: () => Worker | undefined;
} {
  let thread: Worker | undefined;
  let isDecided = threads === 1;
  return {
    reach(root, files) {
      if (isDecided || files < worthThreads) return;
      isDecided = true;
      if (!cache || !existsSync(cacheHome(root, cacheDir))) thread = spareThread();
    },
    spare() {
      const taken = thread;
      thread = undefined;
      return taken;
    },
  };
}

async function cacheFor(project: Project, options: CheckOptions, asOf: CalendarDate): Promise<Cache | undefined> {
  if (!options.cache || project.overlay !== undefined || project.listing.entries.length < worthCache) return undefined;
  const { isBundled, openCache } = await import("../engine/cache.ts");
  return isBundled() || options.cacheDir !== undefined ? openCache(project.root, options.cacheDir, asOf) : undefined;
}
