import type { Plan, Step } from "./plan.ts";

/** Draws worked out together: few enough that what is being added stays near the processor. */
const block = 500;

/**
 * Works a plan out for every draw and keeps the draws of the steps asked for, by number. What does not vary is the same in all. A division by
 * zero, and anything made of it, is NaN. Yields between blocks of draws, for a caller that may have to stop.
 */
export function* drawsOf(
  { steps }: Plan,
  drawn: ReadonlyMap<number, Float64Array>,
  count: number,
  wanted: ReadonlySet<number>,
): Generator<void, ReadonlyMap<number, Float64Array>> {
  const needed = neededFor(steps, wanted);
  const held = steps.map((step, at) => (needed[at] === 1 && step.varies ? new Float64Array(block) : undefined));
  const kept = new Map([...wanted].map((at) => [at, new Float64Array(count)]));
  for (let from = 0; from < count; from += block) {
    const size = Math.min(block, count - from);
    for (let at = 0; at < steps.length; at++) {
      const into = held[at];
      const step = steps[at] as Step;
      if (into === undefined) continue;
      if (step.kind === "drawn") into.set((drawn.get(at) as Float64Array).subarray(from, from + size));
      else work(step, steps, held, into, size);
    }
    for (const [at, all] of kept) {
      const own = held[at];
      if (own === undefined) all.fill(steps[at]?.central ?? Number.NaN, from, from + size);
      else all.set(own.subarray(0, size), from);
    }
    yield;
  }
  return kept;
}

function neededFor(steps: readonly Step[], wanted: ReadonlySet<number>): Uint8Array {
  const needed = new Uint8Array(steps.length);
  for (let at = steps.length - 1; at >= 0; at--) {
    if (wanted.has(at)) needed[at] = 1;
    if (needed[at] === 1) for (const operand of steps[at]?.operands ?? []) needed[operand] = 1;
  }
  return needed;
}

/** One step for a block of draws. An operand that does not vary is a plain number. */
function work(
  step: Step,
  steps: readonly Step[],
  held: readonly (Float64Array | undefined)[],
  into: Float64Array,
  size: number,
): void {
  const { operands } = step;
  const [first = 0, second = 0] = operands;
  const constant = (at: number): number => steps[at]?.central ?? Number.NaN;
  switch (step.kind) {
    case "sum":
      into.fill(0, 0, size);
      for (const at of operands) {
        const own = held[at];
        if (own !== undefined) for (let i = 0; i < size; i++) into[i] = (into[i] as number) + (own[i] as number);
        else {
          const value = constant(at);
          for (let i = 0; i < size; i++) into[i] = (into[i] as number) + value;
        }
      }
      return;
    case "product":
      into.fill(1, 0, size);
      for (const at of operands) {
        const own = held[at];
        if (own !== undefined) for (let i = 0; i < size; i++) into[i] = (into[i] as number) * (own[i] as number);
        else {
          const value = constant(at);
          for (let i = 0; i < size; i++) into[i] = (into[i] as number) * value;
        }
      }
      return;
    case "difference":
    case "quotient": {
      const [a, b] = [held[first], held[second]];
      const [one, other] = [constant(first), constant(second)];
      if (step.kind === "difference")
        for (let i = 0; i < size; i++) into[i] = ((a?.[i] ?? one) as number) - ((b?.[i] ?? other) as number);
      else for (let i = 0; i < size; i++) into[i] = finite((a?.[i] ?? one) / (b?.[i] ?? other));
      return;
    }
    default: {
      const values = operands.map(constant);
      const varying = operands.flatMap((at, place) => (held[at] === undefined ? [] : [[place, held[at]] as const]));
      for (let i = 0; i < size; i++) {
        for (const [place, own] of varying) values[place] = own[i] as number;
        into[i] = finite(step.evaluate?.(values) ?? Number.NaN);
      }
    }
  }
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

/** The plan once, with some drawn values put differently, by step: a one-way sensitivity. NaN where there is no number. */
export function valuesAt({ steps }: Plan, put: ReadonlyMap<number, number>): Float64Array {
  const values = new Float64Array(steps.length);
  const changed = new Uint8Array(steps.length);
  for (const [at, value] of put) {
    values[at] = value;
    changed[at] = 1;
  }
  steps.forEach((step, at) => {
    if (put.has(at)) return;
    if (!step.operands.some((operand) => changed[operand] === 1)) values[at] = step.central;
    else {
      changed[at] = 1;
      values[at] = once(
        step,
        step.operands.map((operand) => values[operand] as number),
      );
    }
  });
  return values;
}

function once({ kind, evaluate }: Step, values: readonly number[]): number {
  const [a = Number.NaN, b = Number.NaN] = values;
  switch (kind) {
    case "sum":
      return values.reduce((so, value) => so + value, 0);
    case "product":
      return values.reduce((so, value) => so * value, 1);
    case "difference":
      return a - b;
    case "quotient":
      return finite(a / b);
    default:
      return finite(evaluate?.(values) ?? Number.NaN);
  }
}
