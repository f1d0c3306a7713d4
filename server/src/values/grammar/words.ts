import type { Word } from "../types.ts";
import { atEnd, type Cursor, peek, takeWords } from "./cursor.ts";

const SPELLINGS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["unknown", [["unknown"], ["not", "known"]]],
  ["none", [["none"]]],
  ["no difference", [["no", "difference"], ["no-difference"]]],
  ["not measured", [["not", "measured"], ["not-measured"]]],
]);

/** The value as one of these words, when that is all there is. */
export function readWord(c: Cursor, allowed: readonly string[]): Word | undefined {
  const from = c.at;
  for (const word of allowed) {
    for (const words of SPELLINGS.get(word) ?? []) {
      if (takeWords(c, words, "word") && atEnd(c)) return { kind: "word", word };
      while (c.at > from) {
        c.at--;
        c.marks.pop();
      }
    }
  }
  return undefined;
}

/** The first word of the value, for messages. */
export function firstWord(c: Cursor): string | undefined {
  const token = peek(c);
  return token.kind === "word" ? token.text : undefined;
}
