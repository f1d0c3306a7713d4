import type { Place } from "../../syntax/types.ts";
import type { Fix } from "../types.ts";

/** A text as a YAML scalar in double quotation marks. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\t/g, "\\t")}"`;
}

/** A fix that puts quotation marks around a value on one line. */
export function quoteFix(at: Place, certain: boolean): Fix {
  return {
    title: "Put the value in quotation marks",
    certain,
    edits: [{ at, text: quoted(at.chunk.text.slice(at.start, at.end)) }],
  };
}

/** From an offset to the end of what a value may be on its line: before the line break, a comment, and the spaces that lead to them. */
export function restOfLine(place: Place, from: number): Place {
  const { text } = place.chunk;
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? "";
  const comment = /[ \t]#/.exec(line)?.index ?? line.length;
  return { chunk: place.chunk, start: from, end: from + line.slice(0, comment).trimEnd().length };
}
