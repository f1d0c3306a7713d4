/**
 * What stands between curly quotation marks, which a word processor makes of straight ones and YAML takes for letters; undefined where a
 * text is not wholly between them.
 */
export function insideCurly(text: string): string | undefined {
  const first = text.charCodeAt(0);
  if (first < 0x2018 || first > 0x201f) return undefined;
  return /^[‘’‚‛“”„‟]\s*(.*\S)\s*[‘’‛“”‟'"]$/su.exec(text.trimEnd())?.[1];
}
