/** Text of a spec as HTML text or as the value of a quoted attribute. Control and lone surrogate characters become spaces. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

/** A web address that may be followed: only http and https; nothing of a spec can become a script. */
export const safeAddress = (address: string): string | undefined =>
  /^https?:\/\/[^\s"'<>]+$/i.test(address.trim()) ? address.trim() : undefined;
