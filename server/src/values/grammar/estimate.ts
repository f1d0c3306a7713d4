import { type Failure, fail, isFailure } from "../problems.ts";
import type { Comparison, Estimate, Metric, Rate, Share, Written } from "../types.ts";
import { divideUnits, equalUnits, formatUnit, isDimensionless, NO_UNIT, powerOf, unit } from "../units.ts";
import { type Cursor, isWord, peek } from "./cursor.ts";
import type { RawFactor } from "./factor.ts";
import type { Phrase } from "./phrase.ts";
import { checkOrder, middleOf, rangeWritten, readRangeEnds, toInterval, toQuantity } from "./quantity.ts";
import { only } from "./sum.ts";

const RATIOS: readonly Metric[] = ["RR", "OR", "HR"];
const POINT = unit(["point", 1]);
const MONTH = unit(["month", 1]);
const DEVIATIONS = [unit(["sd", 1]), unit(["standard-deviation", 1])];
const bare = (factor: RawFactor): RawFactor => ({ ...factor, unit: NO_UNIT });

function shift(written: Written, by: number): Written {
  return { ...written, finest: written.finest + by, lastNonZero: written.lastNonZero + by };
}

function sliceOf(c: Cursor, span: { readonly start: number; readonly end: number }): string {
  return c.text.slice(span.start, span.end);
}

/** `-32%` as an effect: both readings are shown, neither taken. */
function barePercent(c: Cursor, phrase: Phrase): Failure {
  const number = sliceOf(c, phrase.sumSpan).replace(/\s*(%|per\s*cent|percent|pct)/i, "");
  const example = `${number} points`;
  const message = `A percentage alone does not say which kind of effect it is: percentage points (\`${number} points\`) or relative to the rate without (\`${number}% relative\`).`;
  return fail("bare-percent", phrase.sumSpan, message, example);
}

interface Scaled {
  readonly metric: Metric;
  readonly factor: RawFactor;
  /** What the number is multiplied by to stand on the metric's own scale, as a power of ten. */
  readonly power: number;
  /** Points, and nothing says of what. */
  readonly plainPoints?: true;
}

function isPoints(factor: RawFactor): boolean {
  return factor.percentagePoints || equalUnits(factor.unit, POINT);
}

/** Which metric a factor is on when the form gives the meaning of plain points. */
function scaled(c: Cursor, phrase: Phrase, factor: RawFactor, points: "RD" | "change"): Scaled | Failure {
  const written = phrase.metric;
  if (phrase.relative !== undefined) {
    if (written !== undefined || !factor.percent) {
      return fail("unreadable", phrase.relative, "`relative` stands after a percentage alone.", "-32% relative");
    }
    return { metric: "relative", factor, power: 0 };
  }
  if (written === undefined) {
    if (factor.percent) return barePercent(c, phrase);
    // `0.24 SD`, as trials in schools print a standardised difference.
    if (DEVIATIONS.some((each) => equalUnits(factor.unit, each)))
      return { metric: "d", factor: bare(factor), power: 0 };
    if (factor.percentagePoints) return { metric: "RD", factor, power: -2 };
    if (points === "RD" && isPoints(factor)) return { metric: "RD", factor, power: -2, plainPoints: true };
    if (points === "change") return { metric: "change", factor, power: 0 };
    const number = sliceOf(c, phrase.sumSpan);
    if (equalUnits(factor.unit, MONTH)) {
      const message =
        "Months of progress are not an effect: a result prints them under `months:`, and the standardised difference behind them stands here. A difference in time is written `MD` before it.";
      return fail("unreadable", phrase.sumSpan, message, "g 0.10");
    }
    if (isDimensionless(factor.unit) && /\d\s*(per|in|\/)\s*\d/i.test(number)) {
      const message =
        "The number does not say which kind of effect it is: a difference between two rates is written `RD` before it.";
      return fail("unreadable", phrase.sumSpan, message, `RD ${number}`);
    }
    const change = changeAhead(c, number);
    if (change !== undefined) return fail("unreadable", phrase.sumSpan, change.message, change.example);
    const shown = isDimensionless(factor.unit)
      ? // A ratio lies above 0.
        `${[`g ${number}`, ...(factor.value > 0 ? [`RR ${number}`] : [])].map((each) => `\`${each}\``).join(", ")} or \`${number} points\``
      : "`MD` before it";
    const message = `The number does not say which kind of effect it is: write ${shown}.`;
    return fail("unreadable", phrase.sumSpan, message, isDimensionless(factor.unit) ? `g ${number}` : `MD ${number}`);
  }
  if (written === "RD") {
    if (factor.percent) return { metric: "RD", factor, power: 0 };
    if (isPoints(factor)) return { metric: "RD", factor, power: -2 };
    if (!isDimensionless(factor.unit)) return noUnitHere(phrase, factor, c);
    return { metric: "RD", factor, power: 0 };
  }
  if (written === "MD" || written === "b") {
    if (factor.percent) return barePercent(c, phrase);
    return factor.percentagePoints ? { metric: "RD", factor, power: -2 } : { metric: written, factor, power: 0 };
  }
  if (factor.percent)
    return fail("wrong-form", factor.span, `${written} is a plain number, not a percentage.`, `${written} 0.72`);
  if (!isDimensionless(factor.unit)) return noUnitHere(phrase, factor, c);
  if (RATIOS.includes(written) && factor.value <= 0) {
    return fail("out-of-range", factor.span, `${written} is a ratio and lies above 0.`, `${written} 0.72`);
  }
  return { metric: written, factor, power: 0 };
}

