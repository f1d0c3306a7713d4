/** Lines of a text: `\n`, `\r\n` and a lone `\r` each end one. Found once, asked by binary search. */

/** The offsets at which lines start; the first is always 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  let nextCr = text.indexOf("\r");
  let nextLf = text.indexOf("\n");
  while (nextLf !== -1 || nextCr !== -1) {
    if (nextLf !== -1 && (nextCr === -1 || nextLf < nextCr)) {
      starts.push(nextLf + 1);
      nextLf = text.indexOf("\n", nextLf + 1);
    } else if (nextLf === nextCr + 1) {
      starts.push(nextLf + 1);
      nextCr = text.indexOf("\r", nextLf + 1);
      nextLf = text.indexOf("\n", nextLf + 1);
    } else {
      starts.push(nextCr + 1);
      nextCr = text.indexOf("\r", nextCr + 1);
    }
  }
  return starts;
}

/** The index of the last number that is not above `wanted`, in numbers that rise; -1 when all are above. */
export function lastAtOrBelow(rising: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= wanted) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Line and column (from 0) of an offset; an offset outside the text is drawn in to its nearest end. */
export function positionIn(
  starts: ArrayLike<number>,
  length: number,
  offset: number,
): { line: number; character: number } {
  const inside = Math.max(0, Math.min(offset, length));
  const line = lastAtOrBelow(starts, inside);
  return { line, character: inside - (starts[line] as number) };
}

/** The offset of a line and column; a column past the end of its line means the end of that line, before its line break. */
export function offsetIn(starts: ArrayLike<number>, text: string, line: number, character: number): number {
  if (line < 0) return 0;
  if (line >= starts.length) return text.length;
  const start = starts[line] as number;
  let end = line + 1 < starts.length ? (starts[line + 1] as number) : text.length;
  if (line + 1 < starts.length) {
    end -= 1;
    if (text.charCodeAt(end) === 10 && end > start && text.charCodeAt(end - 1) === 13) end -= 1;
  }
  return Math.min(start + Math.max(0, character), end);
}

/** `\r\n` when most lines end so. */
export function lineEnding(text: string): "\n" | "\r\n" {
  let crlf = 0;
  for (let at = text.indexOf("\r\n"); at !== -1; at = text.indexOf("\r\n", at + 2)) crlf += 1;
  if (crlf === 0) return "\n";
  let all = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) all += 1;
  return crlf * 2 > all ? "\r\n" : "\n";
}
