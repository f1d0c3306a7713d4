/** `a, b and c`. */
export const andList = (items: readonly string[]): string => joined(items, "and");

/** `a, b or c`. */
export const orList = (items: readonly string[]): string => joined(items, "or");

function joined(items: readonly string[], last: string): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** What the author wrote, in quotation marks and of a length that a message can carry. */
export function said(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `"${line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line}"`;
}

/** `1 family`, `2 families`: a number with the right form of its noun. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The text with a full stop, unless it ends a sentence already. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
