/** Columns that a text takes on a terminal: two for wide characters and emoji, none for marks that combine. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const each of text) width += widthOf(each);
  return width;
}

/** Columns of one character. */
export function widthOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) as number;
  if (code < 0x300) return 1;
  if (combining.test(character)) return 0;
  return isWide(code) || emoji.test(character) ? 2 : 1;
}

const combining = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d])$/u;
const emoji = /^\p{Emoji_Presentation}$/u;

/** East Asian wide and full-width blocks (Unicode Annex 11, in broad strokes). */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x20000 && code <= 0x3fffd);
