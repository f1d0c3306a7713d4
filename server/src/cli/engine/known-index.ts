import { type FileSummary, keysOf, ProjectIndex } from "../../analysis/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { CacheEntry, CacheLoad } from "./cache.ts";
import type { NamedIn } from "./cache-format.ts";

/**
 * The index of a project of which most files are as they were, from what the last run wrote down: a summary is read when a question asks
 * for it. `known` are the files that did not change, `fresh` what the others say now; `paths` all of them, in order.
 */
export function indexBy(
  before: CacheLoad | undefined,
  known: ReadonlyMap<FilePath, CacheEntry>,
  fresh: ReadonlyMap<FilePath, Fresh>,
  paths: readonly FilePath[],
): ProjectIndex {
  const summaryOf = (path: FilePath): FileSummary | undefined => (fresh.get(path) ?? known.get(path))?.summary;
  const defined = new Map<string, FilePath[]>();
  const used = new Map<string, FilePath[]>();
  const mixed = new Set<FilePath[]>();
  before?.shelves.forEach(({ entries, eachName }, shelf) => {
    const stands = entries.map((entry) => known.get(entry.path) === entry);
    const into = (map: Map<string, FilePath[]>) => (key: string, at: number) => {
      if (stands[at]) push(map, key, (entries[at] as CacheEntry).path, shelf === 0 ? undefined : mixed);
    };
    eachName("defined", into(defined));
    eachName("used", into(used));
  });
  // Where nothing was written down before, one hand writes each list, in order.
  const others = known.size === 0 ? undefined : mixed;
  for (const path of paths) {
    const file = fresh.get(path);
    if (file === undefined) continue;
    for (const key of file.names?.("defined") ?? keysOf(file.summary.definitions)) push(defined, key, path, others);
    for (const key of file.names?.("used") ?? keysOf(file.summary.uses)) push(used, key, path, others);
  }
  for (const each of mixed) each.sort();
  return ProjectIndex.from(new Summaries(paths, summaryOf), defined, used);
}

/** What a file says now; the keys of its ids by themselves, where they are to be had sooner. */
interface Fresh {
  readonly summary: FileSummary;
  names?(what: NamedIn): Iterable<string>;
}

/** `mixed` gathers the lists that more than one hand wrote, which are no longer in order. */
function push(map: Map<string, FilePath[]>, key: string, path: FilePath, mixed: Set<FilePath[]> | undefined): void {
  const paths = map.get(key);
  if (paths === undefined) map.set(key, [path]);
  else {
    paths.push(path);
    mixed?.add(paths);
  }
}

/** Summaries by path, none of which is looked at before it is asked for. */
class Summaries implements ReadonlyMap<FilePath, FileSummary> {
  readonly #paths: readonly FilePath[];
  readonly #summaryOf: (path: FilePath) => FileSummary | undefined;

  constructor(paths: readonly FilePath[], summaryOf: (path: FilePath) => FileSummary | undefined) {
    this.#paths = paths;
    this.#summaryOf = summaryOf;
  }

  get size(): number {
    return this.#paths.length;
  }

  get(path: FilePath): FileSummary | undefined {
    return this.#summaryOf(path);
  }

  has(path: FilePath): boolean {
    return this.#summaryOf(path) !== undefined;
  }

  keys(): MapIterator<FilePath> {
    return this.#paths.values();
  }

  *values(): MapIterator<FileSummary> {
    for (const [, summary] of this) yield summary;
  }

  entries(): MapIterator<[FilePath, FileSummary]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[FilePath, FileSummary]> {
    for (const path of this.#paths) {
      const summary = this.#summaryOf(path);
      if (summary !== undefined) yield [path, summary];
    }
  }

  forEach(tell: (summary: FileSummary, path: FilePath, map: ReadonlyMap<FilePath, FileSummary>) => void): void {
    for (const [path, summary] of this) tell(summary, path, this);
  }
}
