/** Makes the best of one broken chunk: one issue that names the cause, and whatever nodes can be kept. */
import { lineEnd, makeEmpty, makeEntry, makeScalar, NO_PROPERTIES } from "./build.ts";
import { commentsOf } from "./comments.ts";
import { type Broken, type Content, contentOf, controlCharacters, plainBreaks } from "./content.ts";
import { type FullParse, parseFull } from "./full.ts";
import { type Opening, openingOf, verdictOf } from "./opening.ts";
import { kindOf, kindOfReason } from "./parser-words.ts";
import type { Form } from "./split.ts";
import type { Chunk, EntryNode, SyntaxIssue, SyntaxIssueKind, SyntaxNode } from "./types.ts";
import { type Kept, plainEnd, type Verdict } from "./verdict.ts";

export function diagnose(chunk: Chunk, form: Form, broken: Broken): Content {
  const text = plainBreaks(chunk.text);
  const opening = openingOf(text, form);
  if (broken.tooDeep)
    return keptContent(chunk, form, opening, undefined, [issueAt(chunk, "too-deep", broken.refusal.at, 1)]);
  const tab = tabIndent(chunk, text, form);
  if (tab !== undefined) return tab.content ?? keptContent(chunk, form, opening, undefined, [tab.issue]);
  const verdict = verdictOf(text, form, opening);
  if (verdict !== undefined) {
    const issues = [issueOf(chunk, verdict)];
    const recovered = verdict.keep === undefined ? recoveredContent(chunk, form, broken.full, issues) : undefined;
    return recovered ?? keptContent(chunk, form, opening, verdict.keep, issues);
  }
  const issues = [issueOfParser(chunk, broken)];
  return recoveredContent(chunk, form, broken.full, issues) ?? keptContent(chunk, form, opening, undefined, issues);
}

function issueOf(chunk: Chunk, { kind, start, end, detail, related }: Verdict): SyntaxIssue {
  const issue: SyntaxIssue = { kind, chunk, start, end };
  return {
    ...issue,
    ...(detail === undefined ? undefined : { detail }),
    ...(related === undefined ? undefined : { related: { chunk, ...related } }),
  };
}

/** An issue clipped to its line, and moved back to the last sign when it would point at nothing. */
function issueAt(chunk: Chunk, kind: SyntaxIssueKind, from: number, length: number, detail?: string): SyntaxIssue {
  const { text } = chunk;
  let start = Math.max(0, Math.min(from, text.length));
  if (start === lineEnd(text, start)) {
    while (start > 0 && /\s/.test(text.charAt(start - 1))) start -= 1;
    start = Math.max(0, start - 1);
  }
  const end = Math.max(start, Math.min(start + Math.max(1, length), lineEnd(text, start)));
  return detail === undefined ? { kind, chunk, start, end } : { kind, chunk, start, end, detail };
}

/** The nodes the careful parser recovered, where they have the form that the chunk must have. */
function recoveredContent(
  chunk: Chunk,
  form: Form,
  full: FullParse | undefined,
  issues: readonly SyntaxIssue[],
): Content | undefined {
  return full === undefined ? undefined : contentOf(chunk, form, full.root, issues);
}

/** At least the key, with the value that was kept or none. */
function keptContent(
  chunk: Chunk,
  form: Form,
  { dash, key, colon, value }: Opening,
  kept: Kept | undefined,
  issues: readonly SyntaxIssue[],
): Content {
  const node = kept === undefined ? makeEmpty(chunk, value, NO_PROPERTIES) : keptScalar(chunk, kept);
  const entry =
    colon === -1 && form !== "entry" && form !== "dash-entry" ? undefined : keptEntry(chunk, key, colon, node);
  const roots = entry === undefined ? [node] : [entry];
  const comments = commentsOf(chunk, roots);
  const entries = entry !== undefined && (form === "entry" || form === "dash-entry") ? [entry] : [];
  const items: SyntaxNode[] = [];
  if (form === "item" || form === "whole") {
    if (entry === undefined) items.push(node);
    else
      items.push({
        kind: "mapping",
        chunk,
        start: entry.start,
        end: entry.end,
        hasAlias: false,
        hasFlow: node.hasFlow,
        flow: false,
        entries: [entry],
      });
  }
  const start = form === "item" ? dash : key;
  return { entries, items, start, end: Math.max(start, roots[0]?.end ?? start), issues, comments };
}

function keptScalar(chunk: Chunk, { start, end, style, text }: Kept): SyntaxNode {
  return makeScalar(
    chunk,
    start,
    end,
    style,
    text,
    style === "plain" || !chunk.text.slice(start, end).includes("\\"),
    NO_PROPERTIES,
  );
}

function keptEntry(chunk: Chunk, key: number, colon: number, value: SyntaxNode): EntryNode {
  const { text } = chunk;
  const end = colon === -1 ? plainEnd(text, key) : plainEnd(text.slice(0, colon), key);
  const quoted = /^["']/.test(text.charAt(key)) && end - key > 1;
  const keyText = quoted ? text.slice(key + 1, end - 1) : text.slice(key, end);
  const style = quoted ? (text.charAt(key) === '"' ? "double" : "single") : "plain";
  const node = makeScalar(chunk, key, end, style, keyText, true, NO_PROPERTIES);
  const kept = colon === -1 ? makeEmpty(chunk, end, NO_PROPERTIES) : value;
  return makeEntry(chunk, node, kept, Math.max(kept.end, end));
}

const LEADING_TAB = /^[ ]*\t[ \t]*(?=[^\s#])/gm;

/** A tab in the indentation of some line; the content is read as if each tab were a space, where that makes sense of it. */
function tabIndent(
  chunk: Chunk,
  text: string,
  form: Form,
): { issue: SyntaxIssue; content: Content | undefined } | undefined {
  LEADING_TAB.lastIndex = 0;
  const found = LEADING_TAB.exec(text);
  if (found === null) return undefined;
  const tab = text.indexOf("\t", found.index);
  const issue = issueAt(chunk, "tab-indent", tab, found.index + found[0].length - tab);
  const spaced = text.replace(LEADING_TAB, (blanks) => " ".repeat(blanks.length));
  // Where the tabs leave no sense, the lines before the first one still have theirs.
  const content =
    cleanContent(chunk, form, spaced, issue) ?? cleanContent(chunk, form, text.slice(0, found.index), issue);
  return { issue, content };
}

function cleanContent(chunk: Chunk, form: Form, input: string, issue: SyntaxIssue): Content | undefined {
  let full: FullParse;
  try {
    full = parseFull(chunk, input);
  } catch {
    return undefined;
  }
  return full.errors.length === 0 ? recoveredContent(chunk, form, full, [issue]) : undefined;
}

function issueOfParser(chunk: Chunk, { full, refusal }: Broken): SyntaxIssue {
  const error = full?.errors[0];
  if (error !== undefined) {
    const [kind, detail] = kindOf(error);
    return issueAt(chunk, kind, error.start, error.end - error.start, detail);
  }
  const [kind, detail] = kindOfReason(refusal.reason);
  return controlCharacters(chunk)[0] ?? issueAt(chunk, kind, refusal.at, 1, detail);
}
