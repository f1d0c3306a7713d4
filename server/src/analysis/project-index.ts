import { fingerprint } from "../model/fingerprint.ts";
import { definedAs, type LostWords, usedAs } from "../model/lost.ts";
import { type Definition, lostWord, type Use, unreadFile } from "../model/spec.ts";
import type { IndexReader } from "../rules/types.ts";
import type { IdKind } from "../schema/shape.ts";
import { Attached } from "../syntax/attached.ts";
import type { FilePath } from "../workspace/types.ts";
import { Layered } from "./layered.ts";
import type { FileSummary } from "./open-file.ts";

/** What was asked of the index, and the fingerprint of the answer: the edges by which a cached result is known to hold. */
export type Reads = Map<string, string>;

/** Files by kind and id: `outcome child-enters-care`. */
export type Paths = ReadonlyMap<string, readonly FilePath[]>;

/** An index that can be asked with every question written down. */
export interface RecordingIndex {
  readonly complete: boolean;
  /** A reader that writes down what is asked of it. Misses count: a missing id that appears later changes the answer. */
  recording(reads: Reads): IndexReader;
}

/** Where ids are defined and used. Immutable: `with` makes another that shares what did not change. */
export class ProjectIndex implements RecordingIndex, Answers {
  readonly complete: boolean;
  readonly summaries: ReadonlyMap<FilePath, FileSummary>;
  readonly #defined: Paths;
  readonly #used: Paths;
  readonly #answers = new Map<string, string>();
  /** Answers that rest on which ids there are, and the ids: an edit that adds and takes none leaves them as they are. */
  readonly #known: Known;
  /** Of open files. */
  readonly #lost: Lost;

  private constructor(
    summaries: ReadonlyMap<FilePath, FileSummary>,
    defined: Paths,
    used: Paths,
    complete: boolean,
    lost: Lost,
    known: Known = { ids: new Map(), answers: new Map() },
  ) {
    this.#lost = lost;
    this.#known = known;
    this.summaries = summaries;
    this.#defined = defined;
    this.#used = used;
    this.complete = complete;
  }

  static of(summaries: Iterable<FileSummary>, complete: boolean): ProjectIndex {
    const byPath = new Map<FilePath, FileSummary>();
    const defined = new Map<string, FilePath[]>();
    const used = new Map<string, FilePath[]>();
    for (const summary of summaries) {
      byPath.set(summary.path, summary);
      for (const key of keysOf(summary.definitions)) push(defined, key, summary.path);
      for (const key of keysOf(summary.uses)) push(used, key, summary.path);
    }
    return new ProjectIndex(byPath, defined, used, complete, lostOf(byPath.values()));
  }

  /** The same from tables that somebody kept: the summaries are read when a question asks for them. Paths are in order. */
  static from(summaries: ReadonlyMap<FilePath, FileSummary>, defined: Paths, used: Paths): ProjectIndex {
    return new ProjectIndex(summaries, defined, used, true, new Map());
  }

