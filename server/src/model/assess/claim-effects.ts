/** The effect of a claim, in any of the ways it may be written (schemas/FORMAT.md, "Outcomes"). */
import { type EffectMetric, holdsNoEffect, intervalFromError } from "../../costing/effects.ts";
import type { EffectInput } from "../../costing/outcomes.ts";
import { difference, given, type Missing, product, unknown, type Worked } from "../../costing/worked.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Outcome } from "../../schema/kinds/outcome.ts";
import type { Field } from "../../schema/shape.ts";
import type { Comparison, Estimate, PValue, Share, Unit, Word } from "../../values/types.ts";
import { NO_UNIT, unit } from "../../values/units.ts";
import { inOwnPoints, isYesNo } from "../effects.ts";
import { ofRate, rateOf } from "./rates.ts";
import type { AssessProblem } from "./types.ts";
import { boundOf, lackOf, quantityOf } from "./values.ts";

/** The effect of a claim, ready for costing. */
export interface ReadEffect {
  readonly input: EffectInput;
  readonly noEffectShown: boolean;
}

/** The effect as claimed: an estimate, a comparison, a with and a without, or an impact less its deadweight. */
export function readEffect(
  claim: OutcomeClaim,
  definition: Outcome | undefined,
  title: string,
  problems: AssessProblem[],
  withDeadweight = false,
): ReadEffect {
  const what = `the effect on ${title}`;
  if (claim.effect !== undefined) {
    if (claim.deadweight !== undefined)
      problems.push({ reason: "deadweight-twice", at: claim.deadweight.$, outcome: title });
    return effectOf(claim.effect, definition, what, claim.measure?.value, claim.without !== undefined);
  }
  if (claim.with !== undefined) {
    if (claim.deadweight !== undefined)
      problems.push({ reason: "deadweight-twice", at: claim.deadweight.$, outcome: title });
    return { input: { kind: "pair", with: rateOf("With it", claim.with) }, noEffectShown: false };
  }
  if (claim.impact !== undefined) return impactOf(claim, claim.impact, title, problems, withDeadweight);
  return {
    input: { kind: "missing", missing: { reason: "effect-unknown", what, ref: claim.$ } },
    noEffectShown: false,
  };
}

/** An uncompared share achieving, less what would have happened anyway: impact x (1 - 20%), or impact - 12 points. */
function impactOf(
  claim: OutcomeClaim,
  impact: NonNullable<OutcomeClaim["impact"]>,
  title: string,
  problems: AssessProblem[],
  withDeadweight: boolean,
): ReadEffect {
  const lacking = (missing: Missing): ReadEffect => ({ input: { kind: "missing", missing }, noEffectShown: false });
  const dead = claim.deadweight;
  const { value } = impact;
  if (dead === undefined && !withDeadweight) {
    problems.push({ reason: "deadweight-missing", at: impact.$, outcome: title });
    return lacking({
      reason: "effect-unknown",
      what: `what part of ${title} would have happened anyway`,
      ref: impact.$,
    });
  }
  if (value === undefined) return lacking(lackOf(impact, `the share achieving ${title}`, "effect-unknown"));
  const bound = boundOf("Share achieving it", value, impact);
  if (bound !== undefined) return lacking(bound);
  const off = withDeadweight ? undefined : deadweightOf(dead, title);
  if (off !== undefined && "reason" in off) return lacking(off);
  if (value.kind === "quantity") {
    const number = quantityOf("Number achieving it", value, impact);
    return {
      input: { kind: "achieved", number, ...(off === undefined ? {} : { lessDeadweight: off }) },
      noEffectShown: false,
    };
  }
  const label = off === undefined ? "Share achieving it, deadweight left in" : "Share achieving it";
  const share = given(label, value.value, { ...endsOf(value), ref: impact.$ });
  return { input: { kind: "improvement", worked: off?.(share) ?? share }, noEffectShown: false };
}

