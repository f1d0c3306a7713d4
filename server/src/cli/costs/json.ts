import { derive, type Step } from "../../costing/derive.ts";
import type { Figure } from "../../costing/figure.ts";
import type { Worked } from "../../costing/worked.ts";
import { textAt } from "../../report/sections.ts";
import { shown } from "../../report/words.ts";
import type { Place } from "../../syntax/types.ts";
import { formatUnit } from "../../values/units.ts";
import type { CostedSpec } from "../commands/cost.ts";
import { type Lines, linesOf } from "../positions.ts";
import type { Notice } from "../result.ts";
import { version } from "../version.ts";

/** Where the JSON Schema of this output is published; `version` in it changes only when a reader could break. */
export const costSchema = "https://wellspent.dev/schemas/1/cost-output.schema.json";

export interface CostOutput {
  readonly specs: readonly CostedSpec[];
  readonly notices: readonly Notice[];
  readonly asOf: string;
  readonly derivation: boolean;
}

/** For programs: the contract of `schemas/cost-output.schema.json`. Figures are not rounded; `shown` is how Wellspent shows them. */
export function costJson({ specs, notices, asOf, derivation }: CostOutput): string {
  const lines = new Map<string, Lines>();
  const document = {
    $schema: costSchema,
    version: 1,
    tool: { name: "wellspent", version },
    as_of: asOf,
    complete: !notices.some((notice) => notice.incomplete),
    notices: notices.map(({ alsoFinding: _, ...notice }) => notice),
    specs: specs.map((costed) => specJson(costed, new Writer(costed, lines, derivation))),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Writes figures of one spec, with the places they come from. */
class Writer {
  readonly #costed: CostedSpec;
  readonly #lines: Map<string, Lines>;
  readonly #derivation: boolean;

  constructor(costed: CostedSpec, lines: Map<string, Lines>, derivation: boolean) {
    this.#costed = costed;
    this.#lines = lines;
    this.#derivation = derivation;
  }

  figure(figure: Figure) {
    return {
      id: figure.id,
      ...(figure.of === undefined ? {} : { of: figure.of }),
      title: figure.title,
      ...this.#sized(figure),
      price_year: figure.priceYear ?? null,
      basis: figure.basis,
      complete: figure.complete,
      ...(this.#derivation ? { derivation: this.#step(figure.derive()) } : {}),
    };
  }

  /** An amount of one line, which is no headline of its own. */
  amount(id: string, worked: Worked, priceYear: string | undefined) {
    return {
      id,
      ...this.#sized(worked),
      price_year: priceYear ?? null,
      basis: worked.basis,
      complete: worked.value !== undefined && worked.missing.length === 0,
      ...(this.#derivation ? { derivation: this.#step(derive(worked)) } : {}),
    };
  }

  place(place: Place) {
    const { snapshot, path, project } = this.#costed;
    const at = snapshot.locate(path, place);
    const known = this.#lines.get(`${project.root}\0${at.path}`) ?? linesOf(snapshot.text(at.path) ?? "");
    this.#lines.set(`${project.root}\0${at.path}`, known);
    return { path: project.show(at.path), range: known.range(at.span) };
  }

  #sized(worked: Pick<Worked, "value" | "unit" | "low" | "high" | "missing" | "none" | "unverified">) {
    return {
      value: worked.value ?? null,
      unit: formatUnit(worked.unit),
      shown: shown(worked),
      low: worked.low ?? null,
      high: worked.high ?? null,
      missing: worked.missing.map(({ reason, what }) => ({ reason, what })),
      ...(worked.none === undefined ? {} : { none: worked.none }),
      ...(worked.unverified.length === 0 ? {} : { unverified: [...worked.unverified] }),
    };
  }

  #step(step: Step): object {
    return {
      label: step.label,
      operation: step.operation,
      ...this.#sized({ ...step, low: step.low, high: step.high, none: step.none }),
      basis: step.basis,
      ...(step.note === undefined ? {} : { note: step.note }),
      ...(step.source === undefined ? {} : { source: step.source }),
      ...(isPlace(step.ref) ? { at: this.place(step.ref) } : {}),
      operands: step.operands.map((operand) => this.#step(operand)),
    };
  }
}

const isPlace = (ref: object | undefined): ref is Place => ref !== undefined && "chunk" in ref && "start" in ref;

function specJson({ spec, assessment, path, project }: CostedSpec, writer: Writer) {
  const { appraisal, priceYear } = assessment;
  const reading = spec.kind === "intervention" || spec.kind === "portfolio" ? spec.reading : undefined;
  const status = spec.kind === "intervention" ? spec.reading?.status?.value : undefined;
  const parties = (each: readonly (readonly [string, number])[]) => each.map(([party, share]) => ({ party, share }));
  return {
    path: project.show(path),
    kind: spec.kind,
    id: spec.id ?? null,
    title: reading?.title?.value ?? null,
    status: status ?? null,
    currency: assessment.currency,
    price_year: priceYear ?? null,
    perspective: assessment.perspective,
    appraisal: {
      price_year: appraisal.priceYear?.label ?? null,
      discounting:
        typeof appraisal.discounting === "string" ? appraisal.discounting : { rate: appraisal.discounting.rate },
      flows: appraisal.flows,
      costs: appraisal.costs,
      capital: appraisal.capital,
      deflator: appraisal.deflator,
      working_year: { weeks: appraisal.workingYear.weeks, hours_per_week: appraisal.workingYear.hoursPerWeek },
      horizon_years: appraisal.horizon ?? null,
    },
    figures: Object.fromEntries([...assessment.figures].map(([key, figure]) => [key, writer.figure(figure)])),
    lines: assessment.lines.map((line) => ({
      item: line.item,
      at: writer.place(line.at),
      timing: line.timing,
      resource: line.resource ?? null,
      payers: parties(line.payers),
      additional: line.additional,
      counted: line.counted,
      multiplied_by: line.multiplier?.by ?? null,
      original: line.original === undefined ? null : writer.amount("line_original", line.original, line.priceYear),
      total: writer.amount("line_total", line.total, priceYear),
      per_starter: writer.amount("line_per_starter", line.perStarter, priceYear),
      present_value: writer.amount("line_present_value", line.presentValue, priceYear),
    })),
    benefits: assessment.benefits.map((benefit) => ({
      benefit: benefit.name,
      at: writer.place(benefit.at),
      origin: benefit.origin,
      kind: benefit.kind ?? null,
      gains: parties(benefit.gains),
      outcome: benefit.outcome ?? null,
      total: writer.amount("benefit_total", benefit.total, priceYear),
      present_value: writer.amount("benefit_present_value", benefit.presentValue, priceYear),
      added: benefit.leftOut === undefined,
      ...(benefit.leftOut === undefined ? {} : { left_out: benefit.leftOut }),
    })),
    outcomes: assessment.outcomes.map((outcome) => ({
      outcome: outcome.outcome,
      title: outcome.title,
      at: writer.place(outcome.at),
      no_effect_shown: outcome.noEffectShown,
      difference: writer.amount("outcome_difference", outcome.result.difference, undefined),
      expected: writer.amount("outcomes_expected", outcome.result.expected, undefined),
    })),
    stated: assessment.stated.map((check) => ({
      headline: check.headline,
      site: check.site ?? null,
      printed: textAt(check.at),
      at: writer.place(check.at),
      verdict: check.verdict.kind,
      ...("gap" in check.verdict ? { gap: check.verdict.gap } : {}),
      computed: check.figure === undefined ? null : writer.figure(check.figure),
    })),
    inferred:
      assessment.inferred === undefined
        ? null
        : {
            item: assessment.inferred.item,
            at: writer.place(assessment.inferred.at),
            role: assessment.inferred.role,
            total: assessment.inferred.total,
            per_starter: assessment.inferred.perStarter ?? null,
            closed: Object.fromEntries(assessment.inferred.closed.map((figure) => [figure.id, writer.figure(figure)])),
          },
    cost_band:
      assessment.costBand === undefined
        ? null
        : {
            standard: assessment.costBand.standard,
            edition: assessment.costBand.edition,
            rating: assessment.costBand.rating,
            label: assessment.costBand.label,
            from: assessment.costBand.from.id,
          },
  };
}
