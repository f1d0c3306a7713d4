import type { ParsedFile, Place } from "../../syntax/types.ts";
import type { Fix } from "../types.ts";
import { said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const headNotFirst = schemaRule("head-not-first", {
  severity: "warning",
  page: {
    title: "Head key that is not first",
    what: "The key that says what a document is, and its id, does not stand first.",
    why: "People and tools tell what a document is from its first line; further down it is easily taken for something else.",
    fix: "Move the line to the top of its document.",
    example: {
      invalid: `title: A child enters care
outcome: child-enters-care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  relatedLabel: "stands before it",
  say(issue, { parsed }) {
    const { head, first } = issue.data;
    return {
      message: `"${head}" says what this document is, so it should stand first; ${said(first)} stands before it.`,
      help: `Move the "${head}" line to the top of the document.`,
      fixes: moveUp(parsed, issue.place, issue.related),
    };
  },
});

/** Takes the line of the head key away and writes it before the first key. */
function moveUp(parsed: ParsedFile, head: Place, first: Place | undefined): readonly Fix[] {
  if (first === undefined) return [];
  const { text } = head.chunk;
  const line = /^[^\r\n]*/.exec(text.slice(head.start))?.[0] ?? "";
  const ending = /^(?:\r\n|\r|\n)/.exec(text.slice(head.start + line.length))?.[0] ?? "";
  if (parsed.positionAt(parsed.spanOf(head).start).character !== 0 || ending === "") return [];
  return [
    {
      title: "Move the line to the top",
      certain: true,
      edits: [
        { at: { chunk: first.chunk, start: first.start, end: first.start }, text: line + parsed.eol },
        { at: { chunk: head.chunk, start: head.start, end: head.start + line.length + ending.length }, text: "" },
      ],
    },
  ];
}
