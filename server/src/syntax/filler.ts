import { lineEnd } from "./build.ts";
import type { Content } from "./content.ts";
import type { Chunk, CommentNode, SyntaxIssue } from "./types.ts";

const DIRECTIVE = /^%.*/gm;
const AFTER_END = /^\.\.\.[ \t]+(?=[^\s#])/gm;

/** What a chunk without nodes holds: comments, document markers, and directives (which we do not follow). */
export function fillerContent(chunk: Chunk, comments: readonly CommentNode[]): Content {
  const issues: SyntaxIssue[] = [];
  for (const found of chunk.text.matchAll(DIRECTIVE)) {
    const detail = found[0].trimEnd();
    issues.push({ kind: "directive", chunk, start: found.index, end: found.index + detail.length, detail });
  }
  for (const found of chunk.text.matchAll(AFTER_END)) {
    const start = found.index + found[0].length;
    issues.push({
      kind: "yaml",
      chunk,
      start,
      end: lineEnd(chunk.text, start),
      detail: "text after the end of a document",
    });
  }
  return { entries: [], items: [], start: 0, end: 0, issues, comments };
}
