/** How sure each value of a spec is, and which figures are simulated (schemas/FORMAT.md, "Uncertainty"). Read when asked for, never while typing. */
import { figureKey } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import { outcomeKeys } from "../../costing/outcome-figures.ts";
import {
  type Distribution,
  distributionOf,
  endsOf,
  type Scale,
  type Spread,
} from "../../costing/simulation/distributions.ts";
import type { RatioKind } from "../../costing/simulation/ratios.ts";
import type {
  SimulatedInput,
  SimulatedRoot,
  SimulationCase,
  SimulationSettings,
} from "../../costing/simulation/simulate.ts";
import type { Worked } from "../../costing/worked.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Place } from "../../syntax/types.ts";
import type { Estimate, Interval, Rate, Unit } from "../../values/types.ts";
import { isDimensionless } from "../../values/units.ts";
import type { FoundUnitCost } from "./prices.ts";
import type { Assessment } from "./types.ts";
import { type FieldsAt, fieldsAt, type WrittenField, type WrittenNumber } from "./uncertain-fields.ts";

/** A written value that figures rest on. */
export interface InputReading extends SimulatedInput {
  readonly label: string;
  /** Its path with items by their number. */
  readonly numbered: string;
  readonly unit: Unit;
  /** Whether it is a share or a chance, shown as a percentage. */
  readonly share: boolean;
  /** Whether it is a difference of two chances, shown in percentage points. */
  readonly points: boolean;
  /** Where it is written: in the spec, or in the definition it comes from. */
  readonly at: Place | undefined;
  /** As written. */
  readonly text: string;
  /** Ends of a range, or of the 95% interval of its distribution; undefined where it is held. */
  readonly ends: { readonly low: number; readonly high: number } | undefined;
  /** Said to be uncertain, and held nevertheless: by the settings, or because the years that figures are laid out over hang on it. */
  readonly held: "by settings" | "lays out the years" | "nothing fits" | undefined;
}

export interface Uncertainty {
  readonly case: SimulationCase;
  readonly settings: SimulationSettings;
  /** Inputs by key, filled as the figures are gone through. */
  readonly inputs: ReadonlyMap<string, InputReading>;
  /** Paths under `distributions` at which nothing uncertain stands, once a simulation has gone through the figures. */
  unusedPaths(): readonly string[];
}

/** Figures that a simulation gives intervals of. */
const simulated: readonly FigureId[] = [
  "starts_total",
  "completes_total",
  "cost_total",
  "cost_total_corrected",
  "cost_per_year",
  "cost_per_starter",
  "cost_per_completer",
  "cost_per_unit",
  "annualised_cost_per_starter",
  "incremental_cost",
  "incremental_cost_per_starter",
  "pv_cost",
  "equivalent_annual_cost",
  "outcome_difference",
  "outcomes_expected",
  "cost_per_outcome",
  "discounted_qalys",
  "net_monetary_benefit",
  "gross_benefit",
  "gross_benefit_per_starter",
  "benefit_by_kind",
  "fiscal_benefit",
  "cashable_benefit",
  "pv_benefit",
  "net_benefit",
  "net_benefit_per_starter",
  "npv",
  "bcr",
  "public_value_return",
  "fiscal_return",
  "net_present_budget_impact",
  "payback",
];

const ratios: Readonly<Partial<Record<FigureId, RatioKind>>> = {
  cost_per_outcome: "price",
  bcr: "return",
  public_value_return: "return",
  fiscal_return: "return",
};

