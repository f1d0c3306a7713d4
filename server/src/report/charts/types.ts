/** What a chart shows, as data: drawn elsewhere, so that no reader of a report loads a charting library before a chart is needed. */
export type Chart = BarChart | PathChart;

interface ChartBase {
  readonly id: string;
  readonly title: string;
  /** What it shows in words, with the figures that matter: the text alternative. */
  readonly description: string;
}

/** Amounts side by side, one group of bars a label. */
export interface BarChart extends ChartBase {
  readonly kind: "bars";
  readonly rows: readonly BarRow[];
}

export interface BarRow {
  readonly label: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly series: Series;
  readonly value: number;
  /** The figure as shown everywhere else. */
  readonly shown: string;
}

/** The two sides of every account; each has one colour wherever it is drawn. */
export type Series = "cost" | "benefit";

/** Two running totals over the years. */
export interface PathChart extends ChartBase {
  readonly kind: "path";
  readonly currency: string;
  readonly costName: string;
  readonly benefitName: string;
  /** At the end of each year, counted from 1. */
  readonly points: readonly { readonly year: number; readonly cost: number; readonly benefit: number }[];
  /** The year by whose end it has paid for itself. */
  readonly payback: number | undefined;
}

/** A chart drawn: an SVG image on its own, in colours that the page around it may replace. */
export interface DrawnChart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
}
