import type { Finding } from "../rules/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Side } from "./differences.ts";

/** Findings that are there now and were not, and those that are gone. What a comment keeps from view counts as not there. */
export interface FindingChanges {
  readonly appeared: readonly Finding[];
  readonly gone: readonly Finding[];
}

/**
 * A finding is the same one while its code, its file and its message are: lines move. A message whose figures alone have changed says the
 * same still. `moved` are files under their new names.
 */
export function findingChanges(before: Side, after: Side, moved: ReadonlyMap<FilePath, FilePath>): FindingChanges {
  const old = findingsOf(before);
  const now = findingsOf(after);
  const exact = withoutPairs(old, now, (finding, path) => `${finding.code}\n${path}\n${finding.message}`, moved);
  const [gone, appeared] = withoutPairs(
    ...exact,
    (finding, path) => `${finding.code}\n${path}\n${finding.message.replace(/\d[\d,.]*/g, "0")}`,
    moved,
  );
  return { appeared, gone };
}

const findingsOf = ({ snapshot, chosen }: Side): readonly Finding[] =>
  snapshot.files
    .filter(chosen)
    .flatMap((path) => snapshot.findings(path).filter(({ suppressed }) => suppressed === undefined));

type KeyOf = (finding: Finding, path: FilePath) => string;

/** Both lists without what has a partner in the other, each partner once. */
function withoutPairs(
  old: readonly Finding[],
  now: readonly Finding[],
  keyOf: KeyOf,
  moved: ReadonlyMap<FilePath, FilePath>,
): [readonly Finding[], readonly Finding[]] {
  const waiting = new Map<string, number>();
  for (const finding of now) add(waiting, keyOf(finding, finding.path), 1);
  const gone = old.filter((finding) => !take(waiting, keyOf(finding, moved.get(finding.path) ?? finding.path)));
  // What is still waiting was not there before: the last of those that say the same.
  const appeared = [...now].reverse().filter((finding) => take(waiting, keyOf(finding, finding.path)));
  return [gone, appeared.reverse()];
}

const add = (counts: Map<string, number>, key: string, more: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + more);
};

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
