import { type FileContent, largestFile } from "./types.ts";

/** Bytes of a spec to its text: UTF-8 without its byte order mark, or the reason why there is none. */
export function decode(bytes: Uint8Array): FileContent {
  if (bytes.length > largestFile)
    return { kind: "problem", problem: "too-large", detail: `${Math.ceil(bytes.length / 1024 / 1024)} MB` };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { kind: "problem", problem: "utf-16", detail: wide };
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { kind: "problem", problem: "binary", offset: zero };
  const text = utf8(bytes);
  if (text !== undefined) return { kind: "text", text };
  const offset = firstInvalid(bytes);
  return {
    kind: "problem",
    problem: "invalid-utf-8",
    offset,
    detail: `line ${lineAt(bytes, offset)}, byte ${hex(bytes[offset])}`,
  };
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The text without its mark; undefined when the bytes are not UTF-8. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (_notUtf8) {
    return undefined;
  }
}

const hex = (byte: number | undefined) => (byte ?? 0).toString(16).toUpperCase().padStart(2, "0");

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

/** UTF-16 and UTF-32 by their mark, or UTF-16 without one: every second byte of the beginning is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? "UTF-32" : "UTF-16";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16";
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return "UTF-32";
  if (bytes.length < 8) return undefined;
  const zeroAt = (first: number) => [0, 2, 4, 6].every((step) => bytes[first + step] === 0);
  const textAt = (first: number) => [0, 2, 4, 6].every((step) => bytes[first + step] !== 0);
  return (zeroAt(1) && textAt(0)) || (zeroAt(0) && textAt(1)) ? "UTF-16" : undefined;
}

/** Offset of the first byte that is not UTF-8, found by halving: a beginning is right when nothing but its last character is cut. */
function firstInvalid(bytes: Uint8Array): number {
  let right = 0;
  let wrong = bytes.length;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (validBeginning(bytes, middle)) right = middle;
    else wrong = middle;
  }
  return right;
}

function validBeginning(bytes: Uint8Array, length: number): boolean {
  for (let cut = 0; cut <= 3 && cut <= length; cut += 1) {
    if (utf8(bytes.subarray(0, length - cut)) !== undefined)
      return cut === 0 || isCutCharacter(bytes.subarray(length - cut, length));
  }
  return false;
}

/** Whether bytes could begin a character of more bytes than are there. */
function isCutCharacter(bytes: Uint8Array): boolean {
  const first = bytes[0] as number;
  const needed =
    first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1;
  return needed > bytes.length && bytes.subarray(1).every((byte) => (byte & 0xc0) === 0x80);
}