const FALLS = ["fewer", "lower", "less"];
const RISES = ["more", "higher"];

/** `28 fewer days`: a difference in what stands behind the word. Whether its interval is turned too only the paper says. */
function changeAhead(c: Cursor, number: string): { readonly message: string; readonly example: string } | undefined {
  const token = peek(c);
  if (!isWord(token, ...FALLS, ...RISES)) return undefined;
  const noun = peek(c, 1).kind === "word" ? ` ${peek(c, 1).text}` : " points";
  const example = `MD ${isWord(token, ...FALLS) ? "-" : ""}${number}${noun}`;
  const message = `Write a difference with its sign, and the ends of its interval with theirs: \`${example}\` for ${number} ${token.text}.`;
  return { message, example };
}

function noUnitHere(phrase: Phrase, factor: RawFactor, c: Cursor): Failure {
  const unitText = formatUnit(factor.unit, { plural: true });
  return fail(
    "wrong-form",
    factor.span,
    `${phrase.metric} has no unit; \`${unitText}\` does not belong here.`,
    c.example,
  );
}

function powerUp(value: number, power: number): number {
  return power === 0 ? value : Number(`${value}e${power}`);
}

/** The phrase as an effect. `points` says what plain points mean: percentage points of a share, or the measure's own. */
export function toEstimate(c: Cursor, phrase: Phrase, points: "RD" | "change"): Estimate | Failure {
  const factor = only(phrase.sum);
  if (factor === undefined)
    return fail("wrong-form", phrase.sumSpan, "An effect is one number, not a sum or product.", c.example);
  const stray = phrase.toSpan ?? phrase.ofSpan ?? phrase.sidesSpan;
  if (stray !== undefined) return fail("wrong-form", stray, strayMessage(phrase), "RR 0.72 (0.55 to 0.94)");
  if (phrase.needed !== undefined) return toTreat(c, phrase, factor, phrase.needed);
  const on = scaled(c, phrase, factor, points);
  if (isFailure(on)) return on;
  if (factor.out !== undefined)
    return fail("wrong-form", factor.span, "An effect is one number, not a count out of a total.", c.example);
  const interval = phrase.interval === undefined ? undefined : toInterval(c, phrase.interval, factor);
  if (isFailure(interval)) return interval;
  if (interval !== undefined && RATIOS.includes(on.metric) && interval.low < 0) {
    return fail(
      "out-of-range",
      phrase.interval?.span ?? phrase.span,
      `The interval of a ratio (${on.metric}) lies above 0.`,
      "OR 0.67 (0.43 to 1.04)",
    );
  }
  const counted = on.metric === "MD" || on.metric === "change" || on.metric === "b";
  const hasUnit = counted && !isDimensionless(factor.unit);
  const { power } = on;
  return {
    kind: "estimate",
    metric: on.metric,
    value: powerUp(factor.value, power),
    ...(interval === undefined
      ? {}
      : {
          interval: {
            ...interval,
            low: powerUp(interval.low, power),
            high: powerUp(interval.high, power),
            written: shift(interval.written, power),
          },
        }),
    ...(phrase.se === undefined ? {} : { se: powerUp(phrase.se.value, power) }),
    ...(phrase.p === undefined ? {} : { p: phrase.p }),
    ...(phrase.direction === undefined ? {} : { direction: phrase.direction }),
    ...(hasUnit ? { unit: factor.unit } : {}),
    about: phrase.about,
    ...(phrase.bound === undefined ? {} : { bound: phrase.bound }),
    ...(phrase.adjusted === true ? { adjusted: true } : {}),
    ...(on.plainPoints === true ? { plainPoints: true } : {}),
    written: shift(factor.written, power),
  };
}

