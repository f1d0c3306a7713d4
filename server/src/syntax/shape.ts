/** What one line looks like, judged without the lines around it: a key, a list item, something left open for the lines below. */

const TAB = 9;
const SPACE = 32;

export function isBlank(ch: number): boolean {
  return ch === SPACE || ch === TAB;
}

/** True at a space, a tab, a line break and past the end (where `charCodeAt` gives NaN). */
export function isBlankOrEnd(ch: number): boolean {
  return ch === SPACE || ch === TAB || ch === 10 || ch === 13 || Number.isNaN(ch);
}

function isLineEnd(ch: number): boolean {
  return ch === 10 || ch === 13 || Number.isNaN(ch);
}

/** True when a list item begins at `at`. */
export function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === 45 && isBlankOrEnd(text.charCodeAt(at + 1));
}

/** The offset of the `:` that ends the simple key (plain, or quoted on one line) that begins at `at`; -1 when the line does not begin with one. */
export function keyColon(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === 34 || first === 39) return colonAfter(text, quoteEnd(text, at));
  return canStartPlain(text, at) ? plainColon(text, at) : -1;
}

/** True when a plain scalar may begin at `at`. */
export function canStartPlain(text: string, at: number): boolean {
  const ch = text.charCodeAt(at);
  switch (ch) {
    case 35: // #
    case 38: // &
    case 42: // *
    case 33: // !
    case 124: // |
    case 62: // >
    case 39: // '
    case 34: // "
    case 37: // %
    case 64: // @
    case 96: // `
    case 44: // ,
    case 91: // [
    case 93: // ]
    case 123: // {
    case 125: // }
      return false;
    case 45: // -
    case 63: // ?
    case 58: // :
      return !isBlankOrEnd(text.charCodeAt(at + 1));
    default:
      return !isBlankOrEnd(ch);
  }
}

function plainColon(text: string, from: number): number {
  let at = from;
  for (;;) {
    const ch = text.charCodeAt(at);
    if (isLineEnd(ch)) return -1;
    if (ch === 58 && isBlankOrEnd(text.charCodeAt(at + 1))) return at;
    if (ch === 35 && isBlank(text.charCodeAt(at - 1))) return -1;
    at += 1;
  }
}

/** The offset after the closing quote of the scalar that begins at `at`, on the same line; -1 when it does not close there. */
function quoteEnd(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  let next = at + 1;
  for (;;) {
    const ch = text.charCodeAt(next);
    if (isLineEnd(ch)) return -1;
    if (ch === 92 && quote === 34) next += 1;
    else if (ch === quote) {
      if (quote === 34 || text.charCodeAt(next + 1) !== 39) return next + 1;
      next += 1;
    }
    next += 1;
  }
}

function colonAfter(text: string, from: number): number {
  if (from === -1) return -1;
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === 58 && isBlankOrEnd(text.charCodeAt(at + 1)) ? at : -1;
}

/** True when nothing but an anchor and a comment stands between `from` and the end of the line, so that the value is on the lines below. */
export function isOpen(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) === 38 && !isBlankOrEnd(text.charCodeAt(at + 1))) {
    while (!isBlankOrEnd(text.charCodeAt(at))) at += 1;
    while (isBlank(text.charCodeAt(at))) at += 1;
  }
  const ch = text.charCodeAt(at);
  return isLineEnd(ch) || (ch === 35 && isBlank(text.charCodeAt(at - 1)));
}
