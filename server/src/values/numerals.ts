import type { ValueProblem, Written } from "./types.ts";

/** A number as it stands in a text, before its sign and unit. */
export interface Numeral {
  readonly end: number;
  /** Digits and at most one point and exponent, as `Number` reads them. */
  readonly literal: string;
  readonly value: number;
  readonly written: Written;
  /** Set when the digits cannot be meant as they stand; `value` is then of no use. */
  readonly problem?: NumeralProblem;
}

export interface NumeralProblem {
  readonly reason: Extract<ValueProblem["reason"], "torn-number" | "not-finite" | "out-of-range">;
  /** The character at fault. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** The number as it would be read. */
  readonly example: string;
  /** True when nothing else can have been meant. */
  readonly certain: boolean;
}

const POINTS = ".·∙⋅‧";
const SPACES = "\u0020\u00a0\u2009\u202f\u2007\u2008";

/** Whether a character is 0 to 9. */
export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}

function digitsFrom(text: string, at: number): number {
  let end = at;
  while (isDigit(text[end])) end++;
  return end;
}

/** Whether a character is a decimal point, on the line or raised. */
export function isPoint(char: string | undefined): boolean {
  return char !== undefined && char !== "" && POINTS.includes(char);
}

function group(digits: string): string {
  let out = "";
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) out += ",";
    out += digits[i];
  }
  return out;
}

/** Whether exactly three digits stand at `at`. */
function threeDigits(text: string, at: number): boolean {
  return digitsFrom(text, at) - at === 3;
}

/** Digits of the whole part from `at`, thousands grouped by commas or by one kind of space. */
function whole(text: string, at: number): { end: number; digits: string } {
  let end = digitsFrom(text, at);
  let digits = text.slice(at, end);
  if (digits.length === 0 || digits.length > 3) return { end, digits };
  const mark = text[end];
  if (mark === undefined || digits[0] === "0" || (mark !== "," && !SPACES.includes(mark))) return { end, digits };
  const pieces = [digits];
  while (text[end] === mark && threeDigits(text, end + 1)) {
    pieces.push(text.slice(end + 1, end + 4));
    end += 4;
  }
  digits = pieces.join("");
  return { end, digits };
}

function isMark(char: string | undefined): boolean {
  return isPoint(char) || ",_'’".includes(char ?? " ");
}

/** The run of digits and marks that the author will have meant as one number. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text[end]) || (isMark(text[end]) && isDigit(text[end + 1]))) end++;
  return end;
}

function torn(text: string, start: number, at: number): NumeralProblem {
  const run = text.slice(start, runEnd(text, start));
  const underscores = /^\d+([_'’]\d+)+$/.test(run);
  const dots = /^\d{1,3}(\.\d{3}){2,}$/.test(run);
  const european = /^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(run);
  const digits = run.replace(/\D/g, "");
  const certain = underscores || dots || european;
  const decimals = european ? run.slice(run.lastIndexOf(",") + 1) : "";
  const lastComma = run.lastIndexOf(",");
  const decimalComma = /^(\d+|\d{1,3}(,\d{3})+),\d{1,2}$/.test(run) || /^0,\d+$/.test(run);
  const example = european
    ? `${group(digits.slice(0, digits.length - decimals.length))}.${decimals}`
    : decimalComma
      ? `${run.slice(0, lastComma)}.${run.slice(lastComma + 1)}`
      : group(digits.slice(0, 15));
  return {
    reason: "torn-number",
    at,
    length: 1,
    message: `The number \`${run.slice(0, 30)}\` is not grouped in a way that can be read: thousands are written \`1,200\` and decimals \`1.20\`.`,
    example,
    certain,
  };
}

function places(literal: string, shift: number): Written {
  const [mantissa = "", exponent = "0"] = literal.split("e");
  const [before = "", after = ""] = mantissa.split(".");
  const finest = shift + Number(exponent) - after.length;
  const digits = before + after;
  let zeros = 0;
  while (zeros < digits.length && digits[digits.length - 1 - zeros] === "0") zeros++;
  const lastNonZero = zeros === digits.length ? finest : finest + zeros;
  return { finest, lastNonZero, decimals: after.length > 0 };
}

/** The number of a literal times 10^shift, rounded once, and how finely it was written. */
export function shiftedBy(literal: string, shift: number): { value: number; written: Written } {
  const [mantissa = "", exponent = "0"] = literal.split("e");
  return { value: Number(`${mantissa}e${Number(exponent) + shift}`), written: places(literal, shift) };
}

/** Reads the number that begins at `start` (a digit, or a point before a digit). Time linear in its length. */
export function readNumeral(text: string, start: number): Numeral {
  const { end: wholeEnd, digits } = whole(text, start);
  let end = wholeEnd;
  let literal = digits === "" ? "0" : digits;
  let problem: NumeralProblem | undefined;
  if (isPoint(text[end]) && isDigit(text[end + 1])) {
    const from = end + 1;
    end = digitsFrom(text, from);
    literal += `.${text.slice(from, end)}`;
    if ((isPoint(text[end]) || text[end] === "_") && isDigit(text[end + 1])) problem = torn(text, start, end);
    else if (text[end] === "," && /^\d{1,3}\.\d{3}$/.test(text.slice(start, end)) && isDigit(text[end + 1])) {
      problem = torn(text, start, end);
    }
  } else if (",_'’".includes(text[end] ?? " ") && isDigit(text[end + 1])) problem = torn(text, start, end);
  if (problem !== undefined) {
    return { end: runEnd(text, start), literal, value: 0, written: places("0", 0), problem };
  }
  const exponentEnd = exponentFrom(text, end);
  if (exponentEnd > end) {
    literal += `e${text.slice(end + 1, exponentEnd)}`;
    end = exponentEnd;
  }
  const { value, written } = shiftedBy(literal, 0);
  if (!Number.isFinite(value)) return { end, literal, value, written, problem: tooLarge(start, end) };
  if (value === 0 && /[1-9]/.test(literal.split("e")[0] ?? "")) {
    return { end, literal, value, written, problem: tooSmall(start, end) };
  }
  return { end, literal, value, written };
}

function exponentFrom(text: string, at: number): number {
  if (text[at] !== "e" && text[at] !== "E") return at;
  const from = text[at + 1] === "+" || text[at + 1] === "-" ? at + 2 : at + 1;
  const end = digitsFrom(text, from);
  return end > from ? end : at;
}

function tooLarge(at: number, end: number): NumeralProblem {
  const message = "This number is too large to work with.";
  return { reason: "not-finite", at, length: end - at, message, example: "1,200", certain: false };
}

function tooSmall(at: number, end: number): NumeralProblem {
  const message = "This number is too small to tell from zero.";
  return { reason: "out-of-range", at, length: end - at, message, example: "0.001", certain: false };
}

/** The problem of `NaN`, `.inf` and their like. */
export function notANumber(at: number, length: number): NumeralProblem {
  const message = "This is not a number that can be worked with; a figure nobody knows is written `unknown`.";
  return { reason: "not-finite", at, length, message, example: "1,200", certain: false };
}
