/** The assessment as its readers see it: lines, benefits and outcomes with their places, problems gathered. */
import type { Appraised } from "../../costing/appraise.ts";
import { plannedOf } from "../../costing/behaviour.ts";
import type { AppraisalSettings } from "../../costing/case.ts";
import { canLast } from "../../costing/cash.ts";
import type { AmountInput, CostInput, CostResult } from "../../costing/costs.ts";
import type { Telling } from "../../costing/derive.ts";
import type { LineProblem } from "../../costing/lines.ts";
import type { OutcomeProblem } from "../../costing/outcomes.ts";
import { groupsOf } from "../../costing/parties.ts";
import { type PriceBase, type PriceIndex, type Repricing, reprice } from "../../costing/price-years.ts";
import type { Volumes } from "../../costing/volumes.ts";
import type { BenefitLine, Intervention } from "../../schema/kinds/intervention.ts";
import type { Place } from "../../syntax/types.ts";
import { currencyOf } from "../../values/units.ts";
import type { Appraisal } from "../settings.ts";
import type { ReadBenefit } from "./benefits.ts";
import type { ReadLine } from "./costs.ts";
import { LazyAssessment, LazyLine } from "./lazy.ts";
import type { LineResults } from "./line-memory.ts";
import type { ReadClaim } from "./outcomes.ts";
import type { AssessContext, Assessment, AssessProblem, BenefitAssessment, LineAssessment } from "./types.ts";

export interface ReportInput {
  readonly spec: Intervention;
  readonly context: AssessContext;
  readonly appraisal: Appraisal;
  readonly settings: AppraisalSettings;
  readonly appraised: Appraised;
  readonly costs: readonly ReadLine[];
  /** Lends the lines that were reported before from the same results. */
  readonly assessed: LineResults["assessments"] | undefined;
  readonly benefits: readonly ReadBenefit[];
  readonly claims: readonly ReadClaim[];
  readonly problems: AssessProblem[];
  readonly index: PriceIndex;
  readonly priceNote: Assessment["priceNote"];
  readonly stated: Pick<Assessment, "inferred"> & { readonly checks: Assessment["stated"] };
  readonly ownFigures: Assessment["ownFigures"];
  readonly without: Assessment["without"];
  readonly cite: Telling["cite"];
  /** How each price year moves to the figures' own, once worked out. */
  readonly moved: Map<string, Repricing>;
}

export function report(input: ReportInput): Assessment {
  const { spec, appraised, settings, problems } = input;
  const lines = input.costs.map((read, at) => rememberedLineOf(read, at, input));
  const benefits = benefitsOf(input);
  for (const { claim, input: claimed } of input.claims)
    for (const value of claimed.values) {
      const problem = priceProblem({ price: value.price }, (claim.outcome ?? claim).$, value.name, input);
      if (problem !== undefined) problems.push(problem);
    }
  for (const problem of appraised.whole.outcomeProblems) problems.push(outcomeProblem(problem));
  return new LazyAssessment(
    {
      currency: appraised.prices.currency,
      priceYear: appraised.prices.target?.label,
      priceNote: input.priceNote,
      perspective: settings.perspective,
      perspectiveWritten: spec.costs?.perspective?.value !== undefined || input.appraisal.perspective !== undefined,
      appraisal: input.appraisal,
      lines,
      benefits,
      outcomes: input.claims.flatMap(({ claim, definition, input: claimed }, at) => {
        const result = appraised.whole.outcomes[at];
        if (result === undefined) return [];
        return [
          {
            claim,
            at: (claim.outcome ?? claim).$,
            outcome: claimed.outcome,
            title: claimed.title,
            definition,
            noEffectShown: result.noEffectShown,
            result,
          },
        ];
      }),
      ownFigures: input.ownFigures,
      without: input.without,
      cite: input.cite,
      stated: input.stated.checks,
      inferred: input.stated.inferred,
      problems,
      scenarios: [],
    },
    appraised,
    input.context,
  );
}

function rememberedLineOf(read: ReadLine, at: number, input: ReportInput): LineAssessment {
  const result = input.appraised.whole.lines[at] as CostResult;
  const known = input.assessed?.get(result);
  if (known !== undefined) {
    input.problems.push(...known.problems);
    return known.line;
  }
  const problems: AssessProblem[] = [];
  const line = lineOf(read, at, input, problems);
  input.assessed?.set(result, { line, problems });
  input.problems.push(...problems);
  return line;
}

function lineOf(
  { line, input: cost, unitCost }: ReadLine,
  at: number,
  input: ReportInput,
  problems: AssessProblem[],
): LineAssessment {
  const { appraised, settings } = input;
  const result = appraised.whole.lines[at] as CostResult;
  const place = (line.amount ?? line.unit_cost ?? line.quantity ?? line.item ?? line).$;
  const written = "bySite" in cost.amount ? undefined : cost.amount;
  const problem =
    result.problem === undefined
      ? priceProblem(written, place, cost.name, input)
      : lineProblem(result.problem, place, line.$, cost.name, written, (line.unit_cost ?? line.amount)?.$);
  if (problem !== undefined) problems.push(problem);
  if (line.lasts !== undefined && result.multiplier !== undefined && !canLast(result.multiplier))
    problems.push({ reason: "lasts-without-capital", at: line.lasts.$, item: cost.name });
  const { volumes } = appraised.whole;
  const each = result.multiplier?.by === "participants";
  if (line.capacity?.value !== undefined && (each || !canCount(cost, volumes)))
    problems.push({ reason: "capacity-unit", at: line.capacity.$, item: cost.name, per: cost.capacity?.per, each });
  return new LazyLine(
    {
      line,
      at: place,
      item: cost.name,
      timing: cost.timing,
      resource: cost.resource,
      additional: cost.additional,
      inKind: cost.inKind === true,
      amount: result.amount,
      multiplier: written?.terms === undefined ? result.multiplier : undefined,
      priceYear: written?.price.base?.label,
      total: result.total,
      unitCost,
      problem,
    },
    { result, single: appraised.single?.lines[at], volumes, settings },
  );
}