/** `NNT 12 (95% CI 8 to 25)`: a risk difference of 1/12, from 1/25 to 1/8. */
function toTreat(c: Cursor, phrase: Phrase, factor: RawFactor, direction: "better" | "worse"): Estimate | Failure {
  const example = "NNT 12 (95% CI 8 to 25)";
  const ends = phrase.interval === undefined ? [] : [phrase.interval.low, phrase.interval.high];
  for (const each of [factor, ...ends]) {
    const plain = isDimensionless(each.unit) && !each.percent && each.out === undefined;
    if (plain && each.value >= 1) continue;
    const message =
      each === factor
        ? "A number needed to treat is a plain number of 1 or more."
        : "An interval that holds no effect has no number needed to treat at one end: write the risk difference and its interval instead, such as `RD 4% (95% CI -1% to 9%)`.";
    return fail("out-of-range", each.span, message, example);
  }
  if (phrase.se !== undefined)
    return fail(
      "wrong-form",
      phrase.se.span,
      "A number needed to treat has an interval, not a standard error.",
      example,
    );
  const interval = phrase.interval === undefined ? undefined : toInterval(c, phrase.interval, factor);
  if (isFailure(interval)) return interval;
  // What is left open by a rounded number: half of one either way moves 1/n by half of 1/n².
  const written = (n: number): Written => {
    const finest = -2 * Math.log10(n);
    return { finest, lastNonZero: finest, decimals: true };
  };
  return {
    kind: "estimate",
    metric: "RD",
    value: 1 / factor.value,
    ...(interval === undefined
      ? {}
      : { interval: { ...interval, low: 1 / interval.high, high: 1 / interval.low, written: written(interval.high) } }),
    ...(phrase.p === undefined ? {} : { p: phrase.p }),
    direction: phrase.direction ?? direction,
    about: phrase.about,
    ...(phrase.bound === undefined ? {} : { bound: phrase.bound }),
    needed: { value: factor.value, ...(interval === undefined ? {} : { interval }), written: factor.written },
    written: written(factor.value),
  };
}

function strayMessage(phrase: Phrase): string {
  if (phrase.toSpan !== undefined) return "An effect is one number with its interval in brackets, not a range.";
  return "These words do not belong to an effect.";
}

/** The phrase as a share: a single percentage. */
export function toShare(c: Cursor, phrase: Phrase, most: number): Share | Failure {
  const factor = only(phrase.sum);
  if (factor === undefined) return fail("wrong-form", phrase.sumSpan, "A share is one percentage.", "85%");
  const ends = readRangeEnds(c, phrase);
  if (isFailure(ends)) return ends;
  const order = ends === undefined ? undefined : checkOrder(c, phrase, ends.low, ends.high);
  if (order !== undefined) return order;
  const low = ends?.low.value ?? factor.value;
  const high = ends?.high.value ?? factor.value;
  const of = ends?.low.unit ?? factor.unit;
  if (low < 0 && most <= 1) return fail("negative", phrase.sumSpan, "A share cannot be below 0%.", "35%");
  if (high > most) return fail("out-of-range", phrase.sumSpan, "A share cannot be above 100%.", "100%");
  const interval = phrase.interval === undefined ? undefined : toInterval(c, phrase.interval, factor);
  if (isFailure(interval)) return interval;
  return {
    kind: "share",
    value: ends === undefined ? factor.value : middleOf(low, high),
    ...(phrase.of === undefined ? {} : { of: phrase.of }),
    ...(isDimensionless(of) ? {} : { per: divideUnits(NO_UNIT, of) }),
    ...(ends === undefined ? {} : { range: { low, high } }),
    ...(interval === undefined ? {} : { interval }),
    about: phrase.about,
    ...(phrase.bound === undefined ? {} : { bound: phrase.bound }),
    written: ends === undefined ? factor.written : rangeWritten(ends.low, ends.high),
  };
}

