import type { GapMapChart } from "../gap-map/chart.ts";

/** What a chart shows, as data: drawn elsewhere, so that no reader of a report loads a charting library before a chart is needed. */
export type Chart =
  | BarChart
  | PathChart
  | SwingChart
  | PlaneChart
  | CurveChart
  | ForestChart
  | GapMapChart
  | TheoryChart;

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

/** What one figure comes to at both ends of each input, about what it is as written; the widest first. */
export interface SwingChart extends ChartBase {
  readonly kind: "swings";
  readonly centre: number;
  readonly centreShown: string;
  readonly rows: readonly {
    readonly label: string;
    /** The values of the input that were tried. */
    readonly inputs: string;
    readonly low: { readonly value: number; readonly shown: string };
    readonly high: { readonly value: number; readonly shown: string };
  }[];
}

/** Draws of cost against effect. */
export interface PlaneChart extends ChartBase {
  readonly kind: "plane";
  readonly currency: string;
  readonly effectName: string;
  readonly costName: string;
  readonly points: readonly { readonly effect: number; readonly cost: number }[];
  readonly central: { readonly effect: number; readonly cost: number };
}

/** A chance at each price of one outcome, or at each number of something. */
export interface CurveChart extends ChartBase {
  readonly kind: "curve";
  /** Undefined: numbers, not money. */
  readonly currency: string | undefined;
  readonly thresholdName: string;
  readonly points: readonly { readonly threshold: number; readonly chance: number }[];
  /** The one that is set, marked. */
  readonly threshold: number | undefined;
  /** What stands at the mark, instead of its value. */
  readonly mark?: string;
}

/** Effects of several studies one under the other, each with its interval, and what they show together. */
export interface ForestChart extends ChartBase {
  readonly kind: "forest";
  /** Ratios stand on a logarithmic scale. */
  readonly ratio: boolean;
  readonly axisName: string;
  /** The side of no effect on which a result is better; undefined when nobody says. */
  readonly better: "left" | "right" | undefined;
  readonly rows: readonly ForestRow[];
}

export interface ForestRow {
  readonly label: string;
  /** The figure as shown everywhere else. */
  readonly shown: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** A study's square grows with its weight, 0 to 1; what they show together is a diamond, where a new one may lie a dashed line. */
  readonly mark:
    | { readonly kind: "study"; readonly weight: number }
    | { readonly kind: "pooled" | "prediction" | "claimed" };
}

/** Steps in bands from what is put in to what changes, with an arrow for each link. */
export interface TheoryChart extends ChartBase {
  readonly kind: "theory";
  readonly bands: readonly {
    readonly name: string;
    readonly steps: readonly { readonly name: string; readonly title: string }[];
  }[];
  /** `firm` where a study is named for it. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly firm: boolean }[];
}

/** A chart drawn: an SVG image on its own, in colours that the page around it may replace. */
export interface DrawnChart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
}
