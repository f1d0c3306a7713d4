/** Printed figures of a spec, checked in its own prices (schemas/FORMAT.md, "What a publication prints"). */
import type { Appraised } from "../../costing/appraise.ts";
import { evaluate, leaves } from "../../costing/evaluate.ts";
import { type Figure, figure, figureKey } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import { headlineName, meantBy, outcomesMeant } from "../../costing/headlines.ts";
import { type ImpliedAmount, impliedBy, impliedRange } from "../../costing/implied.ts";
import { outcomeKeys } from "../../costing/outcome-figures.ts";
import { printedInterval, type RoundingInterval } from "../../costing/rounding.ts";
import { checkStated, type Printed } from "../../costing/stated.ts";
import { given, type Missing, type Worked } from "../../costing/worked.ts";
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
function statedIn(node: StatedNode | undefined): readonly Stated[] {
  return (node?.entries ?? []).flatMap(({ key, value }): Stated[] => {
    if (value.$kind === "field") return [{ headline: key, site: undefined, field: value as PrintedField }];
    if (value.$kind === "list") return [];
    return value.entries.map((entry) => ({ headline: key, site: entry.key, field: entry.value as PrintedField }));
  });
}

/** The printed figure of a field, if it is one. */
function printedOf(field: PrintedField): Printed | undefined {
  const { value } = field;
  if (field.word === "none" || (value?.kind === "word" && value.word === "none")) return { kind: "none" };
  if (value === undefined || value.kind === "word") return undefined;
  const { bound, written } = value;
  const low = value.range?.low ?? value.value;
  const high = value.range?.high ?? value.value;
  if (bound === undefined) return { kind: "figure", low, high, written };
  // `less than £100` is kept by anything below it.
  const below = bound === "at-most" || bound === "less-than";
  const ends = below ? { low: Number.NEGATIVE_INFINITY, high } : { low, high: Number.POSITIVE_INFINITY };
  return { kind: "figure", ...ends, written, isLimit: true };
}

/** Checks what the spec prints and what its claims print; `inOwn` appraises the spec in its own prices and is asked only if something is printed. */
export function checkAll(
  spec: Intervention,
  inOwn: () => Appraised,
): { readonly checks: readonly StatedCheck[]; readonly inferred: Inferred | undefined } {
  const all = statedIn(spec.stated);
  const claims = (spec.outcomes?.items ?? []).map((claim) => statedIn(claim.stated));
  if (all.length === 0 && claims.every((of) => of.length === 0)) return { checks: [], inferred: undefined };
  const own = inOwn();
  const keys = outcomeKeys(own.sheet.input.claims);
  const checks = [
    ...all.map((stated) => {
      const only = keys.length === 1 && isPerOutcome(stated, own.whole.outcomes[0]) ? keys[0] : undefined;
      return only === undefined
        ? check(stated, meant(stated, own), own)
        : check(stated, meantInClaim(stated, 0, only, own), own, only);
    }),
    ...claims.flatMap((of, at) => {
      const key = keys[at] ?? "";
      return of.map((stated) => ({ ...check(stated, meantInClaim(stated, at, key, own), own, key), outcome: key }));
    }),
  ];
  const inferred = infer(all, own);
  if (inferred === undefined) return { checks, inferred };
  return {
    checks: checks.map((one) => (one.verdict.kind === "incomplete" ? { ...one, explainedBy: inferred } : one)),
    inferred,
  };
}

const meant = ({ headline, site }: Stated, own: Appraised): readonly Worked[] =>
  meantBy(headlineName(headline), site, own);

/** A figure printed under a claim: of its outcome where the headline is one of outcomes, else of the whole. */
function meantInClaim(stated: Stated, at: number, key: string, own: Appraised): readonly Worked[] {
  const { name, per } = headlineName(stated.headline);
  const result = own.whole.outcomes[at];
  if (stated.site !== undefined || result === undefined) return meant(stated, own);
  if (name === "outcomes" && per === undefined) return outcomesMeant(result.gained);
  const perOutcome = isPerOutcome(stated, result);
  const found = perOutcome ? own.figures.get(figureKey("cost_per_outcome", key))?.worked : undefined;
  return perOutcome ? (found === undefined ? [] : [found]) : meant(stated, own);
}

/** Whether a printed figure is the price of one outcome: `cost_per_outcome`, `cost/outcome`, `cost/point` where points are counted. */
function isPerOutcome({ headline }: Stated, result: Appraised["whole"]["outcomes"][number] | undefined): boolean {
  const { name, per } = headlineName(headline);
  if (name === "cost_per_outcome") return true;
  if (result === undefined || (name !== "cost" && name !== "incremental_cost")) return false;
  return per === "outcome" || per === result.gained.unit.powers.map(([base]) => base).join(" x ");
}

function check(
  { headline, site, field }: Stated,
  candidates: readonly Worked[],
  own: Appraised,
  outcome?: string,
): StatedCheck {
  const printed = printedOf(field);
  const verdict = printed === undefined ? ({ kind: "not checked" } as const) : checkStated(printed, candidates);
  const worked = "worked" in verdict ? verdict.worked : undefined;
  return {
    at: field.$,
    headline,
    printed: field.text,
    written: printed?.kind === "figure" ? printed.written : undefined,
    site,
    verdict,
    figure:
      worked === undefined ? undefined : figure(idOf(headline, outcome), worked, own.prices.target?.label, headline),
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
  present_value_of_cost: "pv_cost",
  present_value_of_benefit: "pv_benefit",
  net_present_value: "npv",
  benefit_cost_ratio: "bcr",
  fiscal_return: "fiscal_return",
  payback: "payback",
  outcomes: "outcomes_expected",
};

function idOf(headline: string, outcome: string | undefined): FigureId {
  const { name, per } = headlineName(headline);
  return name === "cost_per_outcome" || (outcome !== undefined && per === "outcome")
    ? "cost_per_outcome"
    : (IDS[name] ?? "cost_total");
}

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
  if (leaf === undefined || unknowns.length > 1 || !leaf.missing.some(lacksAmount)) return undefined;
  return { leaf, at: only.ref as Place, item: only.item, role: only.role, total: only.total };
}

/** An amount that nobody gives, of the line itself or behind it. */
const lacksAmount = ({ reason, because }: Missing): boolean =>
  reason === "amount-unknown" || (because ?? []).some(lacksAmount);

function infer(all: readonly Stated[], own: Appraised): Inferred | undefined {
  const only = onlyUnknown(own);
  if (only === undefined) return undefined;
  const ranges: RoundingInterval[] = [];
  for (const { headline, site, field } of all) {
    const printed = printedOf(field);
    if (printed?.kind !== "figure" || printed.isLimit === true) continue;
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
