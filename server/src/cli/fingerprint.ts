import { createHash } from "node:crypto";
import type { Finding } from "../rules/types.ts";
import type { Lines } from "./positions.ts";

/**
 * The same for the same finding after lines above it moved: its code, the text of its line, and which of the alike it is. `seen` is one
 * map for each file.
 */
export function fingerprint(finding: Finding, lines: Lines, seen: Map<string, number>): string {
  const line = lines.line(lines.range(finding.span).start.line).text.trim();
  const alike = `${finding.code}\n${line}`;
  const nth = seen.get(alike) ?? 0;
  seen.set(alike, nth + 1);
  return createHash("sha256").update(`${alike}\n${nth}`).digest("hex").slice(0, 32);
}
