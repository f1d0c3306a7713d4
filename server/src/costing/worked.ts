/**
 * A worked value: a number together with how it was worked out. Every figure is a small graph of these, from the amounts an author
 * wrote up to the headline, so a derivation, a rounding interval or a "what if" is read off the graph when asked for, never stored.
 */
import type { Unit } from "../values/types.ts";
import { divideUnits, multiplyUnits, NO_UNIT } from "../values/units.ts";
import { uncertainty } from "./uncertainty.ts";

/** Something of the caller's that a value came from: opaque here, a place in a document to the model. */
export type Ref = object;

/** Why a value is not known. Stable: findings are chosen by it. */
export type MissingReason =
  | "amount-unknown" // the author wrote `unknown`, or left it out
  | "only-a-bound" // `20 or more`: a limit, not a number
  | "value-unreadable"
  | "unit-cost-missing" // a library entry that does not exist
  | "volume-unknown" // starters, completers, courses...
  | "period-unknown"
  | "not-per-participant" // a sum in £ when only a price per participant can be worked out
  | "price-year-unknown"
  | "price-year-outside-series"
  | "price-year-other-basis" // financial against calendar
  | "currency-differs"
  | "basis-differs" // another perspective, view of cost or discounting than what it would be added to
  | "payer-unknown"
  | "line-problem" // its units do not work out; the line says how
  | "comparator-unknown"
  | "time-unknown" // lag, lasts, time in service
  | "effect-unknown"
  | "direction-unknown" // better or worse is not said
  | "baseline-unknown" // `without`
  | "value-unknown" // what one unit of the outcome is worth
  | "no-benefit-in-money" // of an intervention in a portfolio
  | "kind-unknown" // fiscal, economic or social is not said
  | "cashable-unknown"
  | "impossible-chance" // the effect gives a chance above 100% or below 0
  | "no-path-in-time" // a lump: when it is gained is not known
  | "setting-unknown"
  | "no-number" // a division by zero, or a number too large to hold
  | "line"; // a whole line or benefit; `because` says why

export interface Missing {
  readonly reason: MissingReason;
  /** What is missing, in plain words that complete "not known: ". */
  readonly what: string;
  readonly ref?: Ref;
  readonly because?: readonly Missing[];
  /** Known to be a loss although not how large: with it, a sum of benefits would be lower. */
  readonly loss?: true;
}

/** Why there is no figure although nothing is missing. */
export type NoneReason =
  | "no cost"
  | "no effect shown"
  | "no benefit"
  | "no fiscal benefit" // others there may be
  | "no benefit in this perspective"
  | "worse or no better"
  | "not within the horizon"
  | "never paid back"
  | "more start than have it"; // of need not reached

/** Where a value comes from; `inferred` when it rests on another stated figure being right. */
export type Basis = "computed" | "stated" | "inferred";

export type Operation = "given" | "sum" | "difference" | "product" | "quotient" | "function";

export interface Worked {
  readonly operation: Operation;
  readonly label: string;
  /** Undefined when not known. Of a sum with unknown parts, the sum of the known ones: see `missing`. */
  readonly value: number | undefined;
  readonly unit: Unit;
  readonly operands: readonly Worked[];
  /** Ends of a range or confidence interval, when exactly one uncertain factor goes into it. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** What is unknown. Empty: the value is complete. */
  readonly missing: readonly Missing[];
  readonly none?: NoneReason | undefined;
  readonly basis: Basis;
  /** Provenance of reference figures in it that are not verified. */
  readonly unverified: readonly string[];
  readonly ref?: Ref | undefined;
  /** What the author should know of this step: an index, an edition, an assumption. */
  readonly note?: string | undefined;
  readonly source?: string | undefined;
  /** Of a given value, the exponent of ten of the finest place written; undefined when exact. */
  readonly place?: number | undefined;
  /** Of a given value written with `about`: the place of its last non-zero digit. */
  readonly coarse?: number | undefined;
  /** Of `function`: from operands to value. */
  readonly evaluate?: ((values: readonly number[]) => number) | undefined;
  /** What tells it from the value of the same name that it is made of: `over the period`. Shown in a derivation only. */
  readonly aspect?: string | undefined;
  /** Of money moved between price years, the year of the first operand. */
  readonly fromPrices?: string | undefined;
  /** How a value worked out in one go follows from its parts, in operations a reader can do; made when a derivation is asked for. */
  readonly steps?: (() => Worked) | undefined;
}

const nothing: readonly never[] = [];

