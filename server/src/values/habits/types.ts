import type { Form } from "../types.ts";

/** What to say of a way of writing that people use and the grammar does not read. */
export interface Advice {
  /** One plain sentence, instead of what the grammar says. */
  readonly message: string;
  /** The same figure in a form that is read. */
  readonly example?: string;
  /** What it is, for the rule that reports it. */
  readonly found?: string;
  /** That only this can be meant: it may be written in its place without asking. */
  readonly certain?: true;
}

/** One way of writing. Tried only where the grammar has refused the value, so it costs nothing where it has not. */
export interface Habit {
  /** Forms it is a habit in; all when left out. */
  readonly forms?: readonly Form[];
  readonly text: RegExp;
  readonly say: (match: RegExpExecArray, form: Form) => Advice | undefined;
}

const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** 3 of `3` and `three`; not a number of anything else. */
export function numberOf(word: string): number | undefined {
  const at = WORDS.indexOf(word.toLowerCase());
  if (at >= 0) return at;
  const plain = word.replace(/,(?=\d{3})/g, "");
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A number with at most four digits that matter, grouped as people write it. */
export function shown(value: number): string {
  return Number(value.toPrecision(value >= 1000 ? 12 : 4)).toLocaleString("en-GB", { maximumFractionDigits: 4 });
}
