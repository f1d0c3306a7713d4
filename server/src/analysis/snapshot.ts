import type { Replaced } from "../model/replaced.ts";
import type { EffectiveSettings } from "../model/settings.ts";
import type { Spec } from "../model/spec.ts";
import type { Finding, IndexReader } from "../rules/types.ts";
import { lineStarts } from "../syntax/lines.ts";
import type { ParsedFile, Place } from "../syntax/types.ts";
import type { FileContent, FilePath } from "../workspace/types.ts";
import { type CheckedFile, checkFile, locate, type World } from "./check.ts";
import type { OpenFile } from "./open-file.ts";
import type { ProjectIndex, Reads } from "./project-index.ts";
import type { AssessedArea, AssessedPortfolio, AssessedSpec, SimulationMemory, Snapshot } from "./types.ts";

/** What a session lends its snapshots besides the files. */
export interface SessionWorld extends World {
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

/** A file of a session at one moment. */
export interface Held {
  readonly content: FileContent;
  /** The trees; dropped when the file is closed and has been checked. */
  open: OpenFile | undefined;
  readonly keep: boolean;
}

/** Findings of a file, and the text they are of. */
export interface Remembered {
  readonly content: FileContent;
  readonly checked: CheckedFile;
  /** Files that the findings point into: their lines may move while they say the same. */
  readonly pointedAt: ReadonlyMap<FilePath, FileContent | undefined>;
}

export interface SnapshotParts {
  readonly files: ReadonlyMap<FilePath, Held>;
  readonly world: SessionWorld;
  readonly checks: Map<FilePath, Remembered>;
  readonly trees: (held: Held, path: FilePath) => OpenFile;
}

/**
 * One moment of a session. A class: there is one at every key, and a getter written in an object makes V8 a hidden class each time, which
 * kept what it showed until the next full collection.
 */
export class ProjectSnapshot implements Snapshot {
  readonly complete: boolean;
  readonly asOf: Snapshot["asOf"];
  readonly index: IndexReader;
  readonly read: Snapshot["read"];
  readonly simulations: SimulationMemory;
  readonly portfolioSimulations: Snapshot["portfolioSimulations"];
  readonly #parts: SnapshotParts;
  readonly #world: SessionWorld;
  readonly #assessments: Made<AssessedSpec> = new Map();
  readonly #portfolios: Made<AssessedPortfolio> = new Map();
  readonly #areas: Made<AssessedArea> = new Map();
  #sorted: readonly FilePath[] | undefined;

  /** What is asked of the index is noted in `reads`. */
  constructor(parts: SnapshotParts, reads: Reads = new Map()) {
    const { world } = parts;
    this.#parts = parts;
    this.#world = world;
    this.complete = world.index.complete;
    this.asOf = world.asOf;
    this.index = world.index.recording(reads);
    this.read = world.read;
    this.simulations = world.simulations;
    this.portfolioSimulations = world.portfolioSimulations;
  }

  get files(): readonly FilePath[] {
    this.#sorted ??= [...this.#parts.files.keys()].filter((path) => !this.#world.settings.ignores(path)).sort();
    return this.#sorted;
  }

  #open(path: FilePath): OpenFile | undefined {
    const held = this.#parts.files.get(path);
    return held === undefined ? undefined : this.#parts.trees(held, path);
  }

  text(path: FilePath): string | undefined {
    const content = this.#parts.files.get(path)?.content;
    return content?.kind === "text" ? content.text : undefined;
  }

  lineStarts(path: FilePath): readonly number[] {
    const held = this.#parts.files.get(path);
    if (held?.content.kind !== "text") return [0];
    return held.open?.parsed.lineStarts ?? lineStarts(held.content.text);
  }

  parsed(path: FilePath): ParsedFile | undefined {
    return this.#open(path)?.parsed;
  }

  specs(path: FilePath): readonly Spec[] {
    return this.#open(path)?.specs ?? [];
  }

  settings(path: FilePath): EffectiveSettings {
    return this.#world.settings.for(path);
  }

  headlines<T>(path: FilePath, name: string, make: (snapshot: Snapshot) => T): T {
    const world = this.#world;
    const held = this.#parts.files.get(path);
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
    const made = make(new ProjectSnapshot(this.#parts, asked));
    ofFile.set(name, { content: held?.content, reads: asked, settings, complete: world.index.complete, made });
    world.headlines.set(path, ofFile);
    if (held?.keep === false) held.open = undefined;
    return made;
  }

  findings(path: FilePath): readonly Finding[] {
    const { files, checks, trees } = this.#parts;
    const world = this.#world;
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
    const pointedAt = new Map<FilePath, FileContent | undefined>();
    for (const { related } of checked.findings)
      for (const each of related) pointedAt.set(each.path, files.get(each.path)?.content);
    checks.set(path, { content: held.content, checked, pointedAt });
    if (!held.keep) held.open = undefined;
    return checked.findings;
  }

  assessments(path: FilePath): readonly AssessedSpec[] {
    return this.#remembered(this.#assessments, path, (spec) => {
      const assessment = this.assess(path, spec);
      return assessment === undefined ? undefined : { spec, assessment };
    });
  }

  portfolios(path: FilePath): readonly AssessedPortfolio[] {
    return this.#remembered(this.#portfolios, path, (spec) => {
      if (spec.kind !== "portfolio") return undefined;
      const assessment = this.assessPortfolio(path, spec);
      return assessment === undefined ? undefined : { spec, assessment };
    });
  }

  areas(path: FilePath): readonly AssessedArea[] {
    return this.#remembered(this.#areas, path, (spec) => {
      if (spec.kind !== "area") return undefined;
      const assessment = this.#world.assessor.area(spec, this.index, this.settings(path));
      return assessment === undefined ? undefined : { spec, assessment };
    });
  }

  assess(path: FilePath, spec: Spec, replaced?: Replaced): AssessedSpec["assessment"] | undefined {
    return this.#world.assessor.assess(spec, this.index, this.settings(path), replaced);
  }

  assessPortfolio(path: FilePath, spec: Spec, replaced?: Replaced): AssessedPortfolio["assessment"] | undefined {
    return this.#world.assessor.portfolio(spec, this.index, this.settings(path), replaced);
  }

  locate(path: FilePath, place: Place): ReturnType<Snapshot["locate"]> {
    const file = this.#open(path);
    return file === undefined ? { path, span: { start: 0, end: 0 } } : locate(file, place);
  }

  /**
   * What was worked out of a file is of one tree of it: when the tree of a closed file has gone, what is made of the next one
   * is worked out again.
   */
  #remembered<T>(known: Made<T>, path: FilePath, make: (spec: Spec) => T | undefined): readonly T[] {
    const open = this.#open(path);
    if (open === undefined) return [];
    const before = known.get(path);
    if (before?.open === open) return before.made;
    const made = open.specs.map(make).filter((each) => each !== undefined);
    known.set(path, { open, made });
    return made;
  }
}

type Made<T> = Map<FilePath, { readonly open: OpenFile; readonly made: readonly T[] }>;

function stillHolds(checked: CheckedFile, world: SessionWorld, path: FilePath): boolean {
  return (
    checked.complete === world.index.complete &&
    checked.settings === world.settings.for(path).fingerprint &&
    world.index.stillHolds(checked.reads)
  );
}
