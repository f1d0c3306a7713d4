import { type Definition, lostWord, type Use } from "../model/spec.ts";
import type { IndexReader } from "../rules/types.ts";
import type { IdKind } from "../schema/shape.ts";
import type { FileSummary } from "./open-file.ts";
import { type Asked, type ProjectIndex, type Reads, type RecordingIndex, recordingOf } from "./project-index.ts";

/**
 * An index with one file more, for as long as that file is checked. What it answers is right as far as the two know: it records what was
 * asked, and whoever knows the whole project sees by that whether the answers count.
 */
export class IndexBeside implements RecordingIndex, Asked {
  readonly complete: boolean;
  readonly #base: ProjectIndex;
  readonly #own: FileSummary;
  readonly #defines: ReadonlySet<string>;

  constructor(base: ProjectIndex, own: FileSummary) {
    this.complete = base.complete;
    this.#base = base;
    this.#own = own;
    this.#defines = new Set(own.definitions.map(keyOf));
  }

  definitions(kind: IdKind, id: string): readonly Definition[] {
    const before = this.#base.definitions(kind, id);
    if (!this.#defines.has(`${kind} ${id}`)) return before;
    return [...before, ...this.#own.definitions.filter((each) => each.kind === kind && each.id === id)];
  }

  uses(kind: IdKind, id: string): readonly Use[] {
    return [...this.#base.uses(kind, id), ...this.#own.uses.filter((each) => each.kind === kind && each.id === id)];
  }

  isUsed(kind: IdKind, id: string): boolean {
    return this.#base.isUsed(kind, id) || this.#own.uses.some((each) => each.kind === kind && each.id === id);
  }

  ids(kind: IdKind): readonly string[] {
    const own = this.#own.definitions.filter((each) => each.kind === kind).map((each) => each.id);
    const before = this.#base.ids(kind);
    return own.length === 0 ? before : [...new Set([...before, ...own])].sort();
  }

  isLost(word: string): boolean {
    return this.#base.isLost(word) || this.#own.uses.some(({ kind, id }) => kind === lostWord && id === word);
  }

  unread(): boolean {
    return this.#base.unread();
  }

  fingerprint(definition: Definition): string {
    return this.#base.fingerprint(definition);
  }

  recording(reads: Reads): IndexReader {
    return recordingOf(this, (question) => reads.set(question, ""));
  }
}

const keyOf = ({ kind, id }: { readonly kind: IdKind; readonly id: string }): string => `${kind} ${id}`;
