export interface FigureDescription {
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  readonly source?: string;
  /** What tells figures of this id apart: a payer, an outcome. */
  readonly of?: string;
}

/** Keeps the ids of a table of figures as a type. */
export const describe = <K extends string>(table: Readonly<Record<K, FigureDescription>>) => table;
