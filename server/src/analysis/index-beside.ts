import type { Definition, Use } from "../model/spec.ts";
import type { IndexReader } from "../rules/types.ts";
import type { IdKind } from "../schema/shape.ts";
import type { FilePath } from "../workspace/types.ts";
import type { FileSummary } from "./open-file.ts";
import {
  type Answers,
  answerOf,
  type ProjectIndex,
  type Reads,
  type RecordingIndex,
  recordingOf,
} from "./project-index.ts";

/**
 * An index with one file more, for as long as that file is checked. What it answers is right as far as the two know; whoever asked
 * it asks the whole project's index again, by what was recorded, before the answer counts.
 */
export class IndexBeside implements RecordingIndex, Answers {
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

  ids(kind: IdKind): readonly string[] {
    const own = this.#own.definitions.filter((each) => each.kind === kind).map((each) => each.id);
    const before = this.#base.ids(kind);
    return own.length === 0 ? before : [...new Set([...before, ...own])].sort();
  }

  fingerprint(definition: Definition): string {
    return this.#base.fingerprint(definition);
  }

  definedIn(key: string): readonly FilePath[] {
    const before = this.#base.definedIn(key);
    return this.#defines.has(key) ? [...before, this.#own.path] : before;
  }

  usedIn(key: string): readonly FilePath[] {
    const before = this.#base.usedIn(key);
    return this.#own.uses.some((each) => keyOf(each) === key) ? [...before, this.#own.path] : before;
  }

  answer(question: string): string {
    // Where this file says nothing of its own, the base knows as much, and has mostly been asked before.
    const subject = question.slice(question.indexOf(" ") + 1);
    return this.#adds(question, subject) ? answerOf(this, question) : this.#base.answer(question);
  }

  #adds(question: string, subject: string): boolean {
    if (question.startsWith("def")) return this.#defines.has(subject);
    if (question.startsWith("uses")) return this.#own.uses.some((each) => keyOf(each) === subject);
    return this.#own.definitions.some((each) => each.kind === subject);
  }

  recording(reads: Reads): IndexReader {
    return recordingOf(this, reads);
  }
}

const keyOf = ({ kind, id }: { readonly kind: IdKind; readonly id: string }): string => `${kind} ${id}`;
