import type { Span } from "../../syntax/types.ts";
import type { FilePath } from "../../workspace/types.ts";

/** One row of the overview of a project: what is shown, what is read aloud, and where it leads. */
export interface OverviewRow {
  /** Names the row, so that what lies under it can be asked for. */
  readonly key: string;
  readonly label: string;
  /** Shown behind the label, quieter. */
  readonly description: string;
  /** The title, where the label is an id. */
  readonly title?: string;
  /** Label and description as a sentence, for a screen reader. */
  readonly spoken: string;
  readonly icon: OverviewIcon;
  readonly at?: { readonly path: FilePath; readonly span: Span };
  readonly expandable: boolean;
}

export type OverviewIcon =
  | "interventions"
  | "intervention"
  | "portfolios"
  | "portfolio"
  | "areas"
  | "area"
  | "outcomes"
  | "outcome"
  | "studies"
  | "study"
  | "unit-costs"
  | "unit-cost"
  | "gaps"
  | "gap"
  | "more";

/** Most rows in one list; beyond, the rest is counted. */
export const mostRows = 500;

/** The first rows of a list, and a row that counts the rest. */
export function cut(rows: readonly OverviewRow[], total: number, key: string): readonly OverviewRow[] {
  const rest = total - rows.length;
  if (rest <= 0) return rows;
  const label = `and ${rest} more`;
  return [...rows, { key: `${key}:more`, label, description: "", spoken: label, icon: "more", expandable: false }];
}

/** `1 study`, `3 studies`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
