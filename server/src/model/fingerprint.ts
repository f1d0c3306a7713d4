import { blake3 } from "@noble/hashes/blake3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A short, stable name for a text: equal texts have equal fingerprints on every machine. Pure JavaScript, so that a browser's worker has it too. */
export function fingerprint(text: string): string {
  return bytesToHex(blake3(utf8ToBytes(text), { dkLen: 12 }));
}