/** What a simulation of a spec needs. `unitCost` finds the library entries that it uses. */
export function uncertaintyOf(
  spec: Intervention,
  assessment: Assessment,
  unitCost: (id: string) => FoundUnitCost | undefined,
): Uncertainty {
  const { draws, seed, level, distributions } = assessment.appraisal.uncertainty;
  const fields = fieldsAt([
    { prefix: "", label: "", root: spec },
    ...assessment.outcomes.flatMap(({ definition, outcome }) =>
      definition === undefined ? [] : [{ prefix: `outcome.${outcome}`, label: outcome, root: definition }],
    ),
  ]);
  const { inputs, inputOf } = inputReader(fields, new Map(distributions), unitCost);
  const roots: SimulatedRoot[] = [...assessment.figures.values()]
    .filter(({ id, worked }) => simulated.includes(id) && worked.value !== undefined)
    .map(({ id, of, worked }) => ({
      key: figureKey(id, of),
      worked,
      ...(ratios[id] === undefined ? {} : { ratio: ratios[id] }),
      ...(id === "payback" ? { never: true } : {}),
    }));
  const has = (key: string): boolean => roots.some((root) => root.key === key);
  return {
    inputs,
    settings: { draws, seed, level },
    case: {
      roots,
      claims: claimsOf(assessment),
      threshold: (claim) =>
        assessment.figures.has(figureKey("net_monetary_benefit", claim))
          ? assessment.appraisal.threshold?.value
          : undefined,
      net: has("npv") ? "npv" : undefined,
      sensitive: roots
        .map(({ key }) => key)
        .filter((key) => key === "npv" || key === "cost_per_starter" || key.startsWith("cost_per_outcome/")),
      inputOf,
    },
    unusedPaths: () => distributions.map(([path]) => path).filter((path) => !usedBy(path, inputs)),
  };
}

/** Reads what the leaves of figures were written as; `inputs` fills as the figures are gone through. `wanted`: distributions set by path. */
export function inputReader(
  fields: FieldsAt,
  wanted: ReadonlyMap<string, string>,
  unitCost: (id: string) => FoundUnitCost | undefined,
): { readonly inputs: ReadonlyMap<string, InputReading>; readonly inputOf: SimulationCase["inputOf"] } {
  const inputs = new Map<string, InputReading>();
  const read = new Map<Worked, InputReading | undefined>();
  return {
    inputs,
    inputOf(leaf) {
      if (read.has(leaf)) return read.get(leaf);
      const found = inputOf(leaf, fields, wanted, unitCost);
      read.set(leaf, found);
      if (found !== undefined && !inputs.has(found.key)) inputs.set(found.key, found);
      return found;
    },
  };
}

/** Whether anything uncertain stands at a path. */
export const usedBy = (path: string, inputs: ReadonlyMap<string, InputReading>): boolean =>
  [...inputs.values()].some(
    ({ key, numbered, distribution, held }) =>
      (pathOf(key) === path || numbered === path) && (distribution !== undefined || held === "by settings"),
  );

/** Keys of parts of one value are its path with the part in brackets. */
const pathOf = (key: string): string => key.replace(/ \[[^\]]*\]$/, "");

/** What is gained and what it costs, as the cost per outcome is worked out; where no effect is shown, of the whole service. */
function claimsOf({ outcomes, figures }: Assessment): SimulationCase["claims"] {
  const keys = outcomeKeys(outcomes);
  return outcomes.flatMap(({ result }, at) => {
    const key = keys[at] ?? "";
    const each = figures.get(figureKey("cost_per_outcome", key))?.worked;
    const [cost, gained] =
      each?.operation === "quotient"
        ? each.operands
        : [figures.get(figureKey("incremental_cost"))?.worked, result.gained];
    return cost?.value === undefined || gained?.value === undefined ? [] : [{ key, gained, cost }];
  });
}

function inputOf(
  leaf: Worked,
  fields: FieldsAt,
  wanted: ReadonlyMap<string, string>,
  unitCost: (id: string) => FoundUnitCost | undefined,
): InputReading | undefined {
  if (leaf.ref === undefined || leaf.value === undefined) return undefined;
  const written = writtenAs(leaf, fields, unitCost);
  const value = written?.field.value as WrittenNumber | undefined;
  // A grade of confidence or a share of a payer is a choice of the author's, not a value that may be otherwise.
  if (written === undefined || value === undefined || !numbers.has(value.kind) || choices.test(written.path))
    return undefined;
  const part = partOf(leaf, value);
  const key = part === undefined ? written.path : `${written.path} [${part}]`;
  const spread = spreadOf(leaf, value, written.field.text);
  const scale = scaleOf(leaf, value);
  const choice = wanted.get(written.path) ?? wanted.get(written.numbered);
  const fitted =
    spread === undefined || choice === "fixed"
      ? undefined
      : distributionOf(leaf.value, spread, scale, choice as Distribution["name"] | undefined);
  const laysOut = spread !== undefined && layout.test(written.path);
  return {
    key,
    value: leaf.value,
    distribution: laysOut ? undefined : fitted,
    label: part === undefined ? written.label : `${written.label}: ${part.toLowerCase()}`,
    numbered: written.numbered,
    unit: leaf.unit,
    share:
      isDimensionless(leaf.unit) &&
      scale !== "ratio" &&
      (value.kind !== "quantity" || written.field.text.includes("%")),
    points: isDimensionless(leaf.unit) && value.kind === "estimate" && value.metric === "RD",
    at: leaf.ref as Place,
    text: written.field.text,
    ends: laysOut || fitted === undefined ? undefined : endsOf(fitted, 95),
    held:
      spread === undefined
        ? undefined
        : laysOut
          ? "lays out the years"
          : choice === "fixed"
            ? "by settings"
            : fitted === undefined
              ? "nothing fits"
              : undefined,
  };
}

