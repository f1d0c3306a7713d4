import { lineEnd } from "./build.ts";
import { badEscape, closingQuote } from "./judge-quoted.ts";
import { isBlankOrEnd } from "./shape.ts";
import { plainEnd, skipBlanks, type Verdict } from "./verdict.ts";

/** Follows the brackets of a flow collection to the end of the chunk. */
export function judgeFlow(text: string, from: number): Verdict | undefined {
  const open: number[] = [];
  // Whether the slot between two commas has its colon already, for each open bracket.
  const coloned: boolean[] = [];
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
      coloned.push(false);
      mayQuote = true;
    } else if (ch === "]" || ch === "}") {
      const last = open.pop() as number;
      coloned.pop();
      if ((text.charAt(last) === "[") !== (ch === "]"))
        return { ...unclosed(text, last), related: { start: at, end: at + 1 } };
      if (open.length === 0) return afterFlow(text, at + 1);
      mayQuote = false;
    } else if (ch === "," || (ch === ":" && isBlankOrEnd(text.charCodeAt(at + 1)))) {
      if (ch === ":" && coloned.at(-1))
        return { kind: "colon-in-plain", start: at, end: at + 1, detail: slotText(text, at) };
      coloned[coloned.length - 1] = ch === ":";
      mayQuote = true;
    } else if (!isBlankOrEnd(text.charCodeAt(at))) mayQuote = ch === ":";
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

/** The value around a colon, up to the comma or bracket on either side. */
function slotText(text: string, colon: number): string {
  const before = /[^,:[\]{}\n]*$/.exec(text.slice(Math.max(0, colon - 200), colon));
  const after = /^[^,[\]{}\n]*/.exec(text.slice(colon, colon + 200));
  return `${before?.[0] ?? ""}${after?.[0] ?? ""}`.trim();
}
