import type { Unit } from "../values/types.ts";
import { isCurrency } from "../values/units.ts";
import { counterparts } from "./counterparts.ts";
import { directionOf } from "./direction.ts";
import type { Basis, Missing, NoneReason, Operation, Ref, Worked } from "./worked.ts";

/** One step of a derivation: enough for a reader with pencil and paper to work it out again. */
export interface Step {
  readonly label: string;
  readonly value: number | undefined;
  readonly unit: Unit;
  readonly operation: Operation;
  readonly operands: readonly Step[];
  readonly low?: number;
  readonly high?: number;
  readonly missing: readonly Missing[];
  readonly none?: NoneReason;
  readonly basis: Basis;
  readonly unverified: readonly string[];
  /** What it came from in the caller's documents. */
  readonly ref?: Ref;
  /** Of a given value, where it was read: a citation, an edition. */
  readonly source?: string;
  /** Price-year conversion with edition and both indices, conversion of units, a formula in words. */
  readonly note?: string;
  /** Of money, the year of its prices; without it, it is not known. */
  readonly priceYear?: string;
}

/** What a derivation says that the values themselves do not hold. */
export interface Telling {
  /** Year of the prices of the result. */
  readonly priceYear?: string | undefined;
  /** The source in force where a value is written; `named` is what the value itself names, such as a unit cost. */
  cite?(ref: Ref, named: string | undefined): string | undefined;
  /** What the value above names as its source: its factors were read there too. */
  readonly named?: string | undefined;
}

/** What a derivation says besides: the prices of its result, and where values were read. */
export const tellingOf = (priceYear: string | undefined, cite: Telling["cite"]): Telling =>
  cite === undefined ? { priceYear } : { priceYear, cite };

/** The derivation of a worked value, built when asked for. `depth` bounds it; steps below are left out. */
export function derive(worked: Worked, depth = 40, telling: Telling = {}): Step {
  return stepOf(worked, depth, telling, undefined);
}

interface Above {
  readonly worked: Worked;
  readonly label: string;
  /** Which operand this is. */
  readonly at: number;
}

function stepOf(worked: Worked, depth: number, telling: Telling, above: Above | undefined): Step {
  // What is worked out in one go is shown as the operations that a reader would do.
  const shown = worked.value === undefined ? worked : (worked.steps?.() ?? worked);
  const label = labelOf(worked, telling, above);
  const note = [noteOf(worked.note, shown.note), directionOf(worked)].filter((each) => each !== undefined).join("; ");
  const source = sourceOf(worked, shown, telling);
  const priceYear = isMoney(worked) ? telling.priceYear : undefined;
  return {
    label,
    value: worked.value,
    unit: worked.unit,
    operation: shown.operation,
    operands: depth <= 0 ? [] : operandsOf(worked, shown, label, depth - 1, telling),
    missing: worked.missing,
    basis: worked.basis,
    unverified: worked.unverified,
    ...(worked.low === undefined ? {} : { low: worked.low }),
    ...(worked.high === undefined ? {} : { high: worked.high }),
    ...(worked.none === undefined ? {} : { none: worked.none }),
    ...(worked.ref === undefined ? {} : { ref: worked.ref }),
    ...(source === undefined ? {} : { source }),
    ...(note === "" ? {} : { note }),
    ...(priceYear === undefined ? {} : { priceYear }),
  };
}

function operandsOf(worked: Worked, shown: Worked, label: string, depth: number, telling: Telling): readonly Step[] {
  const moved = worked.fromPrices;
  const inside = worked.source === undefined || shown !== worked ? telling : { ...telling, named: worked.source };
  const before = moved === undefined ? inside : { ...inside, priceYear: moved };
  const parts = shown.operands.map((part, at) =>
    stepOf(part, depth, at === 0 ? before : inside, { worked, label, at }),
  );
  const same = counterparts(shown, worked.unit);
  return same === undefined ? parts : [...parts, stepOf(same, depth, telling, undefined)];
}

/** A name that no step shares with the step it is a part of. */
function labelOf(worked: Worked, telling: Telling, above: Above | undefined): string {
  const own = worked.aspect === undefined ? worked.label : `${worked.label}, ${worked.aspect}`;
  if (worked.fromPrices !== undefined && telling.priceYear !== undefined)
    return `${own}, in ${telling.priceYear} prices`;
  if (above === undefined) return own;
  if (above.worked.fromPrices !== undefined && above.at === 0) return `${own}, as written`;
  if (own !== above.label) return own;
  if (above.worked.operation === "sum") return `${own}, part ${above.at + 1}`;
  return worked.operands.length === 0 ? `${own}, as written` : `${own}, before this step`;
}

const noteOf = (own: string | undefined, shown: string | undefined): string | undefined =>
  own === undefined || own === shown ? shown : shown === undefined ? own : `${own}; ${shown}`;

function sourceOf(worked: Worked, shown: Worked, telling: Telling): string | undefined {
  const own = worked.source ?? shown.source;
  const leaf = shown.operation === "given" && shown.operands.length === 0;
  const named = own ?? (leaf ? telling.named : undefined);
  if (worked.ref === undefined || (named === undefined && !leaf)) return own;
  return telling.cite?.(worked.ref, named) ?? named;
}

const isMoney = ({ unit }: Worked): boolean => unit.powers.some(([base, power]) => power > 0 && isCurrency(base));
