import { createLineMemory } from "../model/assess/line-memory.ts";
import { createDefinitionReader } from "../model/defined.ts";
import { createFieldsMemory } from "../model/fields.ts";
import { createReadingCache } from "../model/read.ts";
import type { Spec } from "../model/spec.ts";
import { createStructureCache } from "../schema/check.ts";
import { lineStarts } from "../syntax/lines.ts";
import type { Place } from "../syntax/types.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FileContent, FilePath, FileProblem } from "../workspace/types.ts";
import { createAssessor } from "./assessor.ts";
import { type CheckedFile, checkFile, locate, type World } from "./check.ts";
import { type FileMemory, isSettingsPath, type OpenFile, openFile } from "./open-file.ts";
import { createRulePlans } from "./plan.ts";
import { ProjectIndex, type Reads } from "./project-index.ts";
import { SettingsTable } from "./settings-for.ts";
import type {
  AssessedArea,
  AssessedPortfolio,
  AssessedSpec,
  ProjectSession,
  SimulationMemory,
  Snapshot,
} from "./types.ts";

/** Everything but the files that figures and findings depend on. */
export interface SessionOptions {
  /** Today, as the caller says: the engine never asks the clock. */
  readonly asOf: CalendarDate;
  /** Earlier texts of files by path: what was registered is held against them. */
  readonly before?: ReadonlyMap<FilePath, string>;
}

interface SessionWorld extends World {
  /** For closed files, whose trees go once they are checked. */
  readonly passing: World;
  readonly index: ProjectIndex;
  readonly simulations: SimulationMemory;
  readonly portfolioSimulations: Snapshot["portfolioSimulations"];
  readonly headlines: Map<FilePath, Map<string, Headline>>;
}

/** What is kept of a file for views of the whole project. */
interface Headline {
  readonly content: FileContent | undefined;
  readonly reads: Reads;
  readonly settings: string;
  readonly complete: boolean;
  readonly made: unknown;
}

interface Held {
  readonly content: FileContent;
  /** The trees; dropped when the file is closed and has been checked. */
  open: OpenFile | undefined;
  readonly keep: boolean;
}

interface Remembered {
  readonly content: FileContent;
  readonly checked: CheckedFile;
  /** Files that the findings point into: their lines may move while they say the same. */
  readonly pointedAt: ReadonlyMap<FilePath, FileContent | undefined>;
}

/** A project that is edited. Snapshots are immutable; what was worked out for one is remembered for the next as long as everything it read still says the same. */
export function createSession(options: SessionOptions): ProjectSession {
  const readings = createReadingCache();
  // Closed files are read once: what their fields are need not be remembered.
  const opened: FileMemory = { readings, fields: createFieldsMemory() };
  // Their nodes go as soon as they are checked: remembered under them, things would only be in the collector's way.
  const passing: FileMemory = { readings: { said: readings.said } };
  const structureCache = createStructureCache();
  const read = createDefinitionReader(readings);
  const assessor = createAssessor(read, createLineMemory());
  const passingAssessor = createAssessor(read);
  const plans = createRulePlans();
  const simulations: SimulationMemory = new WeakMap();
  const portfolioSimulations: Snapshot["portfolioSimulations"] = new WeakMap();
  const headlines: SessionWorld["headlines"] = new Map();
  const checks = new Map<FilePath, Remembered>();
  let files: ReadonlyMap<FilePath, Held> = new Map();
  let index = ProjectIndex.of([], false);
  let settings = new SettingsTable([]);
  /** Loaded since somebody last looked: the index is made anew once for all of them. */
  let arriving: { readonly path: FilePath; readonly content: FileContent; readonly summary: OpenFile["summary"] }[] =
    [];

  const takeIn = (): void => {
    if (arriving.length === 0) return;
    const next = new Map(files);
    const summaries = new Map(index.summaries);
    for (const { path, content, summary } of arriving) {
      next.set(path, { content, open: undefined, keep: false });
      summaries.set(path, summary);
    }
    arriving = [];
    files = next;
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
    const next = new Map(files);
    next.set(path, { content, open, keep });
    files = next;
    changeIndex(path, open.summary);
  };

  const changeIndex = (path: FilePath, summary: OpenFile["summary"] | undefined): void => {
    index = index.with(path, summary);
    if (isSettingsPath(path)) settings = settingsIn(index.summaries.values());
  };

  return {
    setFile(path, text, keep = true) {
      // What was read from the disk before may not come after.
      if (arriving.some((each) => each.path === path)) takeIn();
      if (text !== undefined) return put(path, { kind: "text", text }, keep);
      if (!files.has(path)) return;
      const next = new Map(files);
      next.delete(path);
      files = next;
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
      index = index.asComplete(complete);
    },
    snapshot(): Snapshot {
      // While a large project is being read, what has arrived is taken in now and then, not at every question.
      if (arriving.length >= files.size) takeIn();
      const { before } = options;
      const shared = {
        ...(before === undefined ? {} : { before }),
        index,
        settings,
        asOf: options.asOf,
        read,
        plans,
      };
      const passing: World = { ...shared, assessor: passingAssessor };
      return snapshotOf(
        files,
        { ...shared, assessor, structureCache, simulations, portfolioSimulations, headlines, passing },
        checks,
        trees,
      );
    },
  };
}

const settingsIn = (summaries: Iterable<OpenFile["summary"]>): SettingsTable =>
  new SettingsTable([...summaries].flatMap((each) => (each.settings === undefined ? [] : [each.settings])));

