/** What a publication prints against what its own lines give (schemas/FORMAT.md, "What a publication prints"). Checked, never an input. */
import type { Written } from "../values/types.ts";
import { overlap, printedInterval, type RoundingInterval, roundingInterval } from "./rounding.ts";
import type { Missing, Worked } from "./worked.ts";

/** A printed figure: one number or a range, a limit (one end without end, and no room for rounding), or the word `none`. */
export type Printed =
  | {
      readonly kind: "figure";
      readonly low: number;
      readonly high: number;
      readonly written: Written;
      readonly isLimit?: boolean;
    }
  | { readonly kind: "none" };

export type StatedVerdict =
  | { readonly kind: "agrees"; readonly worked: Worked }
  /** `gap` is printed less worked out; `level` is information for a gap of a ten-thousandth or less. */
  | {
      readonly kind: "disagrees";
      readonly worked: Worked;
      readonly gap: number;
      readonly share: number;
      readonly printed: RoundingInterval;
      readonly computed: RoundingInterval;
      readonly level: "warning" | "information";
    }
  /** Parts are unknown: only the known ones can be compared. */
  | { readonly kind: "incomplete"; readonly worked: Worked; readonly gap: number; readonly missing: readonly Missing[] }
  | { readonly kind: "not known"; readonly missing: readonly Missing[] }
  /** No such figure is worked out: kept as stated. */
  | { readonly kind: "not checked" };

/** Gap, as a share of the figure, up to which a disagreement is no more than worth knowing. */
const smallGap = 0.0001;

/**
 * Compares a printed figure with worked values it may mean, in order. The first that is printed so is the one meant, else the first
 * that agrees by the rounding of what it is made of (£6m / £5m may be anything from 1.00 to 1.44), else the first.
 */
export function checkStated(printed: Printed, meant: readonly Worked[]): StatedVerdict {
  let first: StatedVerdict | undefined;
  let loosely: StatedVerdict | undefined;
  for (const worked of meant) {
    const verdict = compare(printed, worked);
    if (verdict.kind === "agrees") {
      if (isPrintedSo(printed, worked)) return verdict;
      loosely ??= verdict;
      continue;
    }
    if (first === undefined || (first.kind === "not known" && verdict.kind !== "not known")) first = verdict;
  }
  return loosely ?? first ?? { kind: "not checked" };
}

const roomOf = ({ low, high, written, isLimit }: Extract<Printed, { kind: "figure" }>): RoundingInterval =>
  isLimit === true ? { low, high } : printedInterval(low, high, written);

/** Whether the worked value itself, not only what it may be, rounds to what is printed. */
function isPrintedSo(printed: Printed, { value }: Worked): boolean {
  if (printed.kind === "none" || value === undefined) return true;
  const room = roomOf(printed);
  return value >= room.low && value <= room.high;
}

function compare(printed: Printed, worked: Worked): StatedVerdict {
  if (printed.kind === "none") {
    if (worked.none !== undefined) return { kind: "agrees", worked };
    return worked.value === undefined ? { kind: "not known", missing: worked.missing } : { kind: "not checked" };
  }
  const { value } = worked;
  const computed = roundingInterval(worked);
  if (value === undefined || computed === undefined) return { kind: "not known", missing: worked.missing };
  const room = roomOf(printed);
  const gap = value < printed.low ? printed.low - value : value > printed.high ? printed.high - value : 0;
  // Whoever prints a ratio or a net with no word on the comparator compares with nothing.
  const bare = worked.missing.every(({ reason }) => reason === "comparator-unknown");
  if (bare && overlap(room, computed)) return { kind: "agrees", worked };
  if (worked.missing.length > 0) return { kind: "incomplete", worked, gap, missing: worked.missing };
  const share = value === 0 ? Number.POSITIVE_INFINITY : Math.abs(gap / value);
  return {
    kind: "disagrees",
    worked,
    gap,
    share,
    printed: room,
    computed,
    level: share > smallGap ? "warning" : "information",
  };
}
