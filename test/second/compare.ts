import type { Figures } from "./chain.ts";
import type { Answer } from "./product.ts";

export type Difference = { figure: string; ours: number | undefined; theirs: number | undefined };

const known = (x: number | undefined): x is number => x !== undefined && Number.isFinite(x);

/** A billionth of the figure. Of a balance, where larger sums cancel, their rounding is let pass: `size` is the largest of them. */
export const same = (a: number, b: number, size = 0): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-14 * size;

/** A figure that would only repeat another may be left out. */
const REPEATS: [RegExp, string][] = [
  [/^annualised_cost_per_starter$/, "cost_per_starter"],
  [/^annualised_cost_per_year$/, "cost_per_year"],
  [/^cost_total_(economic|budget|corrected)$/, "cost_total"],
  [/^cost_by_resource\/not said$/, "cost_total"],
  [/^(\w+)_uncorrected(\/.+)?$/, "$1$2"],
];

function mayBeAbsent(figure: string, ours: Figures, value: number): boolean {
  if (value === 0) return true;
  for (const [pattern, leads] of REPEATS) {
    if (!pattern.test(figure)) continue;
    const lead = ours[figure.replace(pattern, leads)];
    if (lead !== undefined && same(lead, value, ours.cost_total)) return true;
  }
  return false;
}

const BALANCES = /^(net_|npv|incremental_|pv_cost|equivalent_|cost_by_behaviour|break_even)/;
const sortOf = (figure: string): string => figure.split("/")[0] ?? "";

/**
 * What differs. A figure of which the product knows no part is not compared: FORMAT, "a figure's value is its known part", where none is
 * known there is none, and the plain sums of this side say nothing of that.
 */
export function differences(ours: Figures, answer: Answer, skip: (name: string) => boolean): Difference[] {
  const { figures: theirs, incomplete } = answer;
  const found: Difference[] = [];
  const size = Math.max(0, ...Object.values(theirs).filter(known).map(Math.abs));
  const sorts = new Set(Object.keys(ours).map(sortOf));
  for (const figure of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (skip(figure)) continue;
    const a = ours[figure];
    const b = theirs[figure];
    const cancels = BALANCES.test(figure) ? size : 0;
    if (known(a) && known(b) ? same(a, b, cancels) : !known(a) && !known(b)) continue;
    if (!known(b) && incomplete.has(b === undefined && figure === "equivalent_annual_cost" ? "pv_cost" : figure))
      continue;
    if (known(a) && b === undefined && mayBeAbsent(figure, ours, a)) continue;
    // A sort of figure that is not worked out here at all is none of this test's business.
    if (a === undefined && (b === 0 || !sorts.has(sortOf(figure)))) continue;
    found.push({ figure, ours: a, theirs: b });
  }
  return found;
}
