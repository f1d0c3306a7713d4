/** Finds by sight what is wrong with one value, for the mistakes people make most; the parsers' own words are kept for the rest. */
import { lineEnd } from "./build.ts";
import { judgeFlow } from "./judge-flow.ts";
import { judgeQuoted } from "./judge-quoted.ts";
import { canStartPlain, isBlankOrEnd } from "./shape.ts";
import { keepLine, plainEnd, type Verdict } from "./verdict.ts";

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
