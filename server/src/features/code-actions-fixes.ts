import type { Snapshot } from "../analysis/types.ts";
import type { Finding } from "../rules/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { certainEdits } from "./certain-edits.ts";
import type { Change, CodeAction } from "./code-actions-types.ts";

/** What the rules themselves know to put right. A certain fix is the one to take without asking. */
export function fixActions(path: FilePath, findings: readonly Finding[]): readonly CodeAction[] {
  return findings.flatMap((finding) =>
    finding.fixes.map((fix, nth): CodeAction => {
      const edits = fix.edits.map((edit) => ({ path, ...edit }));
      return {
        id: `fix ${finding.code} ${finding.span.start} ${nth}`,
        title: fix.title,
        kind: "quickfix",
        finding,
        ...(fix.certain && finding.fixes.filter((each) => each.certain).length === 1 ? { preferred: true } : {}),
        change: () => ({ edits }),
      };
    }),
  );
}

/** Every certain fix of a file at once. Where two touch, the first stands and the other waits for the next time. */
export function fixAll(snapshot: Snapshot, path: FilePath): CodeAction | undefined {
  const edits = certainEdits(snapshot.findings(path));
  if (edits.length === 0) return undefined;
  return {
    id: "fix-all",
    title: "Fix all that is certain in this file",
    kind: "source.fixAll.wellspent",
    change: (): Change => ({ edits: edits.map((edit) => ({ path, ...edit })) }),
  };
}
