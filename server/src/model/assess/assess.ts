/**
 * From a typed spec to its figures. Pure: the same spec, settings, definitions and reference data give the same assessment, and what is
 * looked up is asked of the context, so that a caller may record it.
 */

import { type Appraised, appraise } from "../../costing/appraise.ts";
import { stepsHere } from "../../costing/behaviour.ts";
import type { AppraisalSettings, CaseInput, Comparator } from "../../costing/case.ts";
import type { CostInput, Priced } from "../../costing/costs.ts";
import { flatSchedule, type Schedule } from "../../costing/discounting.ts";
import type { BenefitInput } from "../../costing/given-benefits.ts";
import {
  type PriceBase,
  type PriceIndex,
  type Prices,
  pricesAsWritten,
  pricesOf,
  reprice,
} from "../../costing/price-years.ts";
import type { Volumes } from "../../costing/volumes.ts";
import { given, type Missing, type Worked } from "../../costing/worked.ts";
import type { Area } from "../../schema/kinds/area.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Field } from "../../schema/shape.ts";
import type { Quantity } from "../../values/types.ts";
import { currencyOf } from "../../values/units.ts";
import { type Appraisal, refineAppraisal } from "../settings.ts";
import { inYears } from "../years.ts";
import { readBenefit } from "./benefits.ts";
import { citations } from "./citations.ts";
import { type CostFrameReading, readCostLine } from "./costs.ts";
import { factsOf, remembered, resultsOf } from "./line-memory.ts";
import { readClaim } from "./outcomes.ts";
import { partiesOf } from "./parties.ts";
import { nearestBase } from "./prices.ts";
import { report } from "./report.ts";
import { checkAll } from "./stated.ts";
import type { AssessContext, Assessment, AssessProblem } from "./types.ts";
import { lackOf, quantityOf } from "./values.ts";
import { type ReadVolumes, readVolumes, type VolumeOverrides } from "./volumes.ts";
import { rememberedVolumes } from "./volumes-memory.ts";

/**
 * Works out a spec: every line, outcome and benefit, the figures, and what its publication prints. `overrides` are the starts and years
 * that a portfolio gives it.
 */
export function assess(spec: Intervention, context: AssessContext, overrides: VolumeOverrides = {}): Assessment {
  const problems: AssessProblem[] = [];
  const appraisal = appraisalOf(spec, context);
  const settings = settingsOf(spec, appraisal, context);
  const area = spec.population?.area?.value ?? spec.area?.value;
  const currency = spec.costs?.currency?.value ?? "GBP";
  const lines = spec.costs?.lines?.items ?? [];
  const readAll = context.lines === undefined ? readVolumes : rememberedVolumes;
  const read = readAll(spec, area === undefined ? undefined : context.area(area), problems, overrides);
  const benefitLines = spec.benefits?.items ?? [];
  const claimItems = spec.outcomes?.items ?? [];
  const facts = factsOf(
    context.lines,
    [...lines, ...benefitLines, ...claimItems],
    [read, currency, spec.costs?.price_year, context.data, appraisal.leaveOut, appraisal.confidenceGrades],
  );
  // Those that the lines were read with, when they say the same: what is remembered of a line names them.
  const volumes = facts.of[0] as ReadVolumes;
  const frame: CostFrameReading = {
    optimismBias: context.data.optimismBias,
    nameOf: context.nameOf,
    priceYear: spec.costs?.price_year,
    unitCost: (id) => context.unitCost(id),
    currency,
    participant: volumes.whole.unit,
    sites: volumes.siteNames.length > 0 ? volumes.whole.things.get("site") : undefined,
    leavesOut: (correction) => appraisal.leaveOut.includes(correction),
    correction: (of, ...grades) => correctionOf(of, grades, appraisal, context),
  };
  const planned = plannedVolumes(spec, area === undefined ? undefined : context.area(area), overrides);
  // What has no name is called by its number.
  const numbered = (name: unknown, at: number): number | undefined => (name === undefined ? at : undefined);
  const costs = lines.map((line, at) => {
    const besides = [numbered(line.item?.value, at)];
    const one = remembered(context.lines, facts, line, besides, frame, problems, (own, found) =>
      readCostLine(line, at, own, found),
    );
    const steps = planned === undefined ? undefined : stepsHere(one.input, planned, volumes.whole);
    return steps === undefined ? one : { ...one, input: { ...one.input, steps } };
  });
  const names = new Set(benefitLines.flatMap((one) => (one.benefit?.value === undefined ? [] : [one.benefit.value])));
  const benefits = benefitLines.map((line, at) => {
    const besides = [numbered(line.benefit?.value, at), ...names];
    return remembered(context.lines, facts, line, besides, frame, problems, (own, found) =>
      readBenefit(line, at, names, own, found),
    );
  });
  const claims = claimItems.map((claim) => {
    const definition = claim.outcome?.value === undefined ? undefined : context.outcome(claim.outcome.value);
    return remembered(context.lines, facts, claim, [definition], frame, problems, (own, found) =>
      readClaim(claim, definition, own, found),
    );
  });
  const cite = citations({
    roots: [spec, ...claims.flatMap(({ definition }) => (definition === undefined ? [] : [definition]))],
    unitCost: (id) => context.unitCost(id),
    study: studiesCited(spec, context),
  });
  const input: CaseInput = {
    currency,
    volumes: volumes.whole,
    siteVolumes: volumes.sites,
    siteNames: [...new Set([...volumes.siteNames, ...volumes.sites.keys()])],
    perStarter: { ratios: volumes.ratios, things: volumes.perThing },
    costs: costs.map((one) => one.input),
    comparator: comparatorOf(spec, frame),
    benefits: benefits.map((one) => one.input),
    claims: claims.map((one) => one.input),
    cite,
  };
  const written = bothPrices(input, appraisal, nearestBase(spec.costs?.price_year), context);
  const { target } = written.prices;
  const results =
    context.lines === undefined
      ? undefined
      : resultsOf(facts, [appraisal, settings.horizon, settings.perspective, target, written.own.target]);
  const appraised = appraise(input, written.prices, settings, results);
  let own: Appraised | undefined;
  const inOwn = (): Appraised => {
    own ??= written.own === written.prices ? appraised : appraise(input, written.own, settings);
    return own;
  };
  const stated = checkAll(spec, inOwn);
  return report({
    spec,
    context,
    appraisal,
    settings,
    appraised,
    costs,
    assessed: results?.assessments,
    benefits,
    claims,
    problems,
    index: written.index,
    priceNote: written.note,
    stated,
    moved: new Map(),
    cite,
    ownFigures: () => {
      // Worked out again when asked: an assessment that is kept holds one set of figures.
      const { figures, prices } =
        own ?? (written.own === written.prices ? appraised : appraise(input, written.own, settings));
      return { priceYear: prices.target?.label, figures };
    },
    without: (correction) =>
      assess(
        spec,
        { ...context, lines: undefined, leaveOutToo: [...(context.leaveOutToo ?? []), correction] },
        overrides,
      ).figures,
  });
}

