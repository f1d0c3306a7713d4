/** Finds by sight what is wrong with one value, for the mistakes people make most; the parsers' own words are kept for the rest. */
import { lineEnd } from "./build.ts";
import { canStartPlain, isBlank, isBlankOrEnd } from "./shape.ts";
import type { ScalarStyle, SyntaxIssueKind } from "./types.ts";

/** What is wrong, at offsets in the chunk, and the value that can be kept all the same. */
export interface Verdict {
  readonly kind: SyntaxIssueKind;
  readonly start: number;
  readonly end: number;
  readonly detail?: string;
  readonly related?: { readonly start: number; readonly end: number };
  readonly keep?: Kept;
}

/** A scalar read from one line of a broken value. */
export interface Kept {
  readonly style: ScalarStyle;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BLOCK_HEADER = /^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/;
const ALIAS = /^\*[^\s,[\]{}]+[ \t]*(?:#.*)?$/;

/** Judges the value that begins at `at`. Undefined when nothing is seen to be wrong with it. */
export function judgeValue(text: string, at: number): Verdict | undefined {
  const end = plainEnd(text, at);
  if (end <= at) return undefined;
  const rest = text.slice(at, lineEnd(text, at));
  switch (text.charAt(at)) {
    case '"':
    case "'":
      return judgeQuoted(text, at);
    case "[":
    case "{":
      return judgeFlow(text, at);
    case "|":
    case ">":
      return BLOCK_HEADER.test(rest) ? undefined : badStart(text, at, end);
    case "*":
      return ALIAS.test(rest) ? undefined : badStart(text, at, end);
    case "&":
      return isBlankOrEnd(text.charCodeAt(at + 1)) ? badStart(text, at, end) : undefined;
    case "%":
    case "@":
    case "`":
      return badStart(text, at, end);
    default:
      return canStartPlain(text, at) ? judgePlain(text, at, end) : undefined;
  }
}

/** The end of a plain value on its line: before a comment and the space that leads to it. */
export function plainEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const ch = text.charCodeAt(at);
    if (ch === 10 || ch === 13 || (ch === 35 && at > from && isBlank(text.charCodeAt(at - 1)))) break;
    if (!isBlank(ch)) end = at + 1;
  }
  return end;
}

function keepLine(text: string, start: number, end: number): Kept {
  return { style: "plain", start, end, text: text.slice(start, end) };
}

function badStart(text: string, at: number, end: number): Verdict {
  return { kind: "bad-start", start: at, end: at + 1, detail: text.charAt(at), keep: keepLine(text, at, end) };
}

function judgePlain(text: string, at: number, end: number): Verdict | undefined {
  for (let next = at; next < end; next++) {
    if (text.charCodeAt(next) !== 58 || !isBlankOrEnd(text.charCodeAt(next + 1))) continue;
    return {
      kind: "colon-in-plain",
      start: next,
      end: next + 1,
      detail: text.slice(at, end),
      keep: keepLine(text, at, end),
    };
  }
  return undefined;
}

function judgeQuoted(text: string, at: number): Verdict | undefined {
  const quote = text.charAt(at);
  const close = closingQuote(text, at);
  if (close === -1) {
    const end = plainEnd(text, at);
    const style = quote === '"' ? "double" : "single";
    return {
      kind: "unclosed-quote",
      start: at,
      end,
      detail: quote,
      keep: { style, start: at, end, text: text.slice(at + 1, end) },
    };
  }
  const wrong = quote === '"' ? badEscape(text, at, close) : undefined;
  if (wrong !== undefined) return wrong;
  const end = plainEnd(text, close + 1);
  const extra = skipBlanks(text, close + 1);
  if (extra >= end) return undefined;
  const keep = text.slice(at, close).includes("\n") ? undefined : keepLine(text, at, end);
  const verdict: Verdict = { kind: "yaml", start: extra, end, detail: "text after the closing quote" };
  return keep === undefined ? verdict : { ...verdict, keep };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The offset of the quote that closes the one at `at`, on any line; -1 when none does. */
function closingQuote(text: string, at: number): number {
  const quote = text.charAt(at);
  let next = at + 1;
  while (next < text.length) {
    const ch = text.charAt(next);
    if (ch === "\\" && quote === '"') next += 1;
    else if (ch === quote) {
      if (quote === '"' || text.charAt(next + 1) !== "'") return next;
      next += 1;
    }
    next += 1;
  }
  return -1;
}

const ESCAPE =
  /\\(?:[0abt\tnvfre "/\\N_LP\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U(?:000[0-9a-fA-F]|0010)[0-9a-fA-F]{4})/y;

function badEscape(text: string, open: number, close: number): Verdict | undefined {
  let at = text.indexOf("\\", open);
  while (at !== -1 && at < close) {
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) {
      const inside = text.slice(open + 1, close);
      const keep: Kept = { style: "double", start: open, end: close + 1, text: inside };
      const verdict: Verdict = {
        kind: "bad-escape",
        start: at,
        end: Math.min(at + 2, close),
        detail: text.slice(at, at + 2),
      };
      return /[\r\n]/.test(inside) ? verdict : { ...verdict, keep };
    }
    at = text.indexOf("\\", ESCAPE.lastIndex);
  }
  return undefined;
}

/** Follows the brackets of a flow collection to the end of the chunk. */
function judgeFlow(text: string, from: number): Verdict | undefined {
  const open: number[] = [];
  let mayQuote = true;
  for (let at = from; at < text.length; at++) {
    const ch = text.charAt(at);
    if (ch === "#" && isBlankOrEnd(text.charCodeAt(at - 1))) {
      at = lineEnd(text, at) - 1;
    } else if (mayQuote && (ch === '"' || ch === "'")) {
      const close = closingQuote(text, at);
      if (close === -1) return { kind: "unclosed-quote", start: at, end: plainEnd(text, at), detail: ch };
      const wrong = ch === '"' ? badEscape(text, at, close) : undefined;
      if (wrong !== undefined)
        return {
          kind: wrong.kind,
          start: wrong.start,
          end: wrong.end,
          detail: text.slice(wrong.start, wrong.end),
        };
      at = close;
      mayQuote = false;
    } else if (ch === "[" || ch === "{") {
      open.push(at);
      mayQuote = true;
    } else if (ch === "]" || ch === "}") {
      const last = open.pop() as number;
      if ((text.charAt(last) === "[") !== (ch === "]"))
        return { ...unclosed(text, last), related: { start: at, end: at + 1 } };
      if (open.length === 0) return afterFlow(text, at + 1);
      mayQuote = false;
    } else if (!isBlankOrEnd(text.charCodeAt(at))) mayQuote = ch === "," || ch === ":";
  }
  const last = open.at(-1);
  return last === undefined ? undefined : unclosed(text, last);
}

function unclosed(text: string, at: number): Verdict {
  return { kind: "unclosed-bracket", start: at, end: at + 1, detail: text.charAt(at) };
}

function afterFlow(text: string, from: number): Verdict | undefined {
  const start = skipBlanks(text, from);
  const end = plainEnd(text, from);
  if (start >= end) return undefined;
  return { kind: "yaml", start, end, detail: "text after the closing bracket" };
}
