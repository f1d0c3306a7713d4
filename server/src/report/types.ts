/** The report of one intervention, portfolio or area as plain data: the panel, the HTML file and the exports draw the same. Every figure is already in words. */
import type { Place } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Chart } from "./charts/types.ts";

export interface Report {
  readonly title: string;
  readonly id: string;
  readonly path: FilePath;
  /** Status, prices, perspective: what every figure rests on. */
  readonly facts: readonly string[];
  /** The few figures that a reader looks for first. */
  readonly headlines: readonly ReportHeadline[];
  readonly sections: readonly ReportSection[];
}

export interface ReportHeadline {
  readonly label: string;
  readonly figure: string;
  /** What is not known, or what the figure rests on; may be empty. */
  readonly note: string;
  /** False when there is no figure: drawn quieter, never as a zero. */
  readonly known: boolean;
}

export interface ReportSection {
  /** Stable, for links and tests: `costs`, `over-time`, `evidence`. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly charts: readonly Chart[];
  readonly tables: readonly ReportTable[];
  /** Something more that can be asked for where somebody can press a button. */
  readonly action?: { readonly id: "simulate"; readonly text: string };
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly align: "left" | "right" }[];
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  /** The first is the row's heading. */
  readonly cells: readonly ReportCell[];
  /** Shown but not added. */
  readonly faded?: boolean;
  readonly total?: boolean;
}

export type ReportCell = string | LinkedCell;

/** Text that leads somewhere: to its place in a spec (in the editor only), or to a page on the web. */
export interface LinkedCell {
  readonly text: string;
  readonly at?: Target;
  readonly href?: string;
}

/** A place of the report's own file, or a span in any file. */
export type Target =
  | Place
  | { readonly path: FilePath; readonly span: { readonly start: number; readonly end: number } };
