/** Regular expressions as text. */

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Any one of the words, whole. */
export const anyOf = (words: readonly string[]): string => `^(?:${words.map(escaped).join("|")})$`;

/** Any one of the words, whole, in upper or lower case. */
export const anyOfInAnyCase = (words: readonly string[]): string =>
  `^(?:${words.map((word) => [...word].map(eitherCase).join("")).join("|")})$`;

const eitherCase = (letter: string): string => {
  const [low, high] = [letter.toLowerCase(), letter.toUpperCase()];
  return low === high ? escaped(letter) : `[${high}${low}]`;
};

/** What any one of several patterns finds. */
export const alternatives = (patterns: readonly string[]): string =>
  patterns.length === 1 ? (patterns[0] ?? "") : patterns.map((pattern) => `(?:${pattern})`).join("|");
