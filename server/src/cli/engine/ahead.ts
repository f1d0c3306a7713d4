import type { NamedIn } from "./cache-format.ts";
import type { CheckedShare, Extracted } from "./share.ts";
import { subjectOf } from "./still-holds.ts";

/** A file that was checked beside files that were not known yet. `names`: keys of what it defines, or of what it uses. */
export interface AheadFile extends Extracted, CheckedShare {
  names(what: NamedIn): Iterable<string>;
}

/**
 * Files that were checked beside others not known yet: says of each whether its findings hold now that they are. They do unless another of
 * those files says something of what was asked: nothing else has changed since.
 */
export function holdsAhead(files: readonly AheadFile[]): (file: AheadFile) => boolean {
  const defined = counted(files, (file) => file.names("defined"));
  const kinds = counted(files, (file) => new Set(Array.from(file.names("defined"), kindIn)));
  let used: ReadonlyMap<string, number> | undefined;
  /** In how many files there is something of what a question is about. */
  const countFor = (question: string): number => {
    const subject = subjectOf(question);
    if (isOfUse(question)) used ??= counted(files, (each) => each.names("used"));
    return (isOfUse(question) ? used : subject.includes(" ") ? defined : kinds)?.get(subject) ?? 0;
  };
  // The same is asked for file after file.
  const counts = new Map<string, number>();
  return (file) => {
    for (const question of file.checked.asked) {
      const all = counts.get(question) ?? countFor(question);
      counts.set(question, all);
      if (all === 0) continue;
      const subject = subjectOf(question);
      let own = 0;
      for (const key of file.names(isOfUse(question) ? "used" : "defined"))
        if (key === subject || kindIn(key) === subject) own = 1;
      if (all > own) return false;
    }
    return true;
  };
}

/** Whether a question is about who uses an id (`uses`, `used`), and not where it is defined. */
const isOfUse = (question: string): boolean => question.startsWith("use");

/** Of a key: `outcome` of `outcome child-enters-care`. */
const kindIn = (key: string): string => key.slice(0, key.indexOf(" "));

/** In how many files each word of theirs is. */
function counted<T>(files: readonly T[], wordsOf: (file: T) => Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) for (const word of wordsOf(file)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
