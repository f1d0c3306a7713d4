import { type Failure, fail, isFailure } from "../problems.ts";
import { convertTime } from "../time.ts";
import type { Moment } from "../types.ts";
import { unit } from "../units.ts";
import { atEnd, type Cursor, faultSpan, isWord, peek, take, takeWords } from "./cursor.ts";
import { readFactor } from "./factor.ts";

const NOW = { finest: 0, lastNonZero: 0, decimals: false };

/** What may be said to start or end. */
const DELIVERED = ["programme", "program", "intervention", "treatment", "delivery", "course", "training", "therapy"];

/** The words of papers for where a participant's time is counted from. A trial's clock starts when a participant enters it. */
const ANCHORS: readonly (readonly [Moment["from"], readonly string[]])[] = [
  ["end", ["end", "completion", "discharge"]],
  ["start", ["start", "baseline", "randomisation", "randomization", "recruitment", "referral", "enrolment", "entry"]],
  ["birth", ["birth"]],
];

function readAnchor(c: Cursor): Moment["from"] | undefined {
  takeWords(c, ["the"], "word");
  const token = peek(c);
  const from = ANCHORS.find(([, words]) => isWord(token, ...words))?.[0];
  if (from === undefined) return undefined;
  take(c, "word");
  if (isWord(peek(c), "of")) {
    take(c, "word");
    takeWords(c, ["the"], "word");
    if (isWord(peek(c), ...DELIVERED)) take(c, "word");
    else c.at--;
  }
  return from;
}

/** `6 months after end`, `18 months after start`, `12 months after randomisation`, `24 months after birth`, `end of programme`. */
export function readMoment(c: Cursor): Moment | Failure {
  takeWords(c, ["at"], "word");
  const anchor = readAnchor(c);
  if (anchor !== undefined) return { kind: "moment", from: anchor, after: 0, written: NOW };
  if (isWord(peek(c), "age", "aged")) {
    const years = peek(c, 1).numeral?.value;
    const message = "A time is counted from the start of the programme, its end, or birth: an age from birth.";
    return fail("unreadable", faultSpan(c), message, `${years ?? 5} years after birth`);
  }
  const length = readFactor(c);
  if (isFailure(length)) return length;
  const shown = c.text.slice(length.span.start, length.span.end);
  const years = convertTime(length.value, length.unit, unit(["year", 1]));
  if (years === undefined) {
    return fail("wrong-form", length.span, "A length of time is expected: days, weeks, months or years.", c.example);
  }
  if (length.value < 0)
    return fail("negative", length.span, "A time is counted forward from the start or the end.", c.example);
  if (takeWords(c, ["after"], "word") || takeWords(c, ["from"], "word")) {
    const from = readAnchor(c);
    if (from !== undefined)
      return {
        kind: "moment",
        from,
        after: years.value,
        length: { value: length.value, unit: length.unit },
        written: length.written,
      };
  }
  const message = "It does not say what the time is counted from: the start of the programme, its end, or birth.";
  return fail("unreadable", atEnd(c) ? length.span : faultSpan(c), message, `${shown} after end`);
}
