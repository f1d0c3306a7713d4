import { type Kept, keepLine, plainEnd, skipBlanks, type Verdict } from "./verdict.ts";

/** Judges the quoted value that begins at `at`. */
export function judgeQuoted(text: string, at: number): Verdict | undefined {
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

/** The offset of the quote that closes the one at `at`, on any line; -1 when none does. */
export function closingQuote(text: string, at: number): number {
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

/** The first escape between two double quotes that YAML does not know. */
export function badEscape(text: string, open: number, close: number): Verdict | undefined {
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
