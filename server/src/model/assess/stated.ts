/** Printed figures of a spec, checked in its own prices (schemas/FORMAT.md, "What a publication prints"). */
import type { Appraised } from "../../costing/appraise.ts";
import { evaluate, leaves } from "../../costing/evaluate.ts";
import { type Figure, figure } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import { headlineName, meantBy } from "../../costing/headlines.ts";
import { type ImpliedAmount, impliedBy, impliedRange } from "../../costing/implied.ts";
import { printedInterval, type RoundingInterval } from "../../costing/rounding.ts";
import { checkStated, type Printed } from "../../costing/stated.ts";
import { given, type Worked } from "../../costing/worked.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Field } from "../../schema/shape.ts";
import type { Place } from "../../syntax/types.ts";
import type { Quantity, Share, Word } from "../../values/types.ts";
import type { Inferred, StatedCheck } from "./types.ts";

type StatedNode = NonNullable<Intervention["stated"]>;
type PrintedField = Field<Quantity | Share | Word>;

interface Stated {
  readonly headline: string;
  readonly site: string | undefined;
  readonly field: PrintedField;
}

/** Every printed figure of a `stated:` block; lists of answers (of a design) are not costs and are left to others. */
export function statedIn(node: StatedNode | undefined): readonly Stated[] {
  return (node?.entries ?? []).flatMap(({ key, value }): Stated[] => {
    if (value.$kind === "field") return [{ headline: key, site: undefined, field: value as PrintedField }];
    if (value.$kind === "list") return [];
    return value.entries.map((entry) => ({ headline: key, site: entry.key, field: entry.value as PrintedField }));
  });
}

/** The printed figure of a field, if it is one. */
export function printedOf(field: PrintedField): Printed | undefined {
  const { value } = field;
  if (field.word === "none" || (value?.kind === "word" && value.word === "none")) return { kind: "none" };
  if (value === undefined || value.kind === "word") return undefined;
  return {
    kind: "figure",
    low: value.range?.low ?? value.value,
    high: value.range?.high ?? value.value,
    written: value.written,
  };
}

/** Checks all of them; `own` is the spec appraised in its own prices. */
export function checkAll(
  node: StatedNode | undefined,
  own: Appraised,
): { readonly checks: readonly StatedCheck[]; readonly inferred: Inferred | undefined } {
  const all = statedIn(node);
  if (all.length === 0) return { checks: [], inferred: undefined };
  const checks = all.map((stated) => check(stated, own));
  const inferred = infer(all, own);
  if (inferred === undefined) return { checks, inferred };
  return {
    checks: checks.map((one) => (one.verdict.kind === "incomplete" ? { ...one, explainedBy: inferred } : one)),
    inferred,
  };
}

function check({ headline, site, field }: Stated, own: Appraised): StatedCheck {
  const printed = printedOf(field);
  const meant = printed === undefined ? [] : meantBy(headlineName(headline), site, own);
  const verdict = printed === undefined ? ({ kind: "not checked" } as const) : checkStated(printed, meant);
  const worked = "worked" in verdict ? verdict.worked : undefined;
  return {
    at: field.$,
    headline,
    printed: field.text,
    written: printed?.kind === "figure" ? printed.written : undefined,
    site,
    verdict,
    figure: worked === undefined ? undefined : figure(idOf(headline), worked, own.prices.target?.label, headline),
    explainedBy: undefined,
  };
}

const IDS: Readonly<Record<string, FigureId>> = {
  cost: "cost_total",
  incremental_cost: "incremental_cost",
  gross_benefit: "gross_benefit",
  net_benefit: "net_benefit",
  fiscal_benefit: "fiscal_benefit",
  net_fiscal_benefit: "net_benefit",
  economic_benefit: "benefit_by_kind",
  social_benefit: "benefit_by_kind",
  net_present_value: "npv",
  benefit_cost_ratio: "bcr",
  fiscal_return: "fiscal_return",
  payback: "payback",
  outcomes: "outcomes_expected",
};

