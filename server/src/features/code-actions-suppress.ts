import { isSuppressible } from "../rules/suppression/matches.ts";
import type { Finding } from "../rules/types.ts";
import type { ParsedFile } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { CodeAction } from "./code-actions-types.ts";

/** Keeps a finding from view by a comment above its line; the cursor is left where the reason belongs. */
export function suppressActions(
  parsed: ParsedFile,
  path: FilePath,
  findings: readonly Finding[],
): readonly CodeAction[] {
  return findings.flatMap((finding): CodeAction[] => {
    if (!isSuppressible(finding.code)) return [];
    const { line } = parsed.positionAt(finding.span.start);
    const start = parsed.offsetAt({ line, character: 0 });
    if (insideText(parsed, start)) return [];
    const indentation = /^ */.exec(parsed.text.slice(start, finding.span.start))?.[0] ?? "";
    const comment = `${indentation}# wellspent-disable-next-line ${finding.code} -- `;
    return [
      {
        id: `suppress ${finding.code} ${line}`,
        title: `Hide ${finding.code} here, and give the reason`,
        kind: "quickfix",
        finding,
        change: () => ({
          edits: [{ path, span: { start, end: start }, text: `${comment}${parsed.eol}` }],
          cursor: { path, line, character: comment.length },
        }),
      },
    ];
  });
}

/** A `#` inside a text of several lines is no comment. */
function insideText(parsed: ParsedFile, lineStart: number): boolean {
  const node = parsed.pathAt(lineStart)?.nodes.at(-1);
  if (node?.kind !== "scalar") return false;
  const span = parsed.spanOf(node);
  return span.start < lineStart && lineStart < span.end;
}
