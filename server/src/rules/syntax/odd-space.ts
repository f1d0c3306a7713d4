import type { AnyNode, Chunk, ParsedFile, Place } from "../../syntax/types.ts";
import type { FileRule } from "../types.ts";

/** Spaces that look like one and are none to YAML: the non-breaking ones, and those without a width. */
const ODD = /[\u00a0\u2007\u200b\u202f\ufeff]/;
/** Where only a plain space tells what belongs to what: before a key or a hyphen, after a colon, behind a word or an id. */
const STRUCTURAL =
  /^(?<before> *[\u00a0\u2007\u200b\u202f\ufeff][ \u00a0\u2007\u200b\u202f\ufeff]*)(?=- |-$|[a-z_][\w-]*:(?:\s|$))|^ *(?:- +)?[a-z_][\w-]*:(?<after> *[\u00a0\u2007\u200b\u202f\ufeff][ \u00a0\u2007\u200b\u202f\ufeff]*)|^ *(?:- +)?[a-z_]+: [a-z][a-z0-9-]*(?<behind>[\u00a0\u2007\u200b\u202f\ufeff]+)$/gmu;

export const oddSpace: FileRule = {
  code: "syntax/odd-space",
  severity: "error",
  scope: "file",
  page: {
    title: "Space that is none",
    what: "A non-breaking space, or a sign without a width, stands where YAML counts plain spaces: before a key, after a colon, or behind a word.",
    why: "It looks right and is read as text, so the line belongs to nothing and what it says is lost. It comes along when text is copied from a document or a web page.",
    fix: "Write a plain space in its place.",
    example: {
      invalid: "intervention: visits\nstatus:\u00a0running\n",
      valid: "intervention: visits\nstatus: running\n",
    },
  },
  check({ parsed, structure }, report) {
    if (!ODD.test(parsed.text)) return;
    const told = new Set<number>();
    // Behind a text it does no harm; behind a word or an id it makes another of it.
    const refused = parsed.documents.flatMap((document) => structure(document).map(({ place }) => place));
    const spoils = (at: Place): boolean =>
      refused.some(({ chunk, start, end }) => chunk === at.chunk && start < at.start && end >= at.start);
    for (const chunk of chunksOf(parsed))
      for (const match of chunk.text.matchAll(STRUCTURAL)) {
        const { before, after, behind } = match.groups ?? {};
        const odd = before ?? after ?? behind ?? "";
        const from = match.index + (before === undefined ? match[0].length - odd.length : 0);
        const at = { chunk, start: from, end: from + odd.length };
        const { start } = parsed.spanOf(at);
        if (told.has(start) || isProse(parsed, start + odd.length) || (behind !== undefined && !spoils(at))) continue;
        told.add(start);
        const text = behind !== undefined ? "" : before === undefined ? " " : " ".repeat(odd.length);
        report({
          at,
          message:
            "A non-breaking space, or a sign that cannot be seen, stands here in place of a plain space, so the line is not read as it looks.",
          help: "Write a plain space. Such spaces come along when text is copied from a document or a web page.",
          label: "no plain space",
          fixes: [{ title: "Write a plain space", certain: true, edits: [{ at, text }] }],
        });
      }
  },
};

/** Whether a place stands on a line that is not read as it looks: what else is found there is not what the author wrote. */
export function isOnOddLine({ chunk, start }: Place): boolean {
  const from = chunk.text.lastIndexOf("\n", start - 1) + 1;
  const end = chunk.text.indexOf("\n", start);
  const line = chunk.text.slice(from, end === -1 ? undefined : end).replace(/\r$/, "");
  return ODD.test(line) && line.search(STRUCTURAL) !== -1;
}

/** Inside a text of several lines every sign is text. */
function isProse(parsed: ParsedFile, offset: number): boolean {
  const last = parsed.pathAt(offset)?.nodes.at(-1);
  return last?.kind === "scalar" && (last.style === "literal" || last.style === "folded");
}

function chunksOf(parsed: ParsedFile): ReadonlySet<Chunk> {
  const found = new Set<Chunk>(parsed.issues.map(({ chunk }) => chunk));
  const visit = (node: AnyNode): void => {
    found.add(node.chunk);
    if (node.kind === "entry") visit(node.value);
    else if (node.kind === "mapping") node.entries.forEach(visit);
    else if (node.kind === "sequence") node.items.forEach(visit);
  };
  for (const { root } of parsed.documents) if (root !== undefined) visit(root);
  return found;
}
