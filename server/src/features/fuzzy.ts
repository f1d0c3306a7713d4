/**
 * How well a query fits a text: 0 for not at all, higher is better. Letters of the query must come in order; whole words, beginnings
 * of words and runs of letters count more. Case, spaces and hyphens are no matter.
 */
export function howWell(query: string, text: string): number {
  const wanted = query.toLowerCase().replace(/[\s_-]+/g, "");
  const within = text.toLowerCase();
  if (wanted === "") return 1;
  let score = 0;
  let run = 0;
  let at = 0;
  for (const letter of wanted) {
    const found = within.indexOf(letter, at);
    if (found < 0) return 0;
    const begins = found === 0 || /[^\p{L}\p{N}]/u.test(within[found - 1] ?? "");
    run = found === at && at > 0 ? run + 1 : 0;
    score += 1 + (begins ? 3 : 0) + run;
    at = found + letter.length;
  }
  const together = within.includes(query.toLowerCase().trim()) ? 3 * wanted.length : 0;
  const joined = within.replace(/[\s_-]+/g, "").includes(wanted) ? wanted.length : 0;
  return score + together + joined + wanted.length / within.length;
}