/** The spec's own volumes over the same years, where the caller gives it another number of starters. */
function plannedVolumes(spec: Intervention, area: Area | undefined, overrides: VolumeOverrides): Volumes | undefined {
  const { starts, ...others } = overrides;
  const hasCapacity = (spec.costs?.lines?.items ?? []).some(({ capacity }) => capacity !== undefined);
  return starts === undefined || !hasCapacity ? undefined : readVolumes(spec, area, [], others).whole;
}

/** The spec's own appraisal over what is in force, less the corrections that the caller wants left out besides. */
function appraisalOf(spec: Intervention, context: AssessContext): Appraisal {
  const appraisal = refineAppraisal(context.appraisal, spec.appraisal);
  return context.leaveOutToo === undefined
    ? appraisal
    : { ...appraisal, leaveOut: [...new Set([...appraisal.leaveOut, ...context.leaveOutToo])] };
}

/** The studies that claims cite, looked up at once, so that a caller who records learns of it; each is read when it is named. */
function studiesCited(spec: Intervention, context: AssessContext): (id: string) => Study | undefined {
  const found = new Map<string, (() => Study | undefined) | undefined>();
  for (const claim of spec.outcomes?.items ?? [])
    for (const { value } of claim.evidence?.items ?? [])
      if (value !== undefined && !found.has(value)) found.set(value, context.study?.(value));
  return (id) => found.get(id)?.();
}

function settingsOf(spec: Intervention, appraisal: Appraisal, context: AssessContext): AppraisalSettings {
  const horizon = spec.costs?.horizon;
  const years = horizon === undefined ? appraisal.horizon : inYears(horizon.value);
  return {
    schedule: scheduleOf(appraisal, context),
    healthSchedule: healthScheduleOf(appraisal, context),
    flows: appraisal.flows,
    view: appraisal.costs,
    capital: appraisal.capital,
    perspective: context.perspective ?? spec.costs?.perspective?.value ?? appraisal.perspective ?? "society",
    workingYear: appraisal.workingYear,
    horizon: years,
    threshold:
      appraisal.threshold === undefined
        ? undefined
        : given("Threshold", appraisal.threshold.value, {
            unit: appraisal.threshold.unit,
            source: "appraisal settings",
          }),
    parties: context.data.parties,
  };
}

/** The discount rates that settings name. */
export function scheduleOf(appraisal: Appraisal, context: Pick<AssessContext, "data">): Schedule {
  if (appraisal.leaveOut.includes("discounting")) return { ...flatSchedule(0), name: "discounting left out" };
  if (typeof appraisal.discounting !== "string") return flatSchedule(appraisal.discounting.rate);
  return context.data.schedule(appraisal.discounting) ?? flatSchedule(0);
}

/** The rates for effects on health: of the Green Book where its rates are used for the rest; a rate of one's own holds for all. */
function healthScheduleOf(appraisal: Appraisal, context: AssessContext): Schedule | undefined {
  const { discounting } = appraisal;
  return typeof discounting !== "string" || appraisal.leaveOut.includes("discounting")
    ? undefined
    : context.data.schedule("green-book-health");
}

