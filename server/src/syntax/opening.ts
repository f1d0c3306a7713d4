/** The first line of a chunk that did not parse: what stands where, and what is seen to be wrong. */
import { judgeValue } from "./judge.ts";
import { closingQuote } from "./judge-quoted.ts";
import { canStartPlain, isDash, keyColon } from "./shape.ts";
import type { Form } from "./split.ts";
import { keepLine, plainEnd, skipBlanks, type Verdict } from "./verdict.ts";

/** Where the parts of the first line stand: the dash of an item, the key, its colon, the value. -1 for what is not there. */
export interface Opening {
  readonly dash: number;
  readonly key: number;
  readonly colon: number;
  readonly value: number;
}

export function openingOf(text: string, form: Form): Opening {
  let at = skipToContent(text);
  let dash = -1;
  if (form === "item" || form === "dash-entry") {
    dash = at;
    while (isDash(text, at)) at = skipBlanks(text, at + 1);
  }
  let colon = keyColon(text, at);
  // `"title: x`: the quote that opens a key is the slip, and the key stands behind it.
  if (colon === -1 && (form === "entry" || form === "dash-entry") && isLoneQuote(text, at))
    colon = keyColon(text, ++at);
  return { dash, key: at, colon, value: colon === -1 ? at : skipBlanks(text, colon + 1) };
}

/** The first sign that is neither space nor comment. */
function skipToContent(text: string): number {
  const found = /^(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*[ \t]*/.exec(text);
  return found === null ? 0 : found[0].length;
}

export function verdictOf(text: string, form: Form, { key, colon, value }: Opening): Verdict | undefined {
  if (colon === -1 && (form === "entry" || form === "dash-entry") && canStartPlain(text, key)) {
    const stop = plainEnd(text, key);
    return { kind: "missing-colon", start: key, end: stop, detail: text.slice(key, stop) };
  }
  const end = plainEnd(text, value);
  if (colon !== -1 && isDash(text, value))
    return { kind: "bad-indent", start: value, end: value + 1, detail: "-", keep: keepLine(text, value, end) };
  if (key > 0 && colon !== -1 && isLoneQuote(text, key - 1)) {
    const quote = text.charAt(key - 1);
    return { kind: "unclosed-quote", start: key - 1, end, detail: quote, keep: keepLine(text, value, end) };
  }
  return judgeValue(text, value);
}

function isLoneQuote(text: string, at: number): boolean {
  const ch = text.charCodeAt(at);
  return (ch === 34 || ch === 39) && closingQuote(text, at) === -1;
}

const SURE: ReadonlySet<string> = new Set(["colon-in-plain", "bad-start", "unclosed-quote"]);

/** True for one line whose fault is plain to see and whose value can be kept, so that the careful parser need not be asked. */
export function isPlainlyBroken(text: string, form: Form): boolean {
  if (form !== "entry" && form !== "dash-entry" && form !== "item") return false;
  if (text.indexOf("\n") < text.trimEnd().length && text.includes("\n")) return false;
  const opening = openingOf(text, form);
  if (opening.colon === -1 || text.charAt(opening.value) === "*") return false;
  const verdict = verdictOf(text, form, opening);
  return verdict?.keep !== undefined && SURE.has(verdict.kind);
}
