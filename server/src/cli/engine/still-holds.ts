import type { FileSummary } from "../../analysis/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { CacheEntry } from "./cache.ts";

/** What became of a file since the last run: its summary then and now, undefined where it was or is not there. */
export interface Change {
  readonly path: FilePath;
  readonly before: FileSummary | undefined;
  readonly after: FileSummary | undefined;
}

/** Says of a file that did not change whether what was found then still holds. */
export type StillHolds = (entry: CacheEntry) => boolean;

/**
 * Results of the last run rest on their own file, on the settings, and on what was asked of the index. They hold while no answer can
 * have changed, and while they point at no place in a file that has (its lines may have moved although it says the same).
 */
export function stillHolds(changes: readonly Change[]): StillHolds {
  if (changes.length === 0) return (entry) => entry.checked !== undefined;
  if (changes.some(({ before, after }) => differ(before?.settings, after?.settings))) return () => false;
  const changed = new Set(changes.map((change) => change.path));
  const subjects = new Set(changes.flatMap(changedSubjects));
  return ({ checked }) =>
    checked !== undefined &&
    !checked.findings.some((finding) => finding.related.some((each) => changed.has(each.path))) &&
    (subjects.size === 0 || !checked.asked.some((question) => subjects.has(subjectOf(question))));
}

/** A recorded question is a word, then what it is about: `definitions outcome child-enters-care`, `ids study`. */
export const subjectOf = (question: string): string => question.slice(question.indexOf(" ") + 1);

/** What the index may now answer otherwise about: an id that is defined, or used, in another way; all ids of a kind when one came or went. */
function changedSubjects({ before, after }: Change): string[] {
  const subjects: string[] = [];
  const [then, now] = [meanings(before), meanings(after)];
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    if (then.get(key) === now.get(key)) continue;
    subjects.push(key);
    if (!then.has(key) || !now.has(key)) subjects.push(key.slice(0, key.indexOf(" ")));
  }
  const [usedThen, usedNow] = [usedBy(before), usedBy(after)];
  for (const key of new Set([...usedThen, ...usedNow])) if (!usedThen.has(key) || !usedNow.has(key)) subjects.push(key);
  return subjects;
}

function meanings(summary: FileSummary | undefined): Map<string, string> {
  const map = new Map<string, string>();
  for (const { kind, id, title, meaning } of summary?.definitions ?? []) {
    const key = `${kind} ${id}`;
    map.set(key, `${map.get(key) ?? ""}\n${JSON.stringify([title, meaning])}`);
  }
  return map;
}

const usedBy = (summary: FileSummary | undefined): Set<string> =>
  new Set(summary?.uses.map(({ kind, id }) => `${kind} ${id}`));

const differ = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after);