/** Whether what a capacity is per is counted: the line itself, its posts, or a thing in `delivery`. */
const canCount = ({ capacity, ...cost }: CostInput, volumes: Volumes): boolean =>
  capacity !== undefined && (capacity.per === undefined || plannedOf(capacity.per, cost, volumes) !== undefined);

function lineProblem(
  problem: LineProblem,
  at: Place,
  line: Place,
  item: string,
  written: AmountInput | undefined,
  priceAt: Place | undefined,
): AssessProblem {
  switch (problem.reason) {
    case "units-left-over": {
      const quantity = written?.quantity;
      return {
        ...problem,
        at,
        line,
        item,
        ...(quantity === undefined || written === undefined
          ? {}
          : { quantity: quantity.unit, price: written.price.worked.unit }),
        ...(priceAt === undefined ? {} : { priceAt }),
      };
    }
    default:
      return { ...problem, at, line, item };
  }
}

/** Why an amount did not reach the figures' price year or currency. */
function priceProblem(
  written: AmountInput | undefined,
  at: Place,
  item: string,
  input: ReportInput,
): AssessProblem | undefined {
  const price = written?.price;
  if (price === undefined || price.worked.value === undefined) return undefined;
  const { currency, target } = input.appraised.prices;
  const found = currencyOf(price.worked.unit);
  if (found !== undefined && found !== currency) return { reason: "currency-differs", at, item, currency, found };
  if (target === undefined) return undefined;
  return repriceProblem(price.base, target, at, item, input);
}

function repriceProblem(
  base: PriceBase | undefined,
  target: PriceBase,
  at: Place,
  item: string,
  input: ReportInput,
): AssessProblem | undefined {
  const label = base?.label ?? "";
  const known = input.moved.get(label);
  const moved = known ?? reprice(base, target, input.index);
  if (known === undefined) input.moved.set(label, moved);
  return moved.ok
    ? undefined
    : { reason: moved.reason, at, item, year: base?.label, to: target.label, edition: input.index.edition };
}

/** Where the figure of a benefit is shown: its amount; of amounts by year, its name. */
const benefitPlace = ({ by_year: years, amount, value, benefit, ...line }: BenefitLine): Place =>
  ((years === undefined ? (amount ?? value) : undefined) ?? benefit ?? line).$;

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function benefitsOf(input: ReportInput): readonly BenefitAssessment[] {
  const { appraised, problems } = input;
  return appraised.whole.benefits.map((benefit, at): BenefitAssessment => {
    const read = benefit.origin === "given" ? input.benefits[at] : undefined;
    const given = benefit.origin === "given" ? appraised.whole.given[at] : undefined;
    const place = read === undefined ? (benefit.ref as Place) : benefitPlace(read.line);
    if (given?.problem !== undefined && read !== undefined)
      problems.push(lineProblem(given.problem, place, read.line.$, benefit.name, undefined, undefined));
    if (read !== undefined && !("bySite" in read.input.amount)) {
      const amounts = "byYear" in read.input.amount ? read.input.amount.byYear : [read.input.amount];
      const problem = firstOf(amounts, (amount) => priceProblem(amount, place, benefit.name, input));
      if (problem !== undefined) problems.push(problem);
    }
    const left = appraised.leftOut.get(benefit);
    return {
      line: read?.line,
      at: place,
      name: benefit.name,
      origin: benefit.origin,
      kind: benefit.kind,
      gains: groupsOf(benefit.gains),
      outcome: benefit.outcome,
      amount: given?.amount,
      multiplier: given?.multiplier,
      total: benefit.total,
      presentValue: benefit.presentValue,
      presentValueUncorrected: benefit.presentValueUncorrected,
      lump: benefit.lump,
      falls: benefit.falls,
      transfer: benefit.transfer,
      graded: benefit.graded,
      leftOut: left === undefined ? undefined : { reason: left.reason, ...("by" in left ? { by: left.by.name } : {}) },
    };
  });
}

function outcomeProblem(problem: OutcomeProblem): AssessProblem {
  const at = problem.ref as Place;
  switch (problem.reason) {
    case "missing-has":
      return {
        reason: "missing-has",
        at,
        line: at,
        item: problem.noun,
        noun: problem.noun,
        participant: problem.participant,
      };
    case "rate-valued-by-year":
      return { reason: problem.reason, at, value: problem.value as Place, outcome: problem.outcome };
    case "value-unit":
      return {
        reason: problem.reason,
        at,
        value: problem.value as Place,
        outcome: problem.outcome,
        counts: problem.counts,
      };
    default:
      return { reason: problem.reason, at, outcome: problem.outcome };
  }
}
