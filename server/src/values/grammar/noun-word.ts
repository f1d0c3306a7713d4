import { NOT_NOUNS } from "../not-nouns.ts";
import { type Cursor, peek } from "./cursor.ts";

/** Whether the token can be part of a noun. */
export function isNounWord(c: Cursor, ahead = 0): boolean {
  const token = peek(c, ahead);
  return token.kind === "word" && !NOT_NOUNS.has(token.text);
}
