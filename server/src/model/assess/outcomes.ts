/** Outcome claims as written, for costing (schemas/FORMAT.md, "Outcomes"). */
import type { BaseInput } from "../../costing/costs.ts";
import { type EffectMetric, holdsNoEffect, intervalFromError } from "../../costing/effects.ts";
import type { ClaimInput, EffectInput, ValueInput } from "../../costing/outcomes.ts";
import { difference, given, type Missing, product, unknown, type Worked } from "../../costing/worked.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Outcome } from "../../schema/kinds/outcome.ts";
import type { Field } from "../../schema/shape.ts";
import type { Comparison, Estimate, PValue, Rate, Word } from "../../values/types.ts";
import { baseName, isCalendar, NO_UNIT, unit } from "../../values/units.ts";
import { leftAfter } from "./benefits.ts";
import { type CostFrameReading, isBase } from "./costs.ts";
import { partiesOf } from "./parties.ts";
import { priceOf } from "./prices.ts";
import type { AssessProblem } from "./types.ts";
import { lackOf, quantityOf, shareField, yearsOf } from "./values.ts";

export interface ReadClaim {
  readonly claim: OutcomeClaim;
  readonly definition: Outcome | undefined;
  readonly input: ClaimInput;
}

export function readClaim(
  claim: OutcomeClaim,
  definition: Outcome | undefined,
  frame: CostFrameReading,
  problems: AssessProblem[],
): ReadClaim {
  const outcome = claim.outcome?.value ?? "";
  const title = definition?.title?.value ?? outcome;
  if (definition === undefined && claim.outcome !== undefined)
    problems.push({ reason: "outcome-missing", at: claim.outcome.$, outcome });
  const better = definition?.better?.value;
  const without = claim.without === undefined ? undefined : rateOf("Without it", claim.without);
  const effect = readEffect(claim, definition, title, problems);
  const input: ClaimInput = {
    ref: claim.$,
    outcome,
    title,
    counts: definition?.counts?.value === undefined ? undefined : baseName(definition.counts.value),
    kind: definition?.kind?.value,
    better,
    base: readBase(claim),
    without: without ?? comparisonBaseline(claim),
    effect: effect.input,
    noEffectShown: effect.noEffectShown,
    lag: yearsOf("Lag", claim.lag),
    lasts: yearsOf("How long the effect lasts", claim.lasts),
    dropOff: claim.drop_off === undefined ? undefined : dropOff(claim.drop_off),
    attribution: shareField("Attribution", claim.attribution),
    correction:
      claim.confidence?.value === undefined
        ? undefined
        : leftAfter(frame.correction(claim.confidence.value.value, "benefits", claim.confidence)),
    values: (definition?.values?.items ?? []).flatMap((value): ValueInput[] => {
      if (value.value === undefined) return [];
      const name = value.title?.value ?? title;
      const price = priceOf(name, value.value, value.price_year, { ...frame, priceYear: value.price_year });
      return [
        {
          ref: value.$,
          name,
          price: price.priced,
          kind: value.kind?.value ?? price.found?.entry.kind?.value,
          gains: partiesOf(value.gains ?? price.found?.entry.payer),
          cashable: shareField("Cashable share", value.cashable),
        },
      ];
    }),
  };
  if (
    claim.attribution?.value !== undefined &&
    claim.attribution.value.value < 1 &&
    claim.without !== undefined &&
    claim.effect !== undefined
  )
    problems.push({ reason: "attribution-on-controlled-effect", at: claim.attribution.$, outcome });
  return { claim, definition, input };
}

function readBase(claim: OutcomeClaim): BaseInput | Missing {
  const word = claim.affects?.value;
  if (claim.affects === undefined) return { base: "starters" };
  if (word !== undefined && isBase(word)) return { base: word };
  return { reason: "volume-unknown", what: "whom the effect applies to", ref: claim.affects.$ };
}

function dropOff(field: NonNullable<OutcomeClaim["drop_off"]>): Worked {
  const label = "Drop-off a year";
  if (field.value === undefined)
    return unknown(label, lackOf(field, "how fast the effect fades", "time-unknown"), { ref: field.$ });
  const per = field.value.per?.powers.find(([base]) => isCalendar(base))?.[0] ?? "year";
  const yearly =
    per === "year"
      ? field.value.value
      : 1 - (1 - field.value.value) ** ({ month: 12, week: 365.25 / 7, day: 365.25 }[per] ?? 1);
  return given(label, yearly, {
    ref: field.$,
    note: per === "year" ? undefined : `${field.text}, compounded to a year`,
  });
}

