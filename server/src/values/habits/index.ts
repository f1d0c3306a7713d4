import type { Form, ValueProblem } from "../types.ts";
import { ANYWHERE, REMARKS } from "./anywhere.ts";
import { FINDINGS } from "./effects.ts";
import { MISREAD } from "./misread.ts";
import { AMOUNTS } from "./money.ts";
import { PRODUCTS } from "./products.ts";
import { TIMES } from "./times.ts";
import type { Habit } from "./types.ts";

/** Ways of writing that people use and the grammar does not read, the particular before the general. */
const HABITS: readonly Habit[] = [...MISREAD, ...FINDINGS, ...TIMES, ...AMOUNTS, ...PRODUCTS, ...ANYWHERE, ...REMARKS];

/**
 * What to say of a value that was refused, where it is written in a way that people know: in their words, with the same figure as it
 * would be read. The first habit counts whose rewriting `reads`. Undefined where none fits, or what the grammar said is surer.
 */
export function adviceOn(
  form: Form,
  text: string,
  problem: ValueProblem,
  reads: (text: string) => boolean,
): ValueProblem | undefined {
  if (problem.suggestion !== undefined || problem.reason === "not-finite") return undefined;
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  for (const habit of HABITS) {
    if (habit.forms?.includes(form) === false) continue;
    const match = habit.text.exec(trimmed);
    const advice = match === null ? undefined : habit.say(match, form);
    if (advice === undefined) continue;
    const { message, example, found, certain } = advice;
    if (example !== undefined && !reads(example)) continue;
    return {
      ...problem,
      message,
      ...(example === undefined ? {} : { example }),
      ...(found === undefined ? {} : { found }),
      ...(certain === true && example !== undefined ? { suggestion: example } : {}),
    };
  }
  return undefined;
}

/** Longer values are prose, not figures. */
const LONGEST = 80;
