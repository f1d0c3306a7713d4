import type { FileSummary } from "../../analysis/index.ts";
import { readListed } from "../../workspace/disk.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { Project } from "../project.ts";
import type { Cache, CacheContent, CacheEntry } from "./cache.ts";
import { contentHash, type ShareFile } from "./share.ts";
import { type Change, type StillHolds, stillHolds } from "./still-holds.ts";

/** Clocks of file systems are coarse: a file changed this long before it was read may have changed again unseen, in milliseconds. */
const coarse = 2000;

/** What is still known: of files whose stamp is as it was, or at least their content. */
export async function unchanged(
  project: Project,
  files: readonly ShareFile[],
  before: CacheContent | undefined,
): Promise<ReadonlyMap<FilePath, CacheEntry>> {
  const known = new Map<FilePath, CacheEntry>();
  if (before === undefined) return known;
  const hash = await contentHash();
  for (const { entry, content } of files) {
    const held = before.entries.get(entry.path);
    if (held === undefined || content !== undefined) continue;
    const isSame = held.stamp === entry.stamp && entry.changed < before.readAt - coarse;
    if (isSame || held.hash === hash(readListed(project.root, entry))) known.set(entry.path, held);
  }
  return known;
}

/** Which of the results that are `known` hold beside the files that changed and came, which are `fresh`, and those that went. */
export function holdsSince(
  before: CacheContent | undefined,
  known: ReadonlyMap<FilePath, CacheEntry>,
  fresh: ReadonlyMap<FilePath, { readonly summary: FileSummary }>,
): StillHolds {
  if (before === undefined) return () => false;
  const changes: Change[] = [];
  let were = known.size;
  for (const [path, { summary }] of fresh) {
    const entry = before.entries.get(path);
    if (entry !== undefined) were += 1;
    changes.push({ path, before: entry?.summary, after: summary });
  }
  if (were < before.entries.size)
    for (const [path, entry] of before.entries)
      if (!known.has(path) && !fresh.has(path)) changes.push({ path, before: entry.summary, after: undefined });
  return stillHolds(changes);
}

/** Writes down what is known now, if it is not what was known before. */
export function remember(cache: Cache | undefined, before: CacheContent | undefined, content: CacheContent): void {
  if (cache === undefined) return;
  const changed = new Set<FilePath>();
  for (const [path, entry] of content.entries) if (before?.entries.get(path) !== entry) changed.add(path);
  const isGone = before === undefined || [...before.entries.keys()].some((path) => !content.entries.has(path));
  if (isGone) cache.save(content, undefined);
  else if (changed.size > 0) cache.save(content, changed);
}
