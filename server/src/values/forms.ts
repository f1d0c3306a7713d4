import { exampleFor } from "./catalogue.ts";
import { readDate, readPriceYear } from "./grammar/calendar.ts";
import { atEnd, type Cursor, cursor, type Mark } from "./grammar/cursor.ts";
import * as designs from "./grammar/designs.ts";
import * as effects from "./grammar/effects.ts";
import { readP } from "./grammar/evidence.ts";
import * as figures from "./grammar/figures.ts";
import { readMoment } from "./grammar/moment.ts";
import { expectEnd } from "./grammar/phrase.ts";
import * as shares from "./grammar/shares.ts";
import { adviceOn } from "./habits/index.ts";
import { type Failure, fail, isFailure, toReading } from "./problems.ts";
import type { Form, FormTypes, Reading } from "./types.ts";

type Production<F extends Form> = (c: Cursor) => FormTypes[F] | Failure;

const PRODUCTIONS: { readonly [F in Form]: Production<F> } = {
  money: figures.money,
  quantity: figures.quantity,
  count: figures.count,
  "share-or-count": shares.shareOrCount,
  share: shares.share,
  "share-per-time": shares.sharePerTime,
  duration: figures.duration,
  rate: effects.rate,
  effect: effects.effect,
  change: effects.change,
  "price-year": (c) => readPriceYear(c, true),
  "financial-year": (c) => readPriceYear(c, false),
  date: readDate,
  moment: readMoment,
  ages: designs.ages,
  "working-year": designs.workingYear,
  stated: figures.stated,
  number: figures.number,
  threshold: figures.threshold,
  deadweight: effects.deadweight,
  allocation: designs.allocation,
  significance: designs.significance,
  p: readP,
  "score-range": designs.scoreRange,
};

/** No figure is longer; a bound on the work one value can ask for. */
const LONGEST = 2000;

function run<F extends Form>(form: F, text: string): { result: FormTypes[F] | Failure; marks: readonly Mark[] } {
  const example = exampleFor(form);
  if (text.length > LONGEST) {
    const message = `This is too long to be one value (${text.length} characters).`;
    return { result: fail("unreadable", { start: LONGEST, end: text.length }, message, example), marks: [] };
  }
  const c = cursor(text, example);
  if (atEnd(c)) {
    return { result: fail("empty", { start: 0, end: text.length }, "There is no value here.", example), marks: [] };
  }
  const result = PRODUCTIONS[form](c);
  if (isFailure(result)) return { result, marks: c.marks };
  return { result: expectEnd(c) ?? result, marks: c.marks };
}

/**
 * Reads a text in the form a key asks for. Pure: the same form and text give the same answer, so it may be remembered.
 * Never throws; takes time linear in the length of the text. A problem points at the character at fault.
 */
export function read<F extends Form>(form: F, text: string): Reading<FormTypes[F]> {
  const { result } = run(form, text);
  return toReading(isFailure(result) ? honest(form, advised(form, text, result)) : result);
}

const readsIn = (form: Form, text: string): boolean => !isFailure(run(form, text).result);

/** A value written in a way that people know and the grammar does not: it is answered in their words. */
function advised(form: Form, text: string, failure: Failure): Failure {
  const advice = adviceOn(form, text, failure.problem, (other) => readsIn(form, other));
  return advice === undefined ? failure : { failed: true, problem: advice };
}

/** What is shown as readable must be: an example that does not read gives way to a plain one, a suggestion to none. */
function honest(form: Form, failure: Failure): Failure {
  const { example, suggestion, ...problem } = failure.problem;
  const reads = (text: string): boolean => readsIn(form, text);
  const kept = suggestion !== undefined && reads(suggestion);
  return {
    failed: true,
    problem: {
      ...problem,
      example: reads(example) ? example : exampleFor(form),
      ...(kept ? { suggestion } : {}),
    },
  };
}

/** What each stretch of a value is, in order, for highlighting; as far as the value could be read. */
export function tokens(form: Form, text: string): readonly Mark[] {
  return run(form, text).marks;
}
