/** Words that some YAML tools read as true or false and others as text. */
const yes = /^(?:y|yes|on)$/i;
const no = /^(?:n|no|off)$/i;

/** What somebody meant by `yes`, `No`, `on`; undefined for anything else. */
export function asFlag(text: string): boolean | undefined {
  // Asked of every value: nearly all are longer than any such word.
  if (text.length > 64) return undefined;
  const bare = text.trim();
  if (bare.length > 5) return undefined;
  if (yes.test(bare) || /^(?:True|TRUE)$/.test(bare)) return true;
  if (no.test(bare) || /^(?:False|FALSE)$/.test(bare)) return false;
  return undefined;
}