/** The correction of the worst of some grades: a figure is no surer than its least sure part. */
function correctionOf(
  of: "costs" | "benefits",
  grades: readonly (Field<Quantity> | undefined)[],
  { leaveOut, confidenceGrades }: Appraisal,
  { data }: AssessContext,
): Worked | undefined {
  if (leaveOut.includes("optimism-bias")) return undefined;
  let worst: { readonly grade: number; readonly field: Field<Quantity> } | undefined;
  for (const field of grades)
    if (field?.value !== undefined && (worst === undefined || field.value.value > worst.grade))
      worst = { grade: field.value.value, field };
  if (worst === undefined) return undefined;
  const { grade } = worst;
  const row = (confidenceGrades ?? data.confidence.rows).find((one) => one.grade === grade);
  if (row === undefined || row[of] === 0) return undefined;
  return given(`Correction for optimism, grade ${worst.grade}`, row[of], {
    ref: worst.field.$,
    note: confidenceGrades === undefined ? data.confidence.title : "the project's own grades of confidence",
    unverified:
      confidenceGrades === undefined && data.confidence.provenance === "memory" ? [data.confidence.title] : [],
  });
}

function comparatorOf(spec: Intervention, frame: CostFrameReading): Comparator {
  const field = spec.costs?.comparator?.cost;
  const name = spec.costs?.comparator?.title?.value ?? "The comparator";
  if (field === undefined) {
    const missing: Missing = {
      reason: "comparator-unknown",
      what: "the cost of the comparator",
      ...(spec.costs === undefined ? {} : { ref: (spec.costs.comparator ?? spec.costs).$ }),
    };
    return { kind: "unknown", missing };
  }
  if (field.word === "none") return { kind: "none" };
  if (field.word === "already deducted") return { kind: "deducted" };
  if (field.word === "in benefits") return { kind: "in-benefits" };
  if (field.value === undefined)
    return { kind: "unknown", missing: lackOf(field, "the cost of the comparator", "comparator-unknown") };
  const price: Priced = { worked: quantityOf(name, field.value, field), base: nearestBase(frame.priceYear) };
  const line: CostInput = {
    ref: field.$,
    name,
    timing: "recurring",
    resource: undefined,
    payers: partiesOf(spec.costs?.comparator?.who_pays),
    additional: true,
    amount: { price },
    of: { base: "starters" },
  };
  return { kind: "amount", line };
}

interface BothPrices {
  readonly prices: Prices;
  readonly own: Prices;
  readonly note: Assessment["priceNote"];
  readonly index: PriceIndex;
}

/**
 * The prices that figures stand in, and the spec's own. Where no amount can be moved to the appraisal's year (its year unknown or not in
 * the series, or another currency) all stay as printed and the assessment says so: ratios and sums still hold, comparisons do not.
 */
function bothPrices(
  input: CaseInput,
  appraisal: Appraisal,
  declared: PriceBase | undefined,
  context: AssessContext,
): BothPrices {
  const index = context.data.deflator(appraisal.deflator) ?? noIndex;
  const amounts = pricedAmounts(input);
  const ownBase = declared ?? commonBase(amounts);
  const own = pricesAsWritten(ownBase, input.currency, index);
  const target =
    appraisal.priceYear === undefined
      ? undefined
      : { label: appraisal.priceYear.label, basis: appraisal.priceYear.basis };
  if (target === undefined) return { prices: own, own, note: "no appraisal price year", index };
  if (ownBase?.label === target.label) return { prices: own, own, note: undefined, index };
  const moves =
    amounts.length === 0 ||
    amounts.some(({ worked, base }) => currencyOf(worked.unit) === "GBP" && reprice(base, target, index).ok);
  if (input.currency !== "GBP" || !moves) return { prices: own, own, note: "not movable", index };
  return { prices: pricesOf(target, index, input.currency), own, note: undefined, index };
}

const noIndex: PriceIndex = {
  edition: "",
  title: "no price index",
  series: "financial",
  provenance: "memory",
  rows: [],
};

/** Every amount of a case that is known, with its price year. */
function pricedAmounts(input: CaseInput): readonly Priced[] {
  const known: Priced[] = [];
  const take = (price: Priced): void => {
    if (price.worked.value !== undefined) known.push(price);
  };
  const takeAll = (amount: BenefitInput["amount"]): void => {
    if ("bySite" in amount) for (const { price } of amount.bySite.values()) take(price);
    else if ("byYear" in amount) for (const { price } of amount.byYear) take(price);
    else take(amount.price);
  };
  for (const { amount } of input.costs) takeAll(amount);
  for (const { amount } of input.benefits) takeAll(amount);
  for (const { values } of input.claims) for (const { price } of values) take(price);
  return known;
}

/** The price year of all amounts when no year is declared for the costs: the one they share, else the latest of them. */
function commonBase(amounts: readonly Priced[]): PriceBase | undefined {
  let latest: PriceBase | undefined;
  for (const { base } of amounts) {
    if (base === undefined || (latest !== undefined && base.basis !== latest.basis)) continue;
    if (latest === undefined || base.label > latest.label) latest = base;
  }
  return latest;
}
