import type { Token } from "../lexer.ts";
import { type Failure, fail, failNumeral, isFailure } from "../problems.ts";
import { convertTime } from "../time.ts";
import type { Moment, Unit, Written } from "../types.ts";
import { unit } from "../units.ts";
import { type Cursor, faultSpan, peek, take } from "./cursor.ts";
import { readFactor } from "./factor.ts";
import {
  BEGINNING,
  BEGUN,
  DELIVERED,
  END,
  ENDED,
  ENDING,
  JOINED,
  NUMBERS,
  RUN,
  START,
  STRAIGHT,
  timeOf,
} from "./moment-words.ts";

const NOW: Written = { finest: 0, lastNonZero: 0, decimals: false };

/** A word of the text, with hyphens taken apart: `post-randomisation` is two. */
interface Piece {
  readonly text: string;
  readonly token: Token;
  /** Which token of the cursor it stands in. */
  readonly nth: number;
}

/** A place among the pieces. Lives for one reading only. */
interface Words {
  readonly pieces: readonly Piece[];
  at: number;
}

const word = (w: Words, ahead = 0): string => w.pieces[w.at + ahead]?.text ?? "";
const isOne = (text: string, of: readonly string[]): boolean => of.includes(text);

/** Takes these words, in order, if they are next. */
function took(w: Words, ...words: readonly string[]): boolean {
  if (!words.every((each, nth) => word(w, nth) === each)) return false;
  w.at += words.length;
  return true;
}

/** Takes one of these words if it is next. */
function tookOne(w: Words, of: readonly string[]): boolean {
  if (!isOne(word(w), of)) return false;
  w.at++;
  return true;
}

/** Takes what was delivered: `the programme`, `the intervention period`. */
function tookDelivered(w: Words, but: readonly string[] = []): boolean {
  const first = w.at;
  took(w, "the");
  const from = w.at;
  while (isOne(word(w), DELIVERED) && !isOne(word(w), but)) w.at++;
  if (w.at === from) {
    w.at = first;
    return false;
  }
  tookOne(w, RUN);
  return true;
}

/** `baseline`, `the end of treatment`, `programme completion`, `birth`; the place is left alone where there is none. */
function readAnchor(w: Words): Moment["from"] | undefined {
  const first = w.at;
  took(w, "the");
  const led = isOne(word(w), DELIVERED);
  if (led) {
    tookDelivered(w);
    // `programme end`, `the treatment ended`, `delivery started`.
    if (tookOne(w, END) || tookOne(w, ENDED)) return "end";
    if (tookOne(w, ["start", "beginning", "entry"]) || tookOne(w, BEGUN)) return "start";
    w.at = first;
    return undefined;
  }
  const from = tookOne(w, END)
    ? "end"
    : tookOne(w, START)
      ? "start"
      : took(w, "birth")
        ? "birth"
        : took(w, "post", "test") || took(w, "posttest")
          ? "end"
          : took(w, "pre", "test") || took(w, "pretest")
            ? "start"
            : undefined;
  if (from === undefined) {
    w.at = first;
    return undefined;
  }
  const of = w.at;
  // The end of something else, such as a school year, is no end of what was delivered.
  if (from !== "birth" && took(w, "of") && !tookDelivered(w)) w.at = of;
  return from;
}

/** What a time is after: an anchor, or, said with `after` or `post`, what was delivered, which is its end. */
function readTarget(w: Words): Moment["from"] | undefined {
  const anchor = readAnchor(w);
  if (anchor !== undefined) return anchor;
  const gerund = tookOne(w, BEGINNING) ? "start" : tookOne(w, ENDING) ? "end" : undefined;
  if (gerund !== undefined) {
    tookDelivered(w);
    return gerund;
  }
  // After a delivery may be after a birth.
  return tookDelivered(w, ["delivery"]) ? "end" : undefined;
}

/** `post-test`, `pre-treatment`, `immediately after the programme`, `end of treatment`: a time without a length. */
function readNow(w: Words): Moment["from"] | undefined {
  if (tookOne(w, STRAIGHT)) {
    took(w, "at");
    const anchor = readAnchor(w);
    if (anchor !== undefined) return anchor;
    if (!tookOne(w, JOINED)) return undefined;
    return w.at === w.pieces.length ? "end" : readTarget(w);
  }
  if (took(w, "pre") || took(w, "before")) return took(w, "test") || tookDelivered(w) ? "start" : undefined;
  if (tookOne(w, ["post", "after", "following"])) {
    // A while after people were recruited is no time; right after what was delivered is.
    if (took(w, "test") || tookDelivered(w, ["delivery"])) return "end";
    const target = readTarget(w);
    return target === "end" ? target : undefined;
  }
  return readAnchor(w);
}

interface Length {
  /** In years. */
  readonly years: number;
  readonly written: Written;
  /** Undefined of `1 year 6 months`. */
  readonly length: { readonly value: number; readonly unit: Unit } | undefined;
}

/** `18 months`, `6-month`, `six months`, `1 year 6 months`; `yearsAlone` lets a number stand for years. */
function readLength(c: Cursor, w: Words, yearsAlone = false): Length | Failure | undefined {
  let length: Length | undefined;
  for (;;) {
    const before = w.at;
    if (length !== undefined) took(w, "and");
    const piece = w.pieces[w.at];
    const numeral = piece?.token.numeral;
    const value = numeral?.value ?? NUMBERS.get(word(w));
    const of = timeOf(word(w, 1));
    const alone = yearsAlone && of === undefined && length === undefined;
    if (piece === undefined || value === undefined || (of === undefined && !alone)) {
      w.at = before;
      return length;
    }
    if (numeral?.problem !== undefined) return failNumeral(numeral.problem, c, piece.token);
    w.at += of === undefined ? 1 : 2;
    const own = unit([of ?? "year", 1]);
    const years = convertTime(value, own, unit(["year", 1]))?.value ?? value;
    const written = numeral?.written ?? NOW;
    length =
      length === undefined
        ? { years, written, length: { value, unit: own } }
        : { years: length.years + years, written, length: undefined };
  }
}

