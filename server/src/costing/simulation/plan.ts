/**
 * Worked values as a flat plan: each step once, operands before what is made of them, ready to be worked out for thousands of draws. The
 * same operations in the same order as the graph, so that at the written values it gives the written figures to the last digit.
 */
import type { Worked } from "../worked.ts";

/** `held`: a value that never varies. `drawn`: one that the caller puts in. */
export type StepKind = "held" | "drawn" | "sum" | "product" | "difference" | "quotient" | "function";

export interface Step {
  readonly kind: StepKind;
  /** Numbers of earlier steps. */
  readonly operands: readonly number[];
  /** At the written values. */
  readonly central: number;
  readonly evaluate: ((values: readonly number[]) => number) | undefined;
  /** Whether anything drawn goes into it. */
  readonly varies: boolean;
  /** Of what it is, whatever the order of lines: decides between parts of a sum that are equal. */
  readonly mark: number;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** Number of the step of each value drawn, by its key. */
  readonly drawn: ReadonlyMap<string, number>;
  /** Number of a value's step; undefined where it has no value. */
  stepOf(worked: Worked): number | undefined;
}

/** FNV-1a, 32 bits. */
function marked(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}

/**
 * Flattens the graphs of some values. `keyOf` names the given values that are drawn, by what they were written as: the same key is the same
 * draw wherever it is used. Values that are not known, or that there is none of, have no step; a sum goes on without them, as in the graph.
 */
export function compile(roots: readonly Worked[], keyOf: (leaf: Worked) => string | undefined): Plan {
  const steps: Step[] = [];
  const numbers = new Map<Worked, number | undefined>();
  const drawn = new Map<string, number>();
  /** Steps by what they do, so that what was worked out twice in the graph is one step here. */
  const same = new Map<string, number>();
  const functions = new Map<(values: readonly number[]) => number, number>();

  const add = (signature: string, make: () => Step): number => {
    const known = same.get(signature);
    if (known !== undefined) return known;
    same.set(signature, steps.length);
    return steps.push(make()) - 1;
  };
  const leaf = (worked: Worked, value: number): number => {
    const key = keyOf(worked);
    const signature = key === undefined ? `= ${value}` : `~ ${key}`;
    const at = add(signature, () => ({
      kind: key === undefined ? "held" : "drawn",
      operands: [],
      central: value,
      evaluate: undefined,
      varies: key !== undefined,
      mark: marked(signature),
    }));
    if (key !== undefined) drawn.set(key, at);
    return at;
  };
  const operation = (worked: Worked, value: number): number | undefined => {
    let operands: number[] = [];
    for (const operand of worked.operands) {
      const at = number(operand);
      if (at !== undefined) operands.push(at);
      else if (worked.operation !== "sum") return undefined;
    }
    // `add` adds the smallest first: in the order of the written values the first draw of all gives the same last digit.
    if (worked.operation === "sum")
      operands = operands.sort((a, b) => centralOf(a) - centralOf(b) || markOf(a) - markOf(b));
    const kind = worked.operation as StepKind;
    return add(`${nameOf(worked)} ${operands.join(" ")}`, () => ({
      kind,
      operands,
      central: value,
      evaluate: worked.evaluate,
      varies: operands.some((at) => steps[at]?.varies === true),
      mark: marked(`${kind} ${operands.map(markOf).join(" ")}`),
    }));
  };
  const centralOf = (at: number): number => steps[at]?.central ?? 0;
  const markOf = (at: number): number => steps[at]?.mark ?? 0;
  const nameOf = ({ operation: kind, evaluate }: Worked): string => {
    if (kind !== "function" || evaluate === undefined) return kind;
    const known = functions.get(evaluate) ?? functions.size;
    functions.set(evaluate, known);
    return `function ${known}`;
  };
  const number = (worked: Worked): number | undefined => {
    if (numbers.has(worked)) return numbers.get(worked);
    const { value } = worked;
    const at =
      value === undefined || worked.none !== undefined
        ? undefined
        : worked.operation === "given"
          ? leaf(worked, value)
          : operation(worked, value);
    numbers.set(worked, at);
    return at;
  };
  for (const root of roots) number(root.none === undefined ? root : { ...root, none: undefined });
  return {
    steps,
    drawn,
    stepOf: (worked) => number(worked.none === undefined ? worked : { ...worked, none: undefined }),
  };
}