const sameContent = (a: FileContent, b: FileContent): boolean =>
  a.kind === "text" && b.kind === "text"
    ? a.text === b.text
    : a.kind === "problem" && b.kind === "problem" && a.problem === b.problem;

function snapshotOf(
  files: ReadonlyMap<FilePath, Held>,
  world: SessionWorld,
  checks: Map<FilePath, Remembered>,
  trees: (held: Held, path: FilePath) => OpenFile,
  reads: Reads = new Map(),
): Snapshot {
  let sorted: readonly FilePath[] | undefined;
  const reader = world.index.recording(reads);
  const opened = (path: FilePath): OpenFile | undefined => {
    const held = files.get(path);
    return held === undefined ? undefined : trees(held, path);
  };
  /**
   * What was worked out of a file is of one tree of it: when the tree of a closed file has gone, what is made of the next one
   * is worked out again.
   */
  const remember = <T>(make: (open: OpenFile) => readonly T[]): ((path: FilePath) => readonly T[]) => {
    const known = new Map<FilePath, { readonly open: OpenFile; readonly made: readonly T[] }>();
    return (path) => {
      const open = opened(path);
      if (open === undefined) return [];
      const before = known.get(path);
      if (before?.open === open) return before.made;
      const made = make(open);
      known.set(path, { open, made });
      return made;
    };
  };
  return {
    get files() {
      sorted ??= [...files.keys()].filter((path) => !world.settings.ignores(path)).sort();
      return sorted;
    },
    complete: world.index.complete,
    asOf: world.asOf,
    index: reader,
    read: world.read,
    simulations: world.simulations,
    portfolioSimulations: world.portfolioSimulations,
    text: (path) => {
      const content = files.get(path)?.content;
      return content?.kind === "text" ? content.text : undefined;
    },
    lineStarts(path) {
      const held = files.get(path);
      if (held?.content.kind !== "text") return [0];
      return held.open?.parsed.lineStarts ?? lineStarts(held.content.text);
    },
    parsed: (path) => opened(path)?.parsed,
    specs: (path) => opened(path)?.specs ?? [],
    settings: (path) => world.settings.for(path),
    headlines<T>(path: FilePath, name: string, make: (snapshot: Snapshot) => T): T {
      const held = files.get(path);
      const settings = world.settings.for(path).fingerprint;
      const ofFile = world.headlines.get(path) ?? new Map<string, Headline>();
      const known = ofFile.get(name);
      if (
        known !== undefined &&
        known.content === held?.content &&
        known.settings === settings &&
        known.complete === world.index.complete &&
        world.index.stillHolds(known.reads)
      )
        return known.made as T;
      const asked: Reads = new Map();
      const made = make(snapshotOf(files, world, checks, trees, asked));
      ofFile.set(name, { content: held?.content, reads: asked, settings, complete: world.index.complete, made });
      world.headlines.set(path, ofFile);
      if (held?.keep === false) held.open = undefined;
      return made;
    },
    findings(path) {
      const held = files.get(path);
      if (held === undefined || world.settings.ignores(path)) return [];
      const known = checks.get(path);
      if (
        known !== undefined &&
        known.content === held.content &&
        [...known.pointedAt].every(([other, content]) => files.get(other)?.content === content) &&
        stillHolds(known.checked, world, path)
      )
        return known.checked.findings;
      const checked = checkFile(trees(held, path), held.keep ? world : world.passing);
      const others = checked.findings.flatMap(({ related }) => related.map((each) => each.path));
      const pointedAt = new Map(others.map((other) => [other, files.get(other)?.content]));
      checks.set(path, { content: held.content, checked, pointedAt });
      if (!held.keep) held.open = undefined;
      return checked.findings;
    },
    assessments: remember(({ path, specs }) =>
      specs.flatMap((spec: Spec): AssessedSpec[] => {
        const assessment = world.assessor.assess(spec, reader, world.settings.for(path));
        return assessment === undefined ? [] : [{ spec, assessment }];
      }),
    ),
    portfolios: remember(({ path, specs }) =>
      specs.flatMap((spec): AssessedPortfolio[] => {
        if (spec.kind !== "portfolio") return [];
        const assessment = world.assessor.portfolio(spec, reader, world.settings.for(path));
        return assessment === undefined ? [] : [{ spec, assessment }];
      }),
    ),
    areas: remember(({ path, specs }) =>
      specs.flatMap((spec): AssessedArea[] => {
        if (spec.kind !== "area") return [];
        const assessment = world.assessor.area(spec, reader, world.settings.for(path));
        return assessment === undefined ? [] : [{ spec, assessment }];
      }),
    ),
    assess: (path, spec, replaced) => world.assessor.assess(spec, reader, world.settings.for(path), replaced),
    assessPortfolio: (path, spec, replaced) =>
      world.assessor.portfolio(spec, reader, world.settings.for(path), replaced),
    locate(path: FilePath, place: Place) {
      const file = opened(path);
      return file === undefined ? { path, span: { start: 0, end: 0 } } : locate(file, place);
    },
  };
}

function stillHolds(checked: CheckedFile, world: SessionWorld, path: FilePath): boolean {
  return (
    checked.complete === world.index.complete &&
    checked.settings === world.settings.for(path).fingerprint &&
    world.index.stillHolds(checked.reads)
  );
}
