/** Offset after the `:` that follows a key, spaces and line breaks between allowed; -1 when none does. */
export function afterColon(text: string, keyEnd: number): number {
  const match = /^\s*:/.exec(text.slice(keyEnd, keyEnd + 400));
  return match === null ? -1 : keyEnd + match[0].length;
}
