/**
 * What the value grammar reads: money, quantities, percentages, durations, years, estimates, as researchers write them.
 * Pure data. Figures are binary64; how finely a number was written is kept beside it, because agreement with a printed
 * figure is judged by the rounding interval of what was written (see `Written`).
 */

/** Offsets into the text that was read (UTF-16, from 0). */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * A unit as powers of base names in canonical order: `£/family/month` is GBP^1 family^-1 month^-1. Currencies are `GBP`, `USD`,
 * `EUR`; staff is `FTE`; time is `minute hour day week month year`; anything else is a counted noun in the singular, lower
 * case, words joined by hyphens. Dimensionless is the empty list.
 */
export interface Unit {
  readonly powers: readonly (readonly [base: string, power: number])[];
}

/** How finely a number was written (of two ends, the coarser of a range, the finer of an interval). Exponents of ten: `£1.29m` has finest 4 and lastNonZero 4; `560,000` has 0 and 4; `2.30` has -2 and -1. */
export interface Written {
  readonly finest: number;
  readonly lastNonZero: number;
  /** True when a decimal point was written (`2.30`, `£1.29m`). */
  readonly decimals: boolean;
}

/** `about` and `~`; `less than £100`, `at least`, `up to`, `over`. */
export type Bound = "less-than" | "at-most" | "at-least" | "more-than";

/** A confidence interval. `level` is 95 when none was written, and then `levelWritten` is false. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly levelWritten: boolean;
  readonly written: Written;
}

/** One number with its unit, as it stands in the text. */
export interface Factor {
  readonly value: number;
  readonly unit: Unit;
  readonly written: Written;
  readonly span: TextSpan;
}

/** A product of factors; a value is a sum of terms (most have one term of one factor). */
export interface Term {
  readonly sign: 1 | -1;
  readonly factors: readonly Factor[];
}

/** Money, counts, hours, durations, scores: any number with a unit, any product or sum of them. */
export interface Quantity {
  readonly kind: "quantity";
  /** Reduced: the sum of the products, like time units brought to one. */
  readonly value: number;
  readonly unit: Unit;
  /** Of a range (`£1,000 to £1,400`, `35% ± 5%`): its ends; `value` is then the middle. */
  readonly range?: { readonly low: number; readonly high: number };
  readonly interval?: Interval;
  readonly se?: number;
  readonly about: boolean;
  readonly bound?: Bound;
  /** Of a single factor, how finely it was written; of products and sums, the coarsest of their factors. */
  readonly written: Written;
  readonly terms: readonly Term[];
  /**
   * Only of a sum whose terms count the same thing per unlike things (`hours/pupil/week + hours/group/week`, `£/year + £/family`):
   * what the terms come to, like with like. There is then no one value: `value` is NaN and `unit` the part above the line.
   */
  readonly parts?: readonly { readonly value: number; readonly unit: Unit }[];
  /** `better` or `worse` after a change (`10.57 points better`). */
  readonly direction?: "better" | "worse";
  /** `£74 per child averaged`-like trailing words are not kept here; keys carry them. */
}

/** `35%`, `80% of starters`, `20% of impact`, `20%/year`. */
export interface Share {
  readonly kind: "share";
  /** 0.35 for `35%`. */
  readonly value: number;
  readonly of?: string;
  /** `20%/year`: the unit it is per. */
  readonly per?: Unit;
  readonly range?: { readonly low: number; readonly high: number };
  readonly interval?: Interval;
  readonly about: boolean;
  readonly bound?: Bound;
  readonly written: Written;
}

/**
 * Of an effect: risk difference (`-3 points` on a share, `RD`), mean difference, standardised differences, ratios;
 * `relative` is `32% relative` or `-32% relative`, equal to the RR it stands for. `change` is a raw difference in the measure's own points.
 */
export type Metric = "RD" | "MD" | "d" | "g" | "RR" | "OR" | "HR" | "relative" | "change" | "b";

/** `OR 0.67 (0.43 to 1.04)`, `d 0.26 better (95% CI 0.17 to 0.35), p = 0.01`, `-3 points`. */
export interface Estimate {
  readonly kind: "estimate";
  readonly metric: Metric;
  /** In the metric's own scale, sign as written: RD in shares (`-3 points` is -0.03), ratios as ratios. */
  readonly value: number;
  readonly interval?: Interval;
  readonly se?: number;
  readonly p?: PValue;
  readonly direction?: "better" | "worse";
  /** `MD 0.034 QALY`: what the difference is counted in. */
  readonly unit?: Unit;
  readonly about: boolean;
  readonly bound?: Bound;
  /** `aOR 0.67`: the source adjusted it for covariates. */
  readonly adjusted?: true;
  /** `-3 points`, without `percentage`: read as percentage points; of a score they are the score's own. */
  readonly plainPoints?: true;
  /** `NNT 12 (95% CI 8 to 25)`: as written; the value is the risk difference, one over it. */
  readonly needed?: { readonly value: number; readonly interval?: Interval; readonly written: Written };
  readonly written: Written;
}

export interface PValue {
  readonly value: number;
  /** `p = 0.01`, `p < 0.05`, `p over 0.05`. */
  readonly relation: "equal" | "less" | "more";
  readonly written: Written;
}

/** `13% v 11%`, `44/108 v 39/104`: first with the intervention, then without. */
export interface Comparison {
  readonly kind: "comparison";
  readonly with: Rate;
  readonly without: Rate;
  readonly p?: PValue;
}

