/** What moves the answer: one input at a time (HM Treasury Green Book, annex 5). */

import { valuesAt } from "./evaluate-plan.ts";
import type { Plan } from "./plan.ts";

export interface OneWay {
  readonly key: string;
  /** Values of the input that were tried, and what the figure is then. */
  readonly low: Tried;
  readonly high: Tried;
  /** Distance between the two figures. */
  readonly swing: number;
}

export interface Tried {
  readonly input: number;
  readonly figure: number;
}

type Reading = (values: Float64Array) => number;

/** The figure at both ends of each input, the greatest swing first. Inputs that do not move it are left out. */
export function oneWay(
  plan: Plan,
  ends: ReadonlyMap<string, { readonly low: number; readonly high: number }>,
  read: Reading,
): readonly OneWay[] {
  const rows: OneWay[] = [];
  for (const [key, { low, high }] of ends) {
    const at = plan.drawn.get(key);
    if (at === undefined) continue;
    const figure = (input: number): number => read(valuesAt(plan, new Map([[at, input]])));
    const [one, other] = [figure(low), figure(high)];
    // Two infinities of one sign are no distance apart.
    const swing = one === other ? 0 : Math.abs(other - one);
    if (swing !== 0) rows.push({ key, low: { input: low, figure: one }, high: { input: high, figure: other }, swing });
  }
  const size = ({ swing }: OneWay): number => (Number.isNaN(swing) ? Number.POSITIVE_INFINITY : swing);
  return rows.sort((a, b) => {
    const [x, y] = [size(a), size(b)];
    return x === y ? (a.key < b.key ? -1 : 1) : y - x;
  });
}

export interface Switching {
  readonly key: string;
  readonly central: number;
  /** The value of the input at which the figure is 0; undefined: none in the range. */
  readonly value: number | undefined;
  readonly range: { readonly low: number; readonly high: number };
}

/** The value of one input at which a figure turns, nearest to what is written. The figure is taken to rise or fall throughout the range. */
export function switching(
  plan: Plan,
  key: string,
  range: { readonly low: number; readonly high: number },
  read: Reading,
): Switching | undefined {
  const at = plan.drawn.get(key);
  if (at === undefined) return undefined;
  const central = plan.steps[at]?.central ?? Number.NaN;
  const figure = (input: number): number => read(valuesAt(plan, new Map([[at, input]])));
  const here = figure(central);
  if (here === 0) return { key, central, value: central, range };
  for (const end of [range.low, range.high]) {
    if (!(figure(end) * here < 0)) continue;
    let [near, far] = [central, end];
    for (let i = 0; i < 60; i++) {
      const middle = (near + far) / 2;
      if (figure(middle) * here > 0) near = middle;
      else far = middle;
    }
    return { key, central, value: far, range };
  }
  return { key, central, value: undefined, range };
}
