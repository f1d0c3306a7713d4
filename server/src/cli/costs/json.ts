import type { ScenarioAssessment, StatedCheck } from "../../model/assess/types.ts";
import { beginsIn, textAt } from "../../report/sections.ts";
import type { CostedArea, CostedPortfolio, CostedSpec } from "../commands/cost.ts";
import { jsonDocument } from "../json-document.ts";
import type { Lines } from "../positions.ts";
import type { Notice } from "../result.ts";
import { areaJson } from "./json-area.ts";
import { benefitsJson } from "./json-benefits.ts";
import { portfolioJson } from "./json-portfolio.ts";
import { intervalsOf, uncertaintyJson } from "./json-uncertainty.ts";
import { whatIfJson } from "./json-what-if.ts";
import { partiesJson, Writer } from "./json-writer.ts";

const costSchema = "https://wellspent.dev/schemas/1/cost-output.schema.json";

export interface CostOutput {
  readonly specs: readonly CostedSpec[];
  readonly portfolios: readonly CostedPortfolio[];
  readonly areas: readonly CostedArea[];
  readonly notices: readonly Notice[];
  readonly asOf: string;
  readonly derivation: boolean;
}

/** For programs: the contract of `schemas/cost-output.schema.json`. Figures are not rounded; `shown` is how Wellspent shows them. */
export function costJson({ specs, portfolios, areas, notices, asOf, derivation }: CostOutput): string {
  const lines = new Map<string, Lines>();
  return jsonDocument(
    costSchema,
    { notices, asOf },
    {
      specs: specs.map((costed) => ({
        ...specJson(costed, new Writer(costed, lines, derivation, costed.assessment.cite)),
        ...whatIfJson(costed, new Writer(costed, lines, false)),
      })),
      portfolios: portfolios.map((costed) => ({
        ...portfolioJson(costed, new Writer(costed, lines, derivation)),
        ...whatIfJson(costed, new Writer(costed, lines, false)),
      })),
      areas: areas.map((costed) => areaJson(costed, new Writer(costed, lines, derivation))),
    },
  );
}

function specJson(costed: CostedSpec, writer: Writer) {
  const { spec, assessment, path, project, simulated } = costed;
  const { appraisal, priceYear } = assessment;
  const reading = spec.kind === "intervention" ? spec.reading : undefined;
  return {
    path: project.show(path),
    kind: spec.kind,
    id: spec.id ?? null,
    title: reading?.title?.value ?? null,
    status: reading?.status?.value ?? null,
    currency: assessment.currency,
    price_year: priceYear ?? null,
    perspective: assessment.perspective,
    appraisal: {
      price_year: appraisal.priceYear?.label ?? null,
      discounting:
        typeof appraisal.discounting === "string" ? appraisal.discounting : { rate: appraisal.discounting.rate },
      flows: appraisal.flows,
      year_zero: beginsIn(spec, assessment)?.label ?? null,
      costs: appraisal.costs,
      capital: appraisal.capital,
      deflator: appraisal.deflator,
      working_year: { weeks: appraisal.workingYear.weeks, hours_per_week: appraisal.workingYear.hoursPerWeek },
      horizon_years: appraisal.horizon ?? null,
      leave_out: appraisal.leaveOut,
    },
    figures: writer.figures(assessment.figures, simulated && intervalsOf(simulated)),
    lines: assessment.lines.map((line) => ({
      item: line.item,
      at: writer.place(line.at),
      timing: line.timing,
      resource: line.resource ?? null,
      payers: partiesJson(line.payers),
      additional: line.additional,
      in_kind: line.inKind,
      behaviour: line.behaviours.length > 1 ? "mixed" : (line.behaviours[0] ?? null),
      counted: line.counted,
      multiplied_by: line.multiplier?.by ?? null,
      original: line.original === undefined ? null : writer.amount("line_original", line.original, line.priceYear),
      total: writer.amount("line_total", line.total, priceYear),
      corrected: writer.amount("line_corrected", line.corrected, priceYear),
      per_starter: writer.amount("line_per_starter", line.perStarter, priceYear),
      present_value: writer.amount("line_present_value", line.presentValue, priceYear),
    })),
    benefits: assessment.benefits.map((benefit) => ({
      benefit: benefit.name,
      at: writer.place(benefit.at),
      origin: benefit.origin,
      kind: benefit.kind ?? null,
      gains: partiesJson(benefit.gains),
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
    stated: assessment.stated.map((check) => statedJson(check, writer)),
    scenarios: assessment.scenarios.map((scenario) => scenarioJson(scenario, writer)),
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
    ...benefitsJson(costed, writer),
    ...(simulated === undefined ? {} : { uncertainty: uncertaintyJson(simulated, writer) }),
  };
}

const statedJson = (check: StatedCheck, writer: Writer) => ({
  headline: check.headline,
  site: check.site ?? null,
  printed: textAt(check.at),
  at: writer.place(check.at),
  verdict: check.verdict.kind,
  ...("gap" in check.verdict ? { gap: check.verdict.gap } : {}),
  computed: check.figure === undefined ? null : writer.figure(check.figure),
});

/** An alternative to the spec, assessed alone; never added to anything. */
const scenarioJson = ({ name, at, scenario, assessment, problems }: ScenarioAssessment, writer: Writer) => ({
  scenario: name,
  at: writer.place(at),
  set: Object.fromEntries((scenario.set?.entries ?? []).map(({ key, value }) => [key, textAt(value.$)])),
  figures: assessment === undefined ? null : writer.figures(assessment.figures),
  stated: (assessment?.stated ?? []).map((check) => statedJson(check, writer)),
  problems: problems.map((problem) => ({ reason: problem.reason, path: problem.path, at: writer.place(problem.at) })),
});