/** Takes off what would have happened anyway, by either reading: impact x (1 - 20%), or impact - 12 points. */
function deadweightOf(
  dead: OutcomeClaim["deadweight"],
  title: string,
): Missing | ((share: Worked) => Worked) | undefined {
  if (dead === undefined) return undefined;
  const { value } = dead;
  if (value === undefined) return lackOf(dead, `what part of ${title} would have happened anyway`, "effect-unknown");
  const bound = boundOf("Deadweight", value, dead);
  if (bound !== undefined) return bound;
  const off = Math.abs(value.value);
  // Written as a fall its ends are turned round with it.
  const extra = { ...(value.value < 0 ? {} : endsOf(value)), ref: dead.$ };
  const label = "Share achieving it because of the intervention";
  return value.kind === "share"
    ? (share) =>
        product(label, [
          share,
          difference("Not deadweight", given("Whole", 1), given("Deadweight, of the impact", off, extra)),
        ])
    : (share) => difference(label, share, given("Deadweight, in points", off, extra));
}

/** Ends of what is written, for a value that knows how sure it is. */
const endsOf = (value: Share | Estimate) => {
  const ends = value.interval ?? ("range" in value ? value.range : undefined);
  return { low: ends?.low, high: ends?.high };
};

function effectOf(
  field: Field<Estimate | Comparison | Word>,
  definition: Outcome | undefined,
  what: string,
  measure: string | undefined,
  /** What happens without it is said of those served, beside the effect. */
  local: boolean,
): ReadEffect {
  const { value } = field;
  const word = field.word ?? (value?.kind === "word" ? value.word : undefined);
  if (word === "no difference" || word === "none") {
    return {
      input: { kind: "difference", worked: given("Difference the effect makes", 0, { ref: field.$ }) },
      noEffectShown: true,
    };
  }
  if (value === undefined || value.kind === "word")
    return { input: { kind: "missing", missing: lackOf(field, what, "effect-unknown") }, noEffectShown: false };
  if (value.kind === "comparison") {
    return {
      input: {
        kind: "pair",
        with: ofRate("With it", value.with, field),
        ...(local ? { control: ofRate("Without it, in the other arm", value.without, field) } : {}),
      },
      noEffectShown: notSignificant(value.p),
    };
  }
  const bound = boundOf("Effect", value, field);
  if (bound !== undefined) return { input: { kind: "missing", missing: bound }, noEffectShown: false };
  return estimated(inOwnPoints(value, definition?.kind?.value), field, definition, measure);
}

/** p above 0.05, where no interval says so: not significant is not shown. */
const notSignificant = (p: PValue | undefined): boolean =>
  p !== undefined && p.relation !== "less" && (p.relation === "more" ? p.value >= 0.05 : p.value > 0.05);

