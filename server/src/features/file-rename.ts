import type { Snapshot } from "../analysis/types.ts";
import { kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import type { TextChange } from "./rename.ts";

/** A file that is given another place in its project. */
export interface FileMove {
  readonly from: FilePath;
  readonly to: FilePath;
}

/**
 * What must change when files get other names. Specs find each other by id, never by file, so nothing does but settings that name
 * a file in full under `ignore:` or `files:`; patterns with wildcards are the author's and stay.
 */
export function fileRename(snapshot: Snapshot, moves: readonly FileMove[]): readonly TextChange[] {
  return snapshot.files
    .filter((path) => kindOfName(path) === "settings")
    .flatMap((path) =>
      snapshot.specs(path).flatMap((spec) => {
        const parsed = snapshot.parsed(path);
        if (spec.kind !== "settings" || parsed === undefined) return [];
        const folder = path.slice(0, path.lastIndexOf("/") + 1);
        const named = [
          ...(spec.reading?.ignore?.items ?? []),
          ...(spec.reading?.overrides?.items ?? []).flatMap((each) => each.files?.items ?? []),
        ];
        return named.flatMap(({ value, $: at }) => {
          const move = moves.find(({ from }) => from === `${folder}${value ?? ""}`);
          if (value === undefined || !move?.to.startsWith(folder)) return [];
          const span = parsed.spanOf(at);
          const start = parsed.text.indexOf(value, span.start);
          return start < 0 || start >= span.end
            ? []
            : [{ path, span: { start, end: start + value.length }, text: move.to.slice(folder.length) }];
        });
      }),
    );
}
