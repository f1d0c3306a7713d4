import { stepInto } from "../schema/lookup.ts";
import type { KeyPlace, ValuePlace } from "./completion-place-types.ts";
import type { ValueBase } from "./completion-value-place.ts";

/** A key and its value as they stand between two commas; without a colon the key alone. */
const part = /^\s*([^\s:]*)\s*(?::(?:\s+(.*))?)?$/;

/**
 * What is asked for inside `{…}` on one line: a key, or the value of one. Undefined outside such braces, and inside brackets, quotes or
 * further braces, which are left to the author.
 */
export function flowPlace(
  base: ValueBase,
  line: string,
  from: number,
  cursor: number,
  lineStart: number,
): KeyPlace | ValuePlace | undefined {
  const before = /^\s*\{([^{}[\]"'#]*)$/.exec(line.slice(from, cursor))?.[1];
  if (before === undefined || base.shape === undefined) return undefined;
  const rest = /^[^{}[\]"'#]*/.exec(line.slice(cursor))?.[0] ?? "";
  const parts = before.split(",");
  const written = parts.pop() ?? "";
  const [following = "", ...later] = rest.split(",");
  const siblings = new Map([...parts, ...later].flatMap(keyOf));
  const colon = written.indexOf(":");
  const common = { kind: base.kind, eol: base.eol, siblings, column: base.column };
  if (colon < 0) {
    const typed = written.trimStart();
    const word = /^[\w/.-]*/.exec(following)?.[0].length ?? 0;
    if (/\s/.test(typed)) return undefined;
    return {
      ...common,
      form: "key",
      path: base.path,
      shape: base.shape,
      lead: written === "" && parts.length > 0 ? " " : "",
      typed,
      replace: { start: lineStart + cursor - typed.length, end: lineStart + cursor + word },
      named: /^[\w/.-]*\s*:/.test(following),
      holds: undefined,
      first: false,
      inline: true,
    };
  }
  const key = written.slice(0, colon).trim();
  const value = written.slice(colon + 1);
  const shape = stepInto(base.shape, key);
  if (shape === undefined) return undefined;
  const typed = value.trimStart();
  const start = lineStart + cursor - typed.length;
  const end = lineStart + cursor + following.trimEnd().length;
  return {
    ...common,
    form: "value",
    path: [...base.path, key],
    shape,
    lead: value === "" ? " " : "",
    typed,
    replace: { start, end },
    word: { start: lineStart + cursor, end: lineStart + cursor + (/^[^\s,}]*/.exec(following)?.[0].length ?? 0) },
    others: [],
    flow: true,
    gap: 0,
  };
}

function keyOf(text: string): readonly (readonly [key: string, value: string])[] {
  const [, key = "", value = ""] = part.exec(text) ?? [];
  return key === "" ? [] : [[key, value.trim()]];
}