const moment = (from: Moment["from"], { years, written, length }: Length): Moment => ({
  kind: "moment",
  from,
  after: years,
  ...(length === undefined ? {} : { length }),
  written,
});

/** What follows a length: from where it is counted. */
function readOrigin(w: Words): Moment["from"] | undefined {
  const followUp = tookFollowUp(w);
  if (w.at === w.pieces.length) return "unsaid";
  if (took(w, "of", "age") || took(w, "old")) return "birth";
  if (took(w, "into")) return tookDelivered(w) ? "start" : undefined;
  const since = isOne(word(w), ["from", "since"]);
  if (!tookOne(w, JOINED) && !tookOne(w, ["from", "since"])) return undefined;
  // From the treatment may be from its start.
  const from = since ? readAnchor(w) : took(w, "test") ? "end" : readTarget(w);
  if (from !== undefined && !followUp) tookFollowUp(w);
  return from;
}

const tookFollowUp = (w: Words): boolean => took(w, "follow", "up") || took(w, "followup");

/**
 * When something was measured, in the words of papers: `6 months after end`, `12 months post-randomisation`, `post-test`, `immediately after the
 * programme`, `at age 5`. A trial's clock starts when a participant enters it. Of `6-month follow-up`, or `12 months` alone, nobody knows from
 * where it is counted: papers mean both.
 */
export function readMoment(c: Cursor): Moment | Failure {
  const w = wordsOf(c);
  const made = momentIn(c, w);
  if (isFailure(made)) return made;
  // `post-test (T2)`: which wave it was adds nothing.
  const stop = /^(t|wave)\d$/.test(word(w)) && w.at === w.pieces.length - 1 ? undefined : w.pieces[w.at];
  if (stop !== undefined) return left(c, stop);
  while (peek(c).kind !== "end") take(c, peek(c).kind === "number" ? "number" : "word");
  return made;
}

function momentIn(c: Cursor, w: Words): Moment | Failure {
  while (tookOne(w, ["at", "on", "by", "within", "the"]));
  const first = w.at;
  if (took(w, "child", "age") || tookOne(w, ["age", "aged"])) {
    const length = readLength(c, w, true);
    if (length !== undefined) return isFailure(length) ? length : moment("birth", length);
  }
  w.at = first;
  const now = readNow(w);
  if (now !== undefined) return { kind: "moment", from: now, after: 0, written: NOW };
  w.at = first;
  if (tookFollowUp(w)) {
    took(w, "at");
    const length = readLength(c, w);
    if (isFailure(length)) return length;
    if (length !== undefined) return moment(w.at === w.pieces.length ? "unsaid" : (readOrigin(w) ?? "unsaid"), length);
  }
  w.at = first;
  const length = readLength(c, w);
  if (isFailure(length)) return length;
  if (length === undefined) return unread(c);
  const after = w.at;
  const from = readOrigin(w);
  if (from !== undefined) return moment(from, length);
  const [piece, stop] = [w.pieces[first], w.pieces[after]];
  const end = w.pieces[after - 1]?.token.end ?? c.text.length;
  const span = { start: piece?.token.start ?? 0, end };
  const shown = c.text.slice(span.start, span.end);
  const message = "It does not say what the time is counted from: the start of the programme, its end, or birth.";
  return fail("unreadable", stop?.token ?? span, message, `${shown} after end`);
}

/** Something else than what was delivered is said to start or end: a school year, a study. */
function left(c: Cursor, { token }: Piece): Failure {
  const message = `\`${c.text.slice(token.start).slice(0, 30)}\` is no time that can be counted here: say how long after the start of the programme, its end, or birth.`;
  return fail("unreadable", { start: token.start, end: c.text.length }, message, c.example);
}

/** Why no length of time stands where one is expected. */
function unread(c: Cursor): Failure {
  const length = readFactor(c);
  if (isFailure(length)) return length;
  if (convertTime(length.value, length.unit, unit(["year", 1])) === undefined)
    return fail("wrong-form", length.span, "A length of time is expected: days, weeks, months or years.", c.example);
  if (length.value < 0)
    return fail("negative", length.span, "A time is counted forward from the start or the end.", c.example);
  const message = "It does not say what the time is counted from: the start of the programme, its end, or birth.";
  return fail("unreadable", faultSpan(c), message, c.example);
}

/** The tokens as words: hyphens and brackets between them only join. */
function wordsOf(c: Cursor): Words {
  const pieces = c.tokens.flatMap((token, nth): Piece[] => {
    if (token.kind === "end") return [];
    if (token.kind === "symbol" && joins(c, nth)) return [];
    const parts = token.kind === "word" ? token.text.replace(/'s?$/, "").split("-") : [token.text];
    return parts.map((text) => ({ text, token, nth }));
  });
  return { pieces, at: 0 };
}

/** A hyphen or dash between two words or a number and its word, a bracket about the origin. */
function joins({ tokens }: Cursor, nth: number): boolean {
  const [before, token, after] = [tokens[nth - 1], tokens[nth], tokens[nth + 1]];
  if (token === undefined || before === undefined) return false;
  if (token.text === "-" || token.text === "–") return !token.spaced && after?.kind === "word" && !after.spaced;
  const closed = tokens[tokens.length - 2]?.text === ")";
  return (token.text === "(" && closed && after?.kind === "word") || (token.text === ")" && nth === tokens.length - 2);
}