/** A chance or a rate. Exact where it is counts. */
export function rateOf(label: string, field: Field<Rate>): Worked {
  const { value } = field;
  if (value === undefined)
    return unknown(label, lackOf(field, "what happens without it", "baseline-unknown"), { ref: field.$ });
  return ofRate(label, value, field);
}

function ofRate(label: string, rate: Rate, field: Field<unknown>): Worked {
  const ends = rate.interval ?? rate.range;
  return given(label, rate.value, { unit: rate.unit, low: ends?.low, high: ends?.high, ref: field.$ });
}

function comparisonBaseline(claim: OutcomeClaim): Worked | undefined {
  const value = claim.effect?.value;
  return value?.kind === "comparison" && claim.effect !== undefined
    ? ofRate("Without it", value.without, claim.effect)
    : undefined;
}

interface ReadEffect {
  readonly input: EffectInput;
  readonly noEffectShown: boolean;
}

function readEffect(
  claim: OutcomeClaim,
  definition: Outcome | undefined,
  title: string,
  problems: AssessProblem[],
): ReadEffect {
  const what = `the effect on ${title}`;
  if (claim.effect !== undefined) {
    if (claim.deadweight !== undefined)
      problems.push({ reason: "deadweight-twice", at: claim.deadweight.$, outcome: title });
    return effectOf(claim.effect, definition, what, claim.measure?.value);
  }
  if (claim.with !== undefined) {
    if (claim.deadweight !== undefined)
      problems.push({ reason: "deadweight-twice", at: claim.deadweight.$, outcome: title });
    return { input: { kind: "pair", with: rateOf("With it", claim.with) }, noEffectShown: false };
  }
  if (claim.impact !== undefined) return impactOf(claim, claim.impact, title, problems);
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
): ReadEffect {
  const lacking = (missing: Missing): ReadEffect => ({ input: { kind: "missing", missing }, noEffectShown: false });
  const dead = claim.deadweight;
  if (dead === undefined) {
    problems.push({ reason: "deadweight-missing", at: impact.$, outcome: title });
    return lacking({
      reason: "effect-unknown",
      what: `what part of ${title} would have happened anyway`,
      ref: impact.$,
    });
  }
  if (impact.value === undefined || impact.value.kind !== "share")
    return lacking(lackOf(impact, `the share achieving ${title}`, "effect-unknown"));
  if (dead.value === undefined)
    return lacking(lackOf(dead, `what part of ${title} would have happened anyway`, "effect-unknown"));
  const share = given("Share achieving it", impact.value.value, { ref: impact.$ });
  const off = Math.abs(dead.value.value);
  const worked =
    dead.value.kind === "share"
      ? product("Share achieving it because of the intervention", [
          share,
          difference("Not deadweight", given("Whole", 1), given("Deadweight, of the impact", off, { ref: dead.$ })),
        ])
      : difference(
          "Share achieving it because of the intervention",
          share,
          given("Deadweight, in points", off, { ref: dead.$ }),
        );
  return { input: { kind: "improvement", worked }, noEffectShown: false };
}

function effectOf(
  field: Field<Estimate | Comparison | Word>,
  definition: Outcome | undefined,
  what: string,
  measure: string | undefined,
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
      input: { kind: "pair", with: ofRate("With it", value.with, field) },
      noEffectShown: notSignificant(value.p),
    };
  }
  return estimated(value, field, definition, measure);
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
  const extra = { low, high, ref: field.$ };
  const noEffectShown = spansNone(estimate, metric);
  switch (metric) {
    case "RR":
    case "OR":
    case "HR":
      return {
        input: {
          kind: "ratio",
          metric,
          worked: given(NAMES[metric], estimate.value, { low: ends?.low, high: ends?.high, ref: field.$ }),
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
      const of = isShare ? NO_UNIT : (estimate.unit ?? unit(["point", 1]));
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

const NAMES: Readonly<Record<EffectMetric, string>> = {
  RD: "Risk difference",
  RR: "Relative risk",
  OR: "Odds ratio",
  HR: "Hazard ratio",
  relative: "Relative change",
  standardised: "Standardised difference",
  points: "Difference in points",
};

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