export interface Extra {
  readonly unit?: Unit;
  readonly ref?: Ref | undefined;
  readonly note?: string | undefined;
  readonly source?: string | undefined;
  readonly place?: number | undefined;
  readonly coarse?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly basis?: Basis;
  readonly unverified?: readonly string[] | undefined;
  readonly aspect?: string | undefined;
  readonly fromPrices?: string | undefined;
  readonly steps?: (() => Worked) | undefined;
}

/** Every worked value has all its fields in one order: engines read such objects fastest, and a long spec makes many. */
function make(
  operation: Operation,
  label: string,
  value: number | undefined,
  unit: Unit,
  operands: readonly Worked[],
  missing: readonly Missing[],
  extra: Extra,
): Mutable<Worked> {
  return {
    operation,
    label,
    value,
    unit,
    operands,
    low: extra.low,
    high: extra.high,
    missing,
    none: undefined,
    basis: extra.basis ?? "computed",
    unverified: extra.unverified ?? nothing,
    ref: extra.ref,
    note: extra.note,
    source: extra.source,
    place: extra.place,
    coarse: extra.coarse,
    evaluate: undefined,
    aspect: extra.aspect,
    fromPrices: extra.fromPrices,
    steps: extra.steps,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A number that somebody wrote or a table holds. Infinite and NaN are taken as not known. */
export function given(label: string, value: number, extra: Extra = {}): Worked {
  if (Number.isFinite(value)) return make("given", label, value, extra.unit ?? NO_UNIT, nothing, nothing, extra);
  const ref = extra.ref === undefined ? {} : { ref: extra.ref };
  return unknown(label, { reason: "value-unreadable", what: label, ...ref }, extra);
}

/** A value that is not known, and what is missing. */
export function unknown(label: string, missing: Missing | readonly Missing[], extra: Extra = {}): Worked {
  const all = Array.isArray(missing) ? (missing as readonly Missing[]) : [missing as Missing];
  return make("given", label, undefined, extra.unit ?? NO_UNIT, nothing, all, extra);
}

/** No figure, for a reason that is not ignorance. */
export function none(
  label: string,
  reason: NoneReason,
  operands: readonly Worked[] = nothing,
  extra: Extra = {},
): Worked {
  const worked = make("given", label, undefined, extra.unit ?? NO_UNIT, operands, nothing, extra);
  worked.none = reason;
  return worked;
}

/**
 * A sum or difference that is smaller than this share of what went into it is nought: the machine's numbers hold 16 digits, and what is left
 * of parts that cancel is rounding. Somebody may divide by it.
 */
const ROUNDING = 1e-13;

/** `total`, or 0 where no more is left of parts whose sizes sum to `moved` than rounding leaves. */
export const settled = (total: number, moved: number): number => (Math.abs(total) < moved * ROUNDING ? 0 : total);

/** Adds numbers so that their order never changes the result: smallest first. */
export function add(values: readonly number[]): number {
  if (values.length < 2) return values[0] ?? 0;
  const sorted = values.length === 2 ? values : Float64Array.from(values).sort();
  let total = 0;
  let moved = 0;
  for (const value of sorted) {
    total += value;
    moved += Math.abs(value);
  }
  return settled(total, moved);
}

/** The value of an operation from the values of its operands; those of a sum that are not known are left out. */
export function evaluateOnce(worked: Worked, values: readonly (number | undefined)[]): number | undefined {
  switch (worked.operation) {
    case "given":
      return worked.value;
    case "sum": {
      const known = values.includes(undefined)
        ? values.filter((value) => value !== undefined)
        : (values as readonly number[]);
      return known.length === 0 && values.length > 0 ? undefined : finite(add(known));
    }
    case "product": {
      let result = 1;
      for (const value of values) {
        if (value === undefined) return undefined;
        result *= value;
      }
      return finite(result);
    }
    case "difference": {
      const [a, b] = values;
      return a === undefined || b === undefined ? undefined : finite(settled(a - b, Math.abs(a) + Math.abs(b)));
    }
    case "quotient": {
      const [a, b] = values;
      return a === undefined || b === undefined || b === 0 ? undefined : finite(a / b);
    }
    case "function":
      return worked.evaluate === undefined || values.includes(undefined)
        ? undefined
        : finite(worked.evaluate(values as readonly number[]));
  }
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** Everything that the lists of some operands hold, each once, in order; the one list that holds anything as it is. */
function collect<T>(operands: readonly Worked[], of: (operand: Worked) => readonly T[]): readonly T[] {
  let found: readonly T[] = nothing;
  let merged: Set<T> | undefined;
  for (const operand of operands) {
    const more = of(operand);
    if (more.length === 0 || more === found) continue;
    if (found.length === 0) {
      found = more;
      continue;
    }
    merged ??= new Set(found);
    for (const one of more) merged.add(one);
  }
  return merged === undefined ? found : [...merged];
}

const missingOf = (operand: Worked) => operand.missing;
const unverifiedOf = (operand: Worked) => operand.unverified;

function operate(
  operation: Operation,
  label: string,
  unit: Unit,
  operands: readonly Worked[],
  extra: Extra,
  evaluate?: (values: readonly number[]) => number,
): Worked {
  const adds = operation === "sum";
  let noneOf: NoneReason | undefined;
  let inferred = false;
  let ranged = false;
  let lacks = false;
  let doubted = false;
  for (const operand of operands) {
    if (operand.none !== undefined) noneOf ??= operand.none;
    if (operand.basis === "inferred") inferred = true;
    if (operand.low !== undefined) ranged = true;
    if (operand.missing.length > 0) lacks = true;
    if (operand.unverified.length > 0) doubted = true;
  }
  // In a sum what is none adds nothing; anywhere else the result is none too.
  const parts = adds && noneOf !== undefined ? operands.filter((operand) => operand.none === undefined) : operands;
  const missing = lacks ? collect(parts, missingOf) : nothing;
  const result = make(operation, label, undefined, unit, operands, missing, extra);
  result.evaluate = evaluate;
  result.low = undefined;
  result.high = undefined;
  if (noneOf !== undefined && (!adds || parts.length === 0)) {
    result.none = noneOf;
    // Nothing is lacking from what there is none of.
    result.missing = nothing;
  }
  if (inferred) result.basis = "inferred";
  if (doubted && extra.unverified === undefined) result.unverified = collect(operands, unverifiedOf);
  if (result.none === undefined) {
    result.value = evaluateOnce(result, valuesOf(parts));
    if (result.value === undefined && result.missing.length === 0)
      result.missing = [{ reason: "no-number", what: `${label} (a division by zero, or too large a number)` }];
    if (result.value !== undefined && ranged) {
      const ends = uncertainty(parts, (values) => evaluateOnce(result, values));
      result.low = ends?.low;
      result.high = ends?.high;
    }
  }
  return result;
}

function valuesOf(parts: readonly Worked[]): (number | undefined)[] {
  const values: (number | undefined)[] = [];
  for (const part of parts) values.push(part.value);
  return values;
}

/** A sum. Unknown parts are left out and named in `missing`; with no known part the sum is not known. An empty sum is 0. */
export function sum(label: string, parts: readonly Worked[], extra: Extra = {}): Worked {
  return operate(
    "sum",
    label,
    extra.unit ?? parts.find((part) => part.value !== undefined)?.unit ?? parts[0]?.unit ?? NO_UNIT,
    parts,
    extra,
  );
}

/** `a - b`. Not known unless both are. */
export function difference(label: string, a: Worked, b: Worked, extra: Extra = {}): Worked {
  return operate("difference", label, extra.unit ?? a.unit, [a, b], extra);
}

/** A product; units multiply. Not known unless every factor is. */
export function product(label: string, factors: readonly Worked[], extra: Extra = {}): Worked {
  let { unit } = extra;
  if (unit === undefined) {
    unit = NO_UNIT;
    for (const factor of factors) unit = multiplyUnits(unit, factor.unit);
  }
  return operate("product", label, unit, factors, extra);
}

/** `a / b`; units divide. Not known when `b` is zero: callers that mean "none" say so. */
export function quotient(label: string, a: Worked, b: Worked, extra: Extra = {}): Worked {
  return operate("quotient", label, extra.unit ?? divideUnits(a.unit, b.unit), [a, b], extra);
}

/** Any other formula; `note` should say it in words. Monotone in each operand, so that ends of ranges give ends of results. */
export function apply(
  label: string,
  operands: readonly Worked[],
  evaluate: (values: readonly number[]) => number,
  extra: Extra & { readonly unit: Unit },
): Worked {
  return operate("function", label, extra.unit, operands, extra, evaluate);
}

/** The same value under another label, with more said about it. */
export function relabel(
  worked: Worked,
  label: string,
  extra: Partial<Pick<Worked, "note" | "ref" | "source" | "unit">> = {},
): Worked {
  return { ...worked, label, aspect: undefined, ...extra };
}

/** The same value, with something missing from it besides. */
export function lacking(worked: Worked, missing: readonly Missing[]): Worked {
  return missing.length === 0 ? worked : { ...worked, missing: [...worked.missing, ...missing] };
}
