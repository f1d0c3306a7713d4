/** What the analysis room gives to the editor and the command line. One engine: they can never disagree. */
import type { AreaAssessment, Assessment, PortfolioAssessment } from "../model/assess/index.ts";
import type { DefinitionReader } from "../model/defined.ts";
import type { Replaced } from "../model/replaced.ts";
import type { EffectiveSettings } from "../model/settings.ts";
import type { Spec } from "../model/spec.ts";
import type { Finding, IndexReader } from "../rules/types.ts";
import type { ParsedFile, Place, Span } from "../syntax/types.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FileContent, FilePath, FileProblem } from "../workspace/types.ts";
import type { SimulatedSpec } from "./simulated.ts";
import type { SimulatedPortfolio } from "./simulated-portfolio.ts";

/** One moment of a project. Immutable: a later edit makes another. Questions are answered when asked and remembered. */
export interface Snapshot {
  /** Every file of the project, sorted. */
  readonly files: readonly FilePath[];
  /** False while the first index is still being built. */
  readonly complete: boolean;
  readonly asOf: CalendarDate;
  readonly index: IndexReader;
  /** What a definition says, read as its kind; each is read once. */
  readonly read: DefinitionReader;
  text(path: FilePath): string | undefined;
  /** The offsets at which lines of a file start, without parsing it; the first is 0. */
  lineStarts(path: FilePath): readonly number[];
  parsed(path: FilePath): ParsedFile | undefined;
  specs(path: FilePath): readonly Spec[];
  settings(path: FilePath): EffectiveSettings;
  /**
   * Headline figures of a file, or anything else that is small and worked out from it: made once by `make`, under a name, and given
   * again to later snapshots for as long as the file and all that `make` asked of the index say the same. Trees of a closed file go
   * again. What is made must not hold on to trees or assessments, and points into this file only.
   */
  headlines<T>(path: FilePath, name: string, make: (snapshot: Snapshot) => T): T;
  /** Sorted by place; suppressed ones included and marked. */
  findings(path: FilePath): readonly Finding[];
  /** One for each document that has figures, in order. */
  assessments(path: FilePath): readonly AssessedSpec[];
  /** One for each portfolio in the file, in order. */
  portfolios(path: FilePath): readonly AssessedPortfolio[];
  /** One for each area in the file, in order. */
  areas(path: FilePath): readonly AssessedArea[];
  /** The figures of a spec that stands nowhere, as if it stood in that file: those of a variation, of what it uses too. */
  assess(path: FilePath, spec: Spec, replaced?: Replaced): Assessment | undefined;
  /** The same of a portfolio. */
  assessPortfolio(path: FilePath, spec: Spec, replaced?: Replaced): PortfolioAssessment | undefined;
  /** What was simulated, for as long as the assessment that it is of stands: shown where it is there, never made by looking. */
  readonly simulations: SimulationMemory;
  /** The same of portfolios. */
  readonly portfolioSimulations: WeakMap<PortfolioAssessment, SimulatedPortfolio>;
  /** Where a place stands: in its own file, or in the file that defines it. */
  locate(path: FilePath, place: Place): { readonly path: FilePath; readonly span: Span };
}

export type SimulationMemory = WeakMap<Assessment, SimulatedSpec>;

export interface AssessedSpec {
  readonly spec: Spec;
  readonly assessment: Assessment;
  /** What stood instead of what other files define, in a variation. */
  readonly replaced?: Replaced | undefined;
}

export interface AssessedPortfolio {
  readonly spec: Extract<Spec, { readonly kind: "portfolio" }>;
  readonly assessment: PortfolioAssessment;
  /** What stood instead of what other files define, in a variation. */
  readonly replaced?: Replaced | undefined;
}

export interface AssessedArea {
  readonly spec: Extract<Spec, { readonly kind: "area" }>;
  readonly assessment: AreaAssessment;
}

/** A project that changes: what the editor and the command line hold. Only these calls change it. */
export interface ProjectSession {
  /** `undefined` removes the file. Text from an open editor lies over the disk. `keep` false drops the trees once the file is checked. */
  setFile(path: FilePath, text: string | undefined, keep?: boolean): void;
  setProblem(path: FilePath, problem: FileProblem, detail?: string): void;
  /** Takes in many closed files at once: far cheaper than one by one. */
  load(entries: Iterable<readonly [FilePath, FileContent]>): void;
  setComplete(complete: boolean): void;
  snapshot(): Snapshot;
}