  /** The index after one file changed, appeared (`before` undefined) or went (`after` undefined). */
  with(path: FilePath, after: FileSummary | undefined): ProjectIndex {
    const before = this.summaries.get(path);
    const all = Layered.over(this.summaries);
    const summaries = after === undefined ? all.without(path) : all.with(path, after);
    const defined = moved(this.#defined, path, before?.definitions ?? none, after?.definitions ?? none);
    return new ProjectIndex(
      summaries,
      defined,
      moved(this.#used, path, before?.uses ?? none, after?.uses ?? none),
      this.complete,
      before?.lost === undefined && after?.lost === undefined ? this.#lost : lostWith(this.#lost, path, after?.lost),
      defined === this.#defined ? this.#known : undefined,
    );
  }

  asComplete(complete: boolean): ProjectIndex {
    return complete === this.complete
      ? this
      : new ProjectIndex(this.summaries, this.#defined, this.#used, complete, this.#lost, this.#known);
  }

  definitions(kind: IdKind, id: string): readonly Definition[] {
    const key = `${kind} ${id}`;
    const found = (path: FilePath): readonly Definition[] => {
      const summary = this.summaries.get(path);
      return summary === undefined ? none : (definitionsOf(summary).get(key) ?? none);
    };
    const paths = this.#defined.get(key) ?? none;
    // Nearly every id is defined in one file, and asked for at each of its uses.
    const [only] = paths;
    return paths.length === 1 && only !== undefined ? found(only) : paths.flatMap(found);
  }

  uses(kind: IdKind, id: string): readonly Use[] {
    return (this.#used.get(`${kind} ${id}`) ?? []).flatMap(
      (path) => this.summaries.get(path)?.uses.filter((each) => each.kind === kind && each.id === id) ?? [],
    );
  }

  isUsed(kind: IdKind, id: string): boolean {
    return this.#used.has(`${kind} ${id}`);
  }

  isLost(word: string): boolean {
    if (this.#used.has(`${lostWord} ${word}`)) return true;
    for (const { words } of this.#lost.values()) if (words.has(word)) return true;
    return false;
  }

  unread(): boolean {
    return this.#used.has(unreadKey);
  }

  ids(kind: IdKind): readonly string[] {
    const known = this.#known.ids.get(kind);
    if (known !== undefined) return known;
    const prefix = `${kind} `;
    const ids = [...this.#defined.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
    this.#known.ids.set(kind, ids);
    return ids;
  }

  /** Fingerprint of the answer to a recorded question; worked out once for this index. */
  answer(question: string): string {
    const answers =
      question.startsWith("ids ") || question.startsWith("defined ") ? this.#known.answers : this.#answers;
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = answerOf(this, question);
    answers.set(question, answer);
    return answer;
  }

  definedIn(key: string): readonly FilePath[] {
    return this.#defined.get(key) ?? none;
  }

  usedIn(key: string): readonly FilePath[] {
    return this.#used.get(key) ?? none;
  }

  /** Worked out when first asked for: most definitions are never looked up from elsewhere. */
  fingerprint(definition: Definition): string {
    const known = fingerprints.get(definition);
    if (known !== undefined) return known;
    const made = fingerprint(JSON.stringify(definition.meaning));
    fingerprints.set(definition, made);
    return made;
  }

  recording(reads: Reads): IndexReader {
    return recordingOf(this, (question) => {
      if (!reads.has(question)) reads.set(question, this.answer(question));
    });
  }

  /** True while every recorded question would be answered as before. */
  stillHolds(reads: ReadonlyMap<string, string>): boolean {
    for (const [question, answer] of reads) if (this.answer(question) !== answer) return false;
    return true;
  }
}

const fingerprints = new Attached<Definition, string>("fingerprint");

/** Definitions of a file by key, made when first asked for; shared by every index that holds the same summary. */
const byKey = new Attached<FileSummary, ReadonlyMap<string, readonly Definition[]>>("definitions by key");

function definitionsOf(summary: FileSummary): ReadonlyMap<string, readonly Definition[]> {
  const known = byKey.get(summary);
  if (known !== undefined) return known;
  // By hand: Node 20, on which the bundles must run, has no `Map.groupBy`.
  const made = new Map<string, Definition[]>();
  for (const each of summary.definitions) {
    const key = `${each.kind} ${each.id}`;
    const group = made.get(key);
    if (group === undefined) made.set(key, [each]);
    else group.push(each);
  }
  byKey.set(summary, made);
  return made;
}

type Lost = ReadonlyMap<FilePath, LostWords>;

interface Known {
  readonly ids: Map<IdKind, readonly string[]>;
  readonly answers: Map<string, string>;
}

/** What an index can be asked, before anything is written down. */
export interface Asked {
  readonly complete: boolean;
  definitions(kind: IdKind, id: string): readonly Definition[];
  uses(kind: IdKind, id: string): readonly Use[];
  isUsed(kind: IdKind, id: string): boolean;
  ids(kind: IdKind): readonly string[];
  isLost(word: string): boolean;
  unread(): boolean;
  fingerprint(definition: Definition): string;
}

interface Answers extends Asked {
  /** Files that define an id, by kind and id: `outcome child-enters-care`. */
  definedIn(key: string): readonly FilePath[];
  usedIn(key: string): readonly FilePath[];
}

/** Fingerprint of what an index answers to a question: `definitions outcome child-enters-care`, `ids study`. */
function answerOf(index: Answers, question: string): string {
  const first = question.indexOf(" ");
  const subject = question.slice(first + 1);
  switch (question.slice(0, first)) {
    case "definitions": {
      const space = subject.indexOf(" ");
      return index
        .definitions(subject.slice(0, space) as IdKind, subject.slice(space + 1))
        .map((each) => `${each.path}:${index.fingerprint(each)}`)
        .join("|");
    }
    case "defined":
      return index.definedIn(subject).join("|");
    case "uses":
      return index.usedIn(subject).join("|");
    case "used":
      return index.usedIn(subject).length === 0 ? "no" : "yes";
    case "lost":
      return index.isLost(subject.slice(lostWord.length + 1)) ? "yes" : "no";
    default:
      return fingerprint(index.ids(subject as IdKind).join("|"));
  }
}

/** A reader over an index that notes what is asked of it. */
export function recordingOf(index: Asked, note: (question: string) => void): IndexReader {
  const known = new Map<IdKind, Map<string, readonly Definition[]>>();
  const unread = (): boolean => {
    note(`uses ${unreadKey}`);
    return index.unread();
  };
  const isLost = (word: string): boolean => {
    note(`lost ${lostWord} ${word}`);
    return index.isLost(word);
  };
  return {
    complete: index.complete,
    fingerprint: (definition) => index.fingerprint(definition),
    definitions: (kind, id) => {
      // Asked by one rule after another.
      let ofKind = known.get(kind);
      if (ofKind === undefined) {
        ofKind = new Map();
        known.set(kind, ofKind);
      }
      const before = ofKind.get(id);
      if (before !== undefined) return before;
      note(`definitions ${kind} ${id}`);
      const found = index.definitions(kind, id);
      ofKind.set(id, found);
      return found;
    },
    defined: (kind, id) => {
      note(`defined ${kind} ${id}`);
      return index.definitions(kind, id);
    },
    uses: (kind, id) => {
      note(`uses ${kind} ${id}`);
      return index.uses(kind, id);
    },
    isUsed: (kind, id) => {
      note(`used ${kind} ${id}`);
      return index.isUsed(kind, id);
    },
    ids: (kind) => {
      note(`ids ${kind}`);
      return index.ids(kind);
    },
    unread,
    mayBeDefined: (kind, id) => unread() || definedAs(kind, id).some(isLost),
    mayBeUsed: (id) => unread() || isLost(usedAs(id)),
  };
}

const none: readonly never[] = [];
const unreadKey = `${unreadFile.kind} ${unreadFile.id}`;

interface Named {
  readonly kind: Use["kind"];
  readonly id: string;
}

/** Nearly every key leaves the ids of a file as they are. */
const sameNames = (was: readonly Named[], is: readonly Named[]): boolean =>
  was.length === is.length && was.every(({ kind, id }, at) => kind === is[at]?.kind && id === is[at]?.id);

/** What each id of a list is called in an index. */
export const keysOf = (items: readonly Named[]): Set<string> => new Set(items.map((each) => `${each.kind} ${each.id}`));

function push(map: Map<string, FilePath[]>, key: string, path: FilePath): void {
  const paths = map.get(key);
  if (paths === undefined) map.set(key, [path]);
  else paths.push(path);
}

function moved(map: Paths, path: FilePath, was: readonly Named[], is: readonly Named[]): Paths {
  if (sameNames(was, is)) return map;
  const before = keysOf(was);
  const after = keysOf(is);
  const gone = [...before].filter((key) => !after.has(key));
  const come = [...after].filter((key) => !before.has(key));
  if (gone.length === 0 && come.length === 0) return map;
  const next = new Map(map);
  for (const key of gone) {
    const rest = (next.get(key) ?? []).filter((each) => each !== path);
    if (rest.length === 0) next.delete(key);
    else next.set(key, rest);
  }
  for (const key of come) next.set(key, [...(next.get(key) ?? []), path].sort());
  return next;
}

/** The same with what one file lost: few files are broken at a time. */
function lostWith(before: Lost, path: FilePath, lost: LostWords | undefined): Lost {
  const next = new Map(before);
  if (lost === undefined) next.delete(path);
  else next.set(path, lost);
  return next;
}

const lostOf = (summaries: Iterable<FileSummary>): Lost =>
  new Map([...summaries].flatMap(({ path, lost }) => (lost === undefined ? [] : [[path, lost] as const])));
