import { createLineMemory } from "../model/assess/line-memory.ts";
import { createDefinitionReader } from "../model/defined.ts";
import { createFieldsMemory } from "../model/fields.ts";
import { createReadingCache } from "../model/read.ts";
import { createStructureCache } from "../schema/check.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FileContent, FilePath, FileProblem } from "../workspace/types.ts";
import { createAssessor } from "./assessor.ts";
import type { World } from "./check.ts";
import { Layered } from "./layered.ts";
import { type FileMemory, isSettingsPath, type OpenFile, openFile } from "./open-file.ts";
import { createRulePlans } from "./plan.ts";
import { ProjectIndex } from "./project-index.ts";
import { SettingsTable } from "./settings-for.ts";
import { type Held, ProjectSnapshot, type Remembered, type SessionWorld } from "./snapshot.ts";
import type { ProjectSession, SimulationMemory, Snapshot } from "./types.ts";

/** Everything but the files that figures and findings depend on. */
export interface SessionOptions {
  /** Today, as the caller says: the engine never asks the clock. */
  readonly asOf: CalendarDate;
  /** Earlier texts of files by path: what was registered is held against them. */
  readonly before?: ReadonlyMap<FilePath, string>;
}

/** A project that is edited. Snapshots are immutable; what was worked out for one is remembered for the next as long as everything it read still says the same. */
export function createSession(options: SessionOptions): ProjectSession {
  const readings = createReadingCache();
  // Closed files are read once: what their fields are need not be remembered.
  const opened: FileMemory = { readings, fields: createFieldsMemory() };
  // Their nodes go as soon as they are checked: remembered under them, things would only be in the collector's way.
  const passing: FileMemory = { readings: { said: readings.said, meant: readings.meant } };
  const structureCache = createStructureCache();
  const read = createDefinitionReader(readings);
  const assessor = createAssessor(read, createLineMemory());
  const passingAssessor = createAssessor(read);
  const plans = createRulePlans();
  const simulations: SimulationMemory = new WeakMap();
  const portfolioSimulations: Snapshot["portfolioSimulations"] = new WeakMap();
  const headlines: SessionWorld["headlines"] = new Map();
  const checks = new Map<FilePath, Remembered>();
  let files = Layered.over<FilePath, Held>(new Map());
  let index = ProjectIndex.of([], false);
  let settings = new SettingsTable([]);
  /** Loaded since somebody last looked: the index is made anew once for all of them. */
  let arriving: { readonly path: FilePath; readonly content: FileContent; readonly summary: OpenFile["summary"] }[] =
    [];
  /** The last one given, until something changes: a request asks for it more than once. */
  let current: Snapshot | undefined;

  const takeIn = (): void => {
    if (arriving.length === 0) return;
    const next = new Map(files);
    const summaries = new Map(index.summaries);
    for (const { path, content, summary } of arriving) {
      next.set(path, { content, open: undefined, keep: false });
      summaries.set(path, summary);
    }
    arriving = [];
    current = undefined;
    files = Layered.over(next);
    index = ProjectIndex.of(summaries.values(), index.complete);
    settings = settingsIn(summaries.values());
  };

  const trees = (held: Held, path: FilePath): OpenFile => {
    held.open ??= openFile(path, held.content, undefined, held.keep ? opened : passing);
    return held.open;
  };

  const put = (path: FilePath, content: FileContent, keep: boolean): void => {
    const before = files.get(path);
    if (before !== undefined && before.keep === keep && sameContent(before.content, content)) return;
    const open = openFile(path, content, before?.open, keep ? opened : passing);
    files = files.with(path, { content, open, keep });
    changeIndex(path, open.summary);
  };

  const changeIndex = (path: FilePath, summary: OpenFile["summary"] | undefined): void => {
    current = undefined;
    index = index.with(path, summary);
    if (isSettingsPath(path)) settings = settingsIn(index.summaries.values());
  };

  const worldNow = (): SessionWorld => {
    const { asOf, before } = options;
    const shared = { ...(before === undefined ? {} : { before }), index, settings, asOf, read, plans };
    const passing: World = { ...shared, assessor: passingAssessor };
    return { ...shared, assessor, structureCache, simulations, portfolioSimulations, headlines, passing };
  };

  return {
    setFile(path, text, keep = true) {
      // What was read from the disk before may not come after.
      if (arriving.some((each) => each.path === path)) takeIn();
      if (text !== undefined) return put(path, { kind: "text", text }, keep);
      if (!files.has(path)) return;
      files = files.without(path);
      checks.delete(path);
      headlines.delete(path);
      changeIndex(path, undefined);
    },
    setProblem(path: FilePath, problem: FileProblem, detail?: string) {
      if (arriving.some((each) => each.path === path)) takeIn();
      put(path, { kind: "problem", problem, ...(detail === undefined ? {} : { detail }) }, false);
    },
    load(entries) {
      for (const [path, content] of entries)
        arriving.push({ path, content, summary: openFile(path, content, undefined, passing).summary });
    },
    setComplete(complete) {
      takeIn();
      current = undefined;
      index = index.asComplete(complete);
    },
    snapshot(): Snapshot {
      // While a large project is being read, what has arrived is taken in now and then, not at every question.
      if (arriving.length >= files.size) takeIn();
      current ??= new ProjectSnapshot({ files, world: worldNow(), checks, trees });
      return current;
    },
  };
}

const settingsIn = (summaries: Iterable<OpenFile["summary"]>): SettingsTable =>
  new SettingsTable([...summaries].flatMap((each) => (each.settings === undefined ? [] : [each.settings])));

const sameContent = (a: FileContent, b: FileContent): boolean =>
  a.kind === "text" && b.kind === "text"
    ? a.text === b.text
    : a.kind === "problem" && b.kind === "problem" && a.problem === b.problem;
