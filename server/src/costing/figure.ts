import type { Unit } from "../values/types.ts";
import { derive, type Step, type Telling, tellingOf } from "./derive.ts";
import { FIGURES, type FigureId } from "./figures.ts";
import type { Basis, Missing, NoneReason, Worked } from "./worked.ts";

/** A figure as everything above shows it. Unrounded: only the formatter rounds. */
export interface Figure {
  readonly id: FigureId;
  /** Which of several: a payer, an outcome, a year. */
  readonly of?: string;
  readonly title: string;
  /** Undefined when not known, or when there is none. With something missing it is the known part. */
  readonly value: number | undefined;
  readonly unit: Unit;
  /** Year of its prices; `undefined` for what is no money or stands in prices of a year not known. */
  readonly priceYear: string | undefined;
  readonly low?: number;
  readonly high?: number;
  readonly basis: Basis;
  /** Whether nothing is missing from it; a figure that there is none of is complete. */
  readonly complete: boolean;
  readonly missing: readonly Missing[];
  /** Why there is none, when that is known. */
  readonly none?: NoneReason;
  readonly unverified: readonly string[];
  readonly worked: Worked;
  /** How it was worked out, rebuilt when asked for. */
  derive(): Step;
}

/** The key of a figure among others: `cost_total`, `cost_by_payer/nhs`. */
export function figureKey(id: FigureId, of?: string): string {
  return of === undefined ? id : `${id}/${of}`;
}

/** Makes a figure of a worked value. */
export function figure(
  id: FigureId,
  worked: Worked,
  priceYear: string | undefined,
  of?: string,
  cite?: Telling["cite"],
): Figure {
  const isMoney = worked.unit.powers.some(
    ([base, power]) => power > 0 && (base === "GBP" || base === "USD" || base === "EUR"),
  );
  return {
    id,
    ...(of === undefined ? {} : { of }),
    title: FIGURES[id].title,
    value: worked.value,
    unit: worked.unit,
    priceYear: isMoney ? priceYear : undefined,
    ...(worked.low === undefined ? {} : { low: worked.low }),
    ...(worked.high === undefined ? {} : { high: worked.high }),
    basis: worked.basis,
    complete: worked.missing.length === 0 && (worked.value !== undefined || worked.none !== undefined),
    missing: worked.missing,
    ...(worked.none === undefined ? {} : { none: worked.none }),
    unverified: worked.unverified,
    worked,
    derive: () => derive(worked, undefined, tellingOf(priceYear, cite)),
  };
}