const numbers: ReadonlySet<string> = new Set(["quantity", "share", "rate", "estimate", "comparison"]);
const choices = /(^|\.)(confidence|who_pays|gains|shares)(\.|$)/;
/** Years of delivery and of a purchase's life: how many purchases there are and where cohorts fall hang on them, so they are held. */
const layout = /^(interventions\.[^.]+\.)?costs\.(period$|lines\..*\.lasts$)|^period$/;

function writtenAs(
  leaf: Worked,
  fields: FieldsAt,
  unitCost: (id: string) => FoundUnitCost | undefined,
): WrittenField | undefined {
  const found = fields.get(leaf.ref as object);
  if (leaf.source !== undefined) {
    const entry = unitCost(leaf.source)?.entry.value;
    if (entry !== undefined) {
      const path = `unit_costs.${leaf.source}`;
      return { path, numbered: path, label: `unit cost ${leaf.source}`, field: entry };
    }
  }
  if (found === undefined || found.length === 1) return found?.[0];
  return found.find(({ field }) => (field.value as { value?: unknown } | undefined)?.value === leaf.value) ?? found[0];
}

/** Which part of the written value a leaf is, where it is not the whole: a factor of a product, one side of a comparison. */
function partOf(leaf: Worked, value: WrittenNumber): string | undefined {
  if (value.kind === "comparison") return leaf.label;
  if (value.kind !== "quantity") return undefined;
  const factors = value.terms.reduce((so, { factors: all }) => so + all.length, 0);
  return factors > 1 && leaf.low === undefined ? `${leaf.label} ${leaf.value}` : undefined;
}

function spreadOf(leaf: Worked, value: WrittenNumber, text: string): Spread | undefined {
  if (value.kind === "comparison") return countsOf(leaf, leaf.label === "With it" ? value.with : value.without, text);
  if (value.kind === "rate") return countsOf(leaf, value, text);
  const { low, high } = leaf;
  if (low === undefined || high === undefined) return undefined;
  if (value.kind === "estimate") return { kind: "interval", low, high, level: levelOf(value.interval) };
  return ended(low, high, value, text);
}

const levelOf = (interval: Interval | undefined): number => interval?.level ?? 95;

/** `a ± b` and a standard error are intervals of 95%; `a to b` is a range. */
function ended(
  low: number,
  high: number,
  value: { readonly range?: unknown; readonly interval?: Interval },
  text: string,
): Spread {
  return value.range !== undefined && !/±|\+\/-/.test(text)
    ? { kind: "range", low, high }
    : { kind: "interval", low, high, level: levelOf(value.interval) };
}

function countsOf(leaf: Worked, rate: Rate, text: string): Spread | undefined {
  if (leaf.low !== undefined && leaf.high !== undefined) return ended(leaf.low, leaf.high, rate, text);
  return rate.events === undefined || rate.total === undefined || !isDimensionless(rate.unit)
    ? undefined
    : { kind: "counts", events: rate.events, total: rate.total };
}

const ratioMetrics: ReadonlySet<Estimate["metric"]> = new Set(["RR", "OR", "HR"]);

function scaleOf(leaf: Worked, value: WrittenNumber): Scale {
  switch (value.kind) {
    case "estimate":
      return ratioMetrics.has(value.metric) ? "ratio" : "additive";
    case "share":
      return "share";
    case "rate":
    case "comparison":
      return isDimensionless(leaf.unit) ? "share" : "amount";
    case "quantity":
      return "amount";
  }
}