/** `44/108`, `35%`, `0.4 incidents/child/year`, `82 per 10,000 children`. */
export interface Rate {
  readonly kind: "rate";
  readonly value: number;
  /** Dimensionless for a chance; `incident/child/year` for a rate. */
  readonly unit: Unit;
  readonly events?: number;
  readonly total?: number;
  /** `12.3 (SD 4.5)`: the standard deviation of a mean score. */
  readonly sd?: number;
  /** `18.2 (SD 8.1, n = 45)`: how many it is of. */
  readonly n?: number;
  readonly range?: { readonly low: number; readonly high: number };
  readonly interval?: Interval;
  readonly about: boolean;
  readonly bound?: Bound;
  readonly written: Written;
}

/** `2023-24`, `2019/20` (financial, April), `2016` (calendar). `label` is canonical: `2023-24`, `2016`. */
export interface PriceYear {
  readonly kind: "price-year";
  readonly basis: "financial" | "calendar";
  readonly start: number;
  readonly label: string;
}

/** `2027-03-31`, `2016-07`, `2016`. */
export interface CalendarDate {
  readonly kind: "date";
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** `6 months after end`, `18 months after start`, `24 months after birth`, `end of programme`. */
export interface Moment {
  readonly kind: "moment";
  /** `unsaid` of `6-month follow-up`: papers count it from the start or from the end. */
  readonly from: "start" | "end" | "birth" | "unsaid";
  /** In years. */
  readonly after: number;
  /** As written: 18 months. Absent for the start or the end itself. */
  readonly length?: { readonly value: number; readonly unit: Unit };
  readonly written: Written;
}

/** `2 to 11 years`, `0 to 4 years`, `36 to 59 months`: both ends in years; `to` is infinite of `16+`. */
export interface AgeRange {
  readonly kind: "ages";
  readonly from: number;
  readonly to: number;
}

/** `unknown`, `none`, `no difference`, `not measured`, `in benefits`...: a word that is a value; which are allowed depends on the form. */
export interface Word {
  readonly kind: "word";
  readonly word: string;
}

/** `42 weeks x 37 hours/week`. */
export interface WorkingYear {
  readonly weeks: number;
  readonly hoursPerWeek: number;
}

/** Anything that could not be read, with the very character at fault and a form that would be read. */
export interface ValueProblem {
  /** Stable reason, for choosing a finding's code and fix. */
  readonly reason:
    | "empty"
    | "unreadable" // no form fits
    | "wrong-form" // it reads, but as something else (`found` says what)
    | "units-mismatch" // a sum of unlike units
    | "torn-number" // 1,20 or 1_000 or 1.200.000: grouping that cannot be meant
    | "bare-percent" // an effect of `-32%`: points or relative?
    | "ambiguous-year" // 2023-25, 23/24
    | "not-finite" // 1e400, NaN, infinity
    | "negative" // where a negative cannot be
    | "bad-range" // upper end below the lower
    | "out-of-range"; // 140%, p = 3
  readonly span: TextSpan;
  /** One plain sentence: what is wrong. */
  readonly message: string;
  /** A form that would be read, close to what was written: `£1,200`. */
  readonly example: string;
  /** When certain: the text that should stand instead of the whole value. */
  readonly suggestion?: string;
  readonly found?: string;
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ValueProblem };

/**
 * The forms a key may ask for. Each accepts `unknown` where the shape says so (see schema room); `read(form, text)` answers with
 * the type in `FormTypes`.
 */
export interface FormTypes {
  /** Money with an optional unit below it: `£1,200`, `£71/hour`, `£1,000 to £1,400`, `$9,140/participant`, `£0.6bn/year`. */
  money: Quantity;
  /** Anything countable, products and sums of it: `1.5 hours/visit x 12 visits/family`, `4 FTE`. */
  quantity: Quantity;
  /** A number of something, flow or total: `60 families/year`, `46 cases`, `8 families/course`, plain `240`. */
  count: Quantity;
  /** `85%`, `40% of starters`, or a count (`6 families/course`). */
  "share-or-count": Share | Quantity;
  share: Share;
  /** `20%/year`. */
  "share-per-time": Share;
  duration: Quantity;
  /** What happens without or with the intervention: chance, counts, or rate. Also a score `42.1 points`. */
  rate: Rate;
  /** An effect. A bare percentage is refused (`bare-percent`). Words: `no difference`, `not measured`, `unknown`. */
  effect: Estimate | Comparison | Word;
  /** A raw change in the measure's points: `10.57 points better`. */
  change: Estimate;
  "price-year": PriceYear;
  "financial-year": PriceYear;
  date: CalendarDate;
  moment: Moment;
  ages: AgeRange;
  "working-year": WorkingYear;
  /** A figure a publication prints: money, ratio, share, duration, range, count, word `none`. */
  stated: Quantity | Share | Word;
  /** A plain number: `0.05`, `0.15`. */
  number: Quantity;
  /** `£100/point`. */
  threshold: Quantity;
  /** `20% of impact` or `12 points`. */
  deadweight: Share | Estimate;
  /** Relative size of two arms, `1 to 1`. */
  allocation: { readonly kind: "allocation"; readonly intervention: number; readonly control: number };
  /** `5% two-sided`. */
  significance: { readonly kind: "significance"; readonly level: number; readonly sides: 1 | 2 };
  /** `p = 0.04`, `0.04`, `<0.001`. */
  p: PValue;
  /** A score's possible values: `36 to 252`. */
  "score-range": { readonly kind: "score-range"; readonly low: number; readonly high: number };
}

export type Form = keyof FormTypes;