function estimated(
  estimate: Estimate,
  field: Field<unknown>,
  definition: Outcome | undefined,
  measure: string | undefined,
): ReadEffect {
  const better = definition?.better?.value;
  const metric = metricOf(estimate);
  if (estimate.metric === "b" && isYesNo(definition?.kind?.value))
    return {
      input: {
        kind: "missing",
        missing: {
          reason: "effect-unknown",
          what: "whether the coefficient is a difference in chances or a log odds ratio",
          ref: field.$,
        },
      },
      noEffectShown: spansNone(estimate, metric),
    };
  const sign = signOf(estimate, better);
  if (sign === undefined)
    return {
      input: {
        kind: "missing",
        missing: { reason: "direction-unknown", what: `whether the effect is better or worse`, ref: field.$ },
      },
      noEffectShown: spansNone(estimate, metric),
    };
  const magnitude = estimate.direction === undefined || isRatio(metric) ? estimate.value : Math.abs(estimate.value);
  const ends =
    estimate.interval ??
    (estimate.se === undefined ? undefined : intervalFromError(metric, estimate.value, estimate.se));
  const flip = sign * (magnitude === estimate.value ? 1 : -1);
  const low = ends === undefined ? undefined : Math.min(ends.low * flip, ends.high * flip);
  const high = ends === undefined ? undefined : Math.max(ends.low * flip, ends.high * flip);
  // An estimate is printed rounded: a figure made of it is right to no more than that.
  const place = estimate.written.finest;
  const extra = { low, high, place, ref: field.$ };
  const noEffectShown = spansNone(estimate, metric);
  switch (metric) {
    case "RR":
    case "OR":
    case "HR":
      return {
        input: {
          kind: "ratio",
          metric,
          worked: given(NAMES[metric], estimate.value, {
            low: ends?.low,
            high: ends?.high,
            place,
            ref: field.$,
            ...(estimate.interval === undefined && estimate.se !== undefined ? { note: LOGARITHMIC } : {}),
          }),
        },
        noEffectShown,
      };
    case "relative":
      return {
        input: { kind: "ratio", metric, worked: given(NAMES.relative, magnitude * sign, extra) },
        noEffectShown,
      };
    case "standardised": {
      const worked = given(NAMES.standardised, magnitude * sign, extra);
      return { input: { kind: "standardised", worked, sd: sdOf(definition, measure) }, noEffectShown };
    }
    default: {
      const isShare = metric === "RD" && (estimate.unit === undefined || estimate.unit.powers.length === 0);
      const of = isShare ? NO_UNIT : countedIn(estimate, definition);
      return {
        input: {
          kind: "difference",
          worked: given("Difference the effect makes", magnitude * sign, { ...extra, unit: of }),
        },
        noEffectShown,
      };
    }
  }
}

/** What a difference is counted in: as written; without a unit QALYs of an outcome that is one, points of any other. */
const countedIn = ({ unit: written }: Estimate, definition: Outcome | undefined): Unit =>
  written ?? unit([definition?.kind?.value === "qaly" ? "qaly" : "point", 1]);

const NAMES: Readonly<Record<EffectMetric, string>> = {
  RD: "Risk difference",
  RR: "Relative risk",
  OR: "Odds ratio",
  HR: "Hazard ratio",
  relative: "Relative change",
  standardised: "Standardised difference",
  points: "Difference in points",
};

const LOGARITHMIC = "its standard error taken as that of the logarithm";

const isRatio = (metric: EffectMetric): boolean => metric === "RR" || metric === "OR" || metric === "HR";

function metricOf(estimate: Estimate): EffectMetric {
  switch (estimate.metric) {
    case "g":
    case "d":
      return "standardised";
    case "MD":
    case "change":
    case "b":
      return "points";
    default:
      return estimate.metric;
  }
}

/** +1 or -1 that gives a difference its raw direction; undefined when "better" or "worse" is said but not which way is better, or must be said. */
function signOf(estimate: Estimate, better: "lower" | "higher" | undefined): 1 | -1 | undefined {
  if (isRatio(metricOf(estimate))) return 1;
  if (estimate.direction !== undefined)
    return better === undefined ? undefined : (estimate.direction === "better") === (better === "higher") ? 1 : -1;
  return metricOf(estimate) === "standardised" && better === "lower" ? undefined : 1;
}

function spansNone(estimate: Estimate, metric: EffectMetric): boolean {
  if (estimate.interval !== undefined) return holdsNoEffect(metric, estimate.interval.low, estimate.interval.high);
  if (estimate.se !== undefined) {
    const ends = intervalFromError(metric, estimate.value, estimate.se);
    return holdsNoEffect(metric, ends.low, ends.high);
  }
  return notSignificant(estimate.p);
}

function sdOf(definition: Outcome | undefined, measure: string | undefined): Worked | undefined {
  const found = definition?.measures?.items.find((one) =>
    measure === undefined ? one.sd !== undefined : one.measure?.value === measure,
  );
  const field = found?.sd;
  if (field === undefined) return undefined;
  if (field.value === undefined)
    return unknown("Standard deviation", lackOf(field, "the standard deviation of the measure", "effect-unknown"), {
      ref: field.$,
    });
  const worked = quantityOf("Standard deviation of the measure", field.value, field);
  return worked.unit.powers.length === 0 ? { ...worked, unit: unit(["point", 1]) } : worked;
}
