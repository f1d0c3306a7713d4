/** What `cost` shows of one spec, as plain words and shown figures: the table and the Markdown draw the same page. */
export interface CostPage {
  readonly title: string;
  readonly id: string;
  readonly path: string;
  /** Status, prices, perspective: what every figure rests on. */
  readonly facts: readonly string[];
  readonly headlines: readonly Headline[];
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
}

export interface Headline {
  readonly label: string;
  readonly figure: string;
  /** What is not known, or what the figure rests on. */
  readonly note: string;
}

export interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  /** Where sections can be folded, this one is not. */
  readonly open?: boolean;
}

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface Row {
  readonly cells: readonly string[];
  /** Shown but not added: outside the perspective, or contained in another. */
  readonly faded?: boolean;
  readonly total?: boolean;
}
