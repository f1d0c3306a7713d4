import type { Unit } from "../values/types.ts";
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
  readonly source?: string;
  /** Price-year conversion with edition and both indices, conversion of units, a formula in words. */
  readonly note?: string;
}

/** The derivation of a worked value, built when asked for. `depth` bounds it; steps below are left out. */
export function derive(worked: Worked, depth = 40): Step {
  const parts = worked.detail === undefined ? worked.operands : [...worked.operands, ...worked.detail()];
  return {
    label: worked.label,
    value: worked.value,
    unit: worked.unit,
    operation: worked.operation,
    operands: depth <= 0 ? [] : parts.map((part) => derive(part, depth - 1)),
    missing: worked.missing,
    basis: worked.basis,
    unverified: worked.unverified,
    ...(worked.low === undefined ? {} : { low: worked.low }),
    ...(worked.high === undefined ? {} : { high: worked.high }),
    ...(worked.none === undefined ? {} : { none: worked.none }),
    ...(worked.ref === undefined ? {} : { ref: worked.ref }),
    ...(worked.source === undefined ? {} : { source: worked.source }),
    ...(worked.note === undefined ? {} : { note: worked.note }),
  };
}
