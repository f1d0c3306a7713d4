/** Pairs the parts of a text with the pieces of an earlier parse whose text still stands. */
import type { Lines } from "./indentation.ts";
import { type Piece, standsAt, textOf } from "./pieces.ts";
import type { Part } from "./split.ts";

/** What an earlier text and this one have in common at either end, so that what lies there need not be compared again. */
export interface Shared {
  /** Offset up to which both are the same. */
  readonly front: number;
  /** Offset from which this text is the end of the earlier one. */
  readonly back: number;
  /** How much longer this text is than the earlier one. */
  readonly shift: number;
}

/** A piece of the earlier text, and where it stood there. */
export interface Origin {
  readonly piece: Piece;
  readonly at: number;
}

export interface Pairing {
  /** For each part: the piece that stands unchanged. */
  readonly kept: readonly (Piece | undefined)[];
  /** For each part that has changed: the piece it most likely grew from, whose own parts may be kept in turn. */
  readonly origin: readonly (Origin | undefined)[];
}

/** From the front, from the back, then by text in order. A piece is used once, so equal texts stay distinct. `at`: where the first piece stood. */
export function pairParts(
  lines: Lines,
  parts: readonly Part[],
  pieces: readonly Piece[],
  at: number,
  shared: Shared | undefined,
): Pairing {
  const kept: (Piece | undefined)[] = new Array(parts.length).fill(undefined);
  const stands = (part: Part, piece: Piece, before: number): boolean => {
    const from = lines.starts[part.from] as number;
    const length = (lines.starts[part.to] as number) - from;
    if (piece.form !== part.form || piece.length !== length) return false;
    if (shared !== undefined) {
      if (from + length <= shared.front && before === from) return true;
      if (from >= shared.back && before === from - shared.shift) return true;
    }
    return standsAt(piece, lines.text, from);
  };
  const most = Math.min(parts.length, pieces.length);
  let front = 0;
  let start = at;
  for (; front < most; front++) {
    const piece = pieces[front] as Piece;
    if (!stands(parts[front] as Part, piece, start)) break;
    kept[front] = piece;
    start += piece.length;
  }
  let end = start;
  for (let each = front; each < pieces.length; each++) end += (pieces[each] as Piece).length;
  let back = 0;
  for (; back < most - front; back++) {
    const piece = pieces[pieces.length - 1 - back] as Piece;
    if (!stands(parts[parts.length - 1 - back] as Part, piece, end - piece.length)) break;
    kept[parts.length - 1 - back] = piece;
    end -= piece.length;
  }
  const left: Origin[] = [];
  for (const piece of pieces.slice(front, pieces.length - back)) {
    left.push({ piece, at: start });
    start += piece.length;
  }
  const unused = pairByText(lines, parts, kept, front, parts.length - back, left);
  return { kept, origin: originsOf(lines, parts, kept, front, parts.length - back, unused) };
}

function pairByText(
  lines: Lines,
  parts: readonly Part[],
  kept: (Piece | undefined)[],
  from: number,
  to: number,
  left: readonly Origin[],
): readonly Origin[] {
  // One part against one piece: they differ, or the front would have met.
  if (left.length === 0 || to - from === 0 || (left.length === 1 && to - from === 1)) return left;
  const byText = new Map<string, Piece[]>();
  for (const { piece } of left) {
    const text = piece.form + textOf(piece);
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [piece]);
    else same.push(piece);
  }
  for (const same of byText.values()) same.reverse();
  const used = new Set<Piece>();
  for (let at = from; at < to; at++) {
    const part = parts[at] as Part;
    const piece = byText.get(part.form + lines.text.slice(lines.starts[part.from], lines.starts[part.to]))?.pop();
    if (piece === undefined) continue;
    kept[at] = piece;
    used.add(piece);
  }
  return left.filter(({ piece }) => !used.has(piece));
}

/** Changed parts grew from the unused pieces in order when there are as many; else from the one that begins with the same line. */
function originsOf(
  lines: Lines,
  parts: readonly Part[],
  kept: readonly (Piece | undefined)[],
  from: number,
  to: number,
  unused: readonly Origin[],
): readonly (Origin | undefined)[] {
  const origin: (Origin | undefined)[] = new Array(parts.length).fill(undefined);
  const changed: number[] = [];
  for (let at = from; at < to; at++) if (kept[at] === undefined) changed.push(at);
  if (changed.length === unused.length) {
    changed.forEach((at, order) => {
      origin[at] = unused[order];
    });
    return origin;
  }
  const byLine = new Map<string, Origin>();
  for (const each of unused) byLine.set(firstLine(each.piece.chunk.text), each);
  for (const at of changed) {
    const { starts, text } = lines;
    const line = (parts[at] as Part).from;
    const key = firstLine(text.slice(starts[line], starts[line + 1]));
    origin[at] = byLine.get(key);
    byLine.delete(key);
  }
  return origin;
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n") + 1);
}

/** How many signs two texts have in common at the front, and after that at the back. Compared in blocks: a text is long, and what differs is short. */
export function sharedEnds(before: string, now: string): { readonly front: number; readonly back: number } {
  const most = Math.min(before.length, now.length);
  const same = (length: number, isSame: (from: number, to: number) => boolean): number => {
    let at = 0;
    for (let step = 4096; step >= 1; step = Math.floor(step / 8))
      while (at < length && isSame(at, Math.min(at + step, length))) at = Math.min(at + step, length);
    return at;
  };
  const front = same(most, (from, to) => before.slice(from, to) === now.slice(from, to));
  const back = same(
    most - front,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === now.slice(now.length - to, now.length - from),
  );
  return { front, back };
}
