/** Which effects of which interventions anybody has looked for, and what they found. */
import type { Definition } from "../../model/spec.ts";
import type { Span } from "../../syntax/types.ts";
import type { FilePath } from "../../workspace/types.ts";

/** What one study says of one outcome. A null is a finding; the last three are none. */
export const findings = [
  "better",
  "worse",
  "no effect shown",
  "better, not tested",
  "worse, not tested",
  "change only",
  "direction not known",
  "not measured",
  "result not known",
] as const;
export type StudyFinding = (typeof findings)[number];

const silent: ReadonlySet<StudyFinding> = new Set<StudyFinding>(["not measured", "result not known"]);

/** True when a study found something, a null included. */
export const isFinding = (finding: StudyFinding): boolean => !silent.has(finding);

/** How far a design can tell an effect from what would have happened anyway. */
export const strengths = ["randomised", "comparison group", "no comparison", "design not known"] as const;
export type Strength = (typeof strengths)[number];

export interface MapStudy {
  readonly id: string;
  readonly name: string;
  readonly finding: StudyFinding;
  readonly strength: Strength;
  readonly definition: Definition;
}

/** What a cell comes to: studied with a finding, looked at without one, claimed on nothing, or never looked at. */
export type CellState = "studied" | "no finding" | "claimed, not studied" | "not studied";

export interface MapCell {
  readonly state: CellState;
  readonly claimed: boolean;
  readonly studies: readonly MapStudy[];
  /** Of the studies with a finding, the strongest design. */
  readonly strength: Strength | undefined;
}

export interface MapRow {
  readonly id: string;
  readonly title: string;
  readonly path: FilePath;
  /** Where it is written. */
  readonly span: Span;
  /** In the order of the columns. */
  readonly cells: readonly MapCell[];
}

export interface MapColumn {
  readonly outcome: string;
  readonly title: string;
}

export interface GapMap {
  /** What the rows are. */
  readonly of: "interventions" | "activities";
  readonly rows: readonly MapRow[];
  readonly columns: readonly MapColumn[];
  /** Titles of those that claim nothing and of which no study speaks: no row is drawn for them. */
  readonly silent: readonly string[];
}