const idOf = (headline: string): FigureId => IDS[headlineName(headline).name] ?? "cost_total";

/** The one line whose amount is not known, when there is exactly one, and the leaf of the graph that stands for it. */
function onlyUnknown(own: Appraised):
  | {
      readonly leaf: Worked;
      readonly at: Place;
      readonly item: string;
      readonly role: "cost" | "benefit";
      readonly total: Worked;
    }
  | undefined {
  const lines = own.whole.lines.map((line) => ({
    ref: line.input.ref,
    item: line.input.name,
    role: "cost" as const,
    total: line.total,
  }));
  const benefits = own.whole.given.map((benefit) => ({
    ref: benefit.ref,
    item: benefit.name,
    role: "benefit" as const,
    total: benefit.total,
  }));
  const open = [...lines, ...benefits].filter(({ total }) => total.value === undefined && total.none === undefined);
  const [only] = open;
  if (only === undefined || open.length > 1) return undefined;
  const unknowns = leaves(only.total).filter((leaf) => leaf.value === undefined);
  const [leaf] = unknowns;
  if (leaf === undefined || unknowns.length > 1 || !leaf.missing.some(({ reason }) => reason === "amount-unknown"))
    return undefined;
  return { leaf, at: only.ref as Place, item: only.item, role: only.role, total: only.total };
}

function infer(all: readonly Stated[], own: Appraised): Inferred | undefined {
  const only = onlyUnknown(own);
  if (only === undefined) return undefined;
  const ranges: RoundingInterval[] = [];
  for (const { headline, site, field } of all) {
    const printed = printedOf(field);
    if (printed?.kind !== "figure") continue;
    const [worked] = meantBy(headlineName(headline), site, own);
    if (worked === undefined) continue;
    const range = impliedRange(worked, only.leaf, printedInterval(printed.low, printed.high, printed.written));
    if (range !== undefined) ranges.push(range);
  }
  const implied = impliedBy(ranges);
  if (implied === undefined) return undefined;
  const at = (x: number): ReadonlyMap<Worked, number> => new Map([[only.leaf, x]]);
  const scaled = (worked: Worked | undefined): ImpliedAmount | undefined => {
    if (worked === undefined) return undefined;
    const [value, low, high] = [implied.value, implied.low, implied.high].map((x) => evaluate(worked, at(x)));
    return value === undefined || low === undefined || high === undefined ? undefined : { value, low, high };
  };
  const total = scaled(only.total) ?? implied;
  const starters = own.whole.volumes.bases.starters.value;
  const over = (n: number): ImpliedAmount => ({ value: total.value / n, low: total.low / n, high: total.high / n });
  return {
    at: only.at,
    item: only.item,
    role: only.role,
    total,
    perStarter: starters === undefined || starters === 0 ? undefined : over(starters),
    closed: closedFigures(own, at(implied.value), only.item),
  };
}

const CLOSED: readonly FigureId[] = [
  "cost_total",
  "cost_per_starter",
  "incremental_cost",
  "gross_benefit",
  "gross_benefit_per_starter",
  "fiscal_benefit",
  "net_benefit",
  "net_benefit_per_starter",
  "npv",
  "bcr",
  "fiscal_return",
];

/** Headlines that lack the one amount, with the implied one put in: "if the stated total is right". */
function closedFigures(own: Appraised, instead: ReadonlyMap<Worked, number>, item: string): readonly Figure[] {
  return CLOSED.flatMap((id): Figure[] => {
    const found = own.figures.get(id);
    if (found === undefined || found.complete) return [];
    const value = evaluate(found.worked, instead);
    if (value === undefined) return [];
    const worked: Worked = {
      ...given(`${found.title}, with ${item} as implied`, value, {
        unit: found.unit,
        basis: "inferred",
        note: "if the printed figures are right",
      }),
      operation: found.worked.operation,
      operands: found.worked.operands,
    };
    return [figure(id, worked, found.priceYear)];
  });
}