/** A noun below the line without one above it says who was counted (`82 per 10,000 children`), and is no unit of a chance. */
function withoutCounted(factor: RawFactor): RawFactor {
  const counted = factor.unit.powers.filter(([base, power]) => !(power === -1 && !TIME.includes(base)));
  return factor.perMany && !factor.unit.powers.some(([, power]) => power > 0)
    ? { ...factor, unit: { powers: counted } }
    : factor;
}

const TIME = ["minute", "hour", "day", "week", "fortnight", "month", "year"];

/** The phrase as a chance, a count out of a total, a rate, or a score. */
export function toRate(c: Cursor, phrase: Phrase): Rate | Failure {
  const written = only(phrase.sum);
  if (written === undefined)
    return fail("wrong-form", phrase.sumSpan, "A rate is one number, not a sum or product.", c.example);
  // Of a range, either end may have the unit of both: `0.2 to 0.4 incidents/child/year`.
  const ends = phrase.to === undefined ? undefined : readRangeEnds(c, phrase);
  if (isFailure(ends)) return ends;
  const factor = withoutCounted(ends?.low ?? written);
  const sum = { terms: [{ sign: 1, factors: [factor] }] } as const;
  const to = ends === undefined ? {} : { to: withoutCounted(ends.high) };
  const quantity = toQuantity(c, { ...phrase, sum, ...to });
  if (isFailure(quantity)) return quantity;
  const span = phrase.sumSpan;
  const { out } = factor;
  const low = quantity.range?.low ?? factor.value;
  const score = powerOf(factor.unit, "point") === 1;
  if (low < 0 && !score) return fail("negative", span, "How often something happens cannot be below 0.", c.example);
  if (out !== undefined && out.events > out.total) {
    return fail("out-of-range", span, "More cases than people: the count out of a total cannot be above it.", "44/108");
  }
  const high = quantity.range?.high ?? factor.value;
  if (isDimensionless(factor.unit) && high > 1) {
    if (factor.percent) return fail("out-of-range", span, "A chance cannot be above 100%.", "35%");
    const number = c.text.slice(span.start, span.end);
    if (written.perMany) {
      const message = "More than one for each person is no chance: say what is counted, such as incidents.";
      return fail("out-of-range", span, message, number.replace(/\s*(per|\/)/i, " incidents $1"));
    }
    const message = "A plain number above 1 is not a chance: say what it counts, such as points of a score.";
    return fail("out-of-range", span, message, `${number} points`);
  }
  return {
    kind: "rate",
    value: quantity.value,
    unit: factor.unit,
    ...(out === undefined || quantity.range !== undefined ? {} : { events: out.events, total: out.total }),
    ...(quantity.range === undefined ? {} : { range: quantity.range }),
    ...(quantity.interval === undefined ? {} : { interval: quantity.interval }),
    ...(phrase.sd === undefined ? {} : { sd: phrase.sd.value }),
    ...(phrase.n === undefined || out !== undefined ? {} : { n: phrase.n.value }),
    about: phrase.about,
    ...(phrase.bound === undefined ? {} : { bound: phrase.bound }),
    written: quantity.range === undefined ? factor.written : quantity.written,
  };
}

/** Two rates, with and without the intervention, in one unit. */
export function toComparison(c: Cursor, first: Phrase, second: Phrase): Comparison | Failure {
  const a = toRate(c, first);
  if (isFailure(a)) return a;
  const b = toRate(c, second);
  if (isFailure(b)) return b;
  if (!equalUnits(a.unit, b.unit)) {
    const message = "The two sides are not in the same unit, so they cannot be compared.";
    return fail("units-mismatch", second.sumSpan, message, "13% v 11%");
  }
  const p = second.p ?? first.p;
  return { kind: "comparison", with: a, without: b, ...(p === undefined ? {} : { p }) };
}
