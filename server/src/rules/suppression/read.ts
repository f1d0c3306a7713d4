import type { CommentNode, ParsedFile, Place, Span } from "../../syntax/types.ts";
import { type CalendarDate, read } from "../../values/index.ts";
import { isSuppressible } from "./matches.ts";

export type SuppressionScope = "line" | "next-line" | "range" | "file";

/** One `# wellspent-disable…` comment. */
export interface Suppression {
  readonly scope: SuppressionScope;
  /** The comment. */
  readonly at: Place;
  /** True when the comment stands alone on its line. */
  readonly ownLine: boolean;
  /** Codes, or groups written `units/*`, each with its place in the comment. */
  readonly codes: readonly { readonly pattern: string; readonly at: Place }[];
  readonly reason: string | undefined;
  readonly until: { readonly text: string; readonly date: CalendarDate | undefined; readonly at: Place } | undefined;
  /** Findings whose primary range starts in here are kept from view. Offsets in the file. */
  readonly covers: Span;
  /** False for a range that no `wellspent-enable` ends. */
  readonly closed: boolean;
}

/** A comment that begins with `wellspent-` and is no suppression: a `wellspent-enable` that ends nothing, or an unknown word. */
export interface StrayDirective {
  readonly at: Place;
  readonly word: string;
  readonly why: "unknown" | "ends-nothing";
}

export interface Directives {
  readonly suppressions: readonly Suppression[];
  readonly stray: readonly StrayDirective[];
}

const scopes: Readonly<Record<string, SuppressionScope>> = {
  "wellspent-disable-line": "line",
  "wellspent-disable-next-line": "next-line",
  "wellspent-disable": "range",
  "wellspent-disable-file": "file",
};

/** The words that a comment may begin with. */
export const directiveWords: readonly string[] = [...Object.keys(scopes), "wellspent-enable"];

/** Suppressions of a file, in order, from its comments: a `#` inside a value is none. */
export function readSuppressions(parsed: ParsedFile): readonly Suppression[] {
  return readDirectives(parsed).suppressions;
}

/** Suppressions, and comments that look like one and do nothing. */
export function readDirectives(parsed: ParsedFile): Directives {
  const found: Suppression[] = [];
  const stray: StrayDirective[] = [];
  const open: number[] = [];
  for (const comment of parsed.comments) {
    const head = /^#+\s*(wellspent-[\w-]*)/i.exec(comment.text);
    const word = head?.[1];
    if (head === null || word === undefined) continue;
    const at: Place = { chunk: comment.chunk, start: comment.start, end: comment.end };
    const scope = scopes[word];
    if (scope !== undefined) {
      if (scope === "range") open.push(found.length);
      found.push(suppressionOf(parsed, comment, scope, head[0].length));
    } else if (word === "wellspent-enable") {
      const closing = listed(comment, head[0].length).codes.map((code) => code.pattern);
      const nth = open.findLastIndex((index) => ends(found[index], closing));
      if (nth === -1) stray.push({ at, word, why: "ends-nothing" });
      for (const index of nth === -1 ? [] : open.splice(nth, 1)) {
        const begun = found[index] as Suppression;
        found[index] = { ...begun, covers: { start: begun.covers.start, end: parsed.spanOf(at).start }, closed: true };
      }
    } else stray.push({ at, word, why: "unknown" });
  }
  return { suppressions: found, stray };
}

const ends = (begun: Suppression | undefined, closing: readonly string[]): boolean =>
  closing.length === 0 || begun?.codes.some((code) => closing.includes(code.pattern)) === true;

function suppressionOf(
  parsed: ParsedFile,
  comment: CommentNode,
  scope: SuppressionScope,
  headLength: number,
): Suppression {
  const at = { chunk: comment.chunk, start: comment.start, end: comment.end };
  return {
    scope,
    at,
    ownLine: comment.ownLine,
    ...listed(comment, headLength),
    covers: covered(parsed, parsed.spanOf(at), scope),
    closed: scope !== "range",
  };
}

type Listed = Pick<Suppression, "codes" | "reason" | "until">;

/** `code, code until 2027-03-31 -- reason`; the date may also close the reason. */
function listed(comment: CommentNode, from: number): Listed {
  const place = (start: number, length: number): Place => ({
    chunk: comment.chunk,
    start: comment.start + start,
    end: comment.start + start + length,
  });
  const rest = comment.text.slice(from);
  const dashes = /\s--+(?:\s|$)/.exec(rest);
  const list = dashes === null ? rest : rest.slice(0, dashes.index);
  const reason = dashes === null ? "" : rest.slice(dashes.index + dashes[0].length).trim();
  const inList = /\buntil\s+(\S+)\s*$/.exec(list);
  const inReason = inList === null ? /\buntil\s+(\d{4}-\d{2}-\d{2})\s*$/.exec(rest) : null;
  const dated = inList ?? inReason;
  const text = dated?.[1];
  const codeText = inList === null ? list : list.slice(0, inList.index);
  return {
    codes: [...codeText.matchAll(/[^\s,]+/g)].map((match) => ({
      pattern: match[0],
      at: place(from + match.index, match[0].length),
    })),
    reason: reason === "" ? undefined : reason,
    until:
      dated === null || text === undefined
        ? undefined
        : { text, date: dateOf(text), at: place(from + dated.index + dated[0].indexOf(text), text.length) },
  };
}

function dateOf(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const reading = read("date", text);
  return reading.ok && reading.value.day !== undefined ? reading.value : undefined;
}

function covered(parsed: ParsedFile, comment: Span, scope: SuppressionScope): Span {
  const { text } = parsed;
  if (scope === "file") return { start: 0, end: text.length + 1 };
  if (scope === "range") return { start: comment.start, end: text.length + 1 };
  const own = parsed.positionAt(comment.start).line;
  if (scope === "line") return lineSpan(parsed, own);
  for (let line = own + 1; ; line += 1) {
    const span = lineSpan(parsed, line);
    if (span.start >= text.length) return { start: text.length, end: text.length + 1 };
    if (!/^\s*(#|$)/.test(text.slice(span.start, span.end).trimEnd())) return span;
  }
}

/** From the first character of a line up to that of the next. */
function lineSpan(parsed: ParsedFile, line: number): Span {
  const start = parsed.offsetAt({ line, character: 0 });
  const next = parsed.offsetAt({ line: line + 1, character: 0 });
  return { start, end: next > start ? next : parsed.text.length + 1 };
}

/** Why a suppression does nothing; undefined when it holds on that day. */
export function voidReason(
  suppression: Suppression,
  asOf: CalendarDate,
): "no-code" | "no-reason" | "bad-date" | "expired" | undefined {
  if (!suppression.codes.some((code) => isSuppressible(code.pattern))) return "no-code";
  if (suppression.reason === undefined) return "no-reason";
  if (suppression.until === undefined) return undefined;
  const { date } = suppression.until;
  if (date === undefined) return "bad-date";
  return isAfter(asOf, date) ? "expired" : undefined;
}

/** It holds through the day written. */
function isAfter(today: CalendarDate, last: CalendarDate): boolean {
  const order = (date: CalendarDate): number => date.year * 10_000 + (date.month ?? 1) * 100 + (date.day ?? 1);
  return order(today) > order(last);
}
