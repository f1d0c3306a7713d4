/**
 * A short name for what an editor was told: the same diagnostics bear the same, in any session. Two 32-bit hashes multiplied through every
 * sign, made at every key: dearer ones, which nobody can cheat, took longer than turning the findings into diagnostics.
 */
export function resultIdOf(told: unknown): string {
  const text = JSON.stringify(told);
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    one = Math.imul(one ^ sign, 0x01000193);
    other = Math.imul(other ^ sign, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return `${text.length.toString(36)}-${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
