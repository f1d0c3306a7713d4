import { keysOf } from "../../analysis/index.ts";
import type { CheckedShare, Extracted } from "./share.ts";
import { subjectOf } from "./still-holds.ts";

/**
 * Files that were checked beside others not known yet: says of each whether its findings hold now that they are. They do unless another of
 * those files says something of what was asked: nothing else has changed since.
 */
export function holdsAhead(files: readonly (Extracted & CheckedShare)[]): (file: CheckedShare & Extracted) => boolean {
  const defined = counted(files, ({ summary }) => keysOf(summary.definitions));
  const kinds = counted(files, ({ summary }) => new Set(summary.definitions.map(({ kind }) => kind)));
  let used: ReadonlyMap<string, number> | undefined;
  return (file) => {
    for (const question of file.checked.reads.keys()) {
      const subject = subjectOf(question);
      const { definitions, uses } = file.summary;
      const isUse = question.startsWith("uses ");
      if (isUse) used ??= counted(files, ({ summary }) => keysOf(summary.uses));
      const all = (isUse ? used : subject.includes(" ") ? defined : kinds)?.get(subject) ?? 0;
      if (all === 0) continue;
      const own = (isUse ? uses : definitions).some((each) => each.kind === subject || keyOf(each) === subject);
      if (all > (own ? 1 : 0)) return false;
    }
    return true;
  };
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

/** In how many files each word of theirs is. */
function counted<T>(files: readonly T[], wordsOf: (file: T) => Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) for (const word of wordsOf(file)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
