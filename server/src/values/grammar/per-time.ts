import { type Cursor, isSymbol, isWord, peek, take } from "./cursor.ts";
import { isNounWord } from "./noun-word.ts";

/** Short ways to write "each year", "each week": `£35k pa`, `2 hours weekly`, `£4,560 pw`. */
const PER_TIME: ReadonlyMap<string, string> = new Map([
  ["pa", "year"],
  ["yearly", "year"],
  ["annually", "year"],
  ["pcm", "month"],
  ["monthly", "month"],
  ["fortnightly", "fortnight"],
  ["pw", "week"],
  ["weekly", "week"],
  ["daily", "day"],
  ["ph", "hour"],
  ["hourly", "hour"],
]);

/** After `p.` or `p/`. */
const INITIALS: ReadonlyMap<string, string> = new Map([
  ["a", "year"],
  ["m", "month"],
  ["w", "week"],
  ["d", "day"],
  ["h", "hour"],
]);

/** The unit of time that is next as `pa`, `p.a.`, `weekly`, and how many tokens say so. A noun behind it makes it an adjective: `8 weekly sessions`. */
export function perTimeAhead(c: Cursor): { readonly base: string; readonly tokens: number } | undefined {
  const token = peek(c);
  if (token.kind !== "word") return undefined;
  const base = PER_TIME.get(token.text);
  if (base !== undefined) return isNounWord(c, 1) && perTimeFrom(c, 1) === undefined ? undefined : { base, tokens: 1 };
  return perTimeFrom(c, 0);
}

/** `p.a.`, `p/h`. */
function perTimeFrom(c: Cursor, from: number): { readonly base: string; readonly tokens: number } | undefined {
  if (!isWord(peek(c, from), "p") || !isSymbol(peek(c, from + 1), ".", "/")) return undefined;
  const last = peek(c, from + 2);
  const base = last.kind === "word" && !last.spaced ? INITIALS.get(last.text) : undefined;
  if (base === undefined) return undefined;
  const dotted = isSymbol(peek(c, from + 1), ".") && isSymbol(peek(c, from + 3), ".");
  return { base, tokens: dotted ? 4 : 3 };
}

/** Takes what `perTimeAhead` found. */
export function takePerTime(c: Cursor): string | undefined {
  const ahead = perTimeAhead(c);
  for (let i = ahead?.tokens ?? 0; i > 0; i--) take(c, "unit");
  return ahead?.base;
}
