import { type FileSummary, keysOf } from "../../analysis/index.ts";
import type { Finding } from "../../rules/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { Places } from "../places.ts";
import type { CacheEntry } from "./cache.ts";
import { decodeFinding, decodeSummary, type EncodedFinding, encodeFinding, encodeSummary } from "./cache-items.ts";

/** Ids that a file defines, or those that it uses. */
export type NamedIn = "defined" | "used";

/** An entry as it lies on a shelf: what it says is read when somebody asks. */
export interface Shelved extends CacheEntry {
  /** Keys of the ids. */
  names(what: NamedIn): readonly string[];
}

/** Results that were written down together. */
export interface Shelf {
  readonly entries: readonly Shelved[];
  /** Tells of each id that a file defines, or uses, and of the entry of that file. */
  eachName(what: NamedIn, tell: (key: string, entry: number) => void): void;
}

/**
 * How results are written down: sections of JSON, one to a line, in which a string that comes again is a number of a table; then the
 * summaries, one to a line. Each is read when somebody asks, because a run in which little changed needs few summaries and next to
 * nothing of what was asked of the index. Everything is ASCII, which is quickest to take in.
 */
export function encode(entries: Iterable<CacheEntry>): string {
  const keys = tableOf();
  const texts = tableOf();
  const files: string[] = [];
  const summaries: string[] = [];
  const findings: unknown[] = [];
  const asked: unknown[] = [];
  const places: unknown[] = [];
  const defined: number[] = [];
  const used: number[] = [];
  for (const { path, stamp, hash, summary, checked } of entries) {
    const at = summaries.length;
    files.push(path, stamp, hash);
    for (const key of keysOf(summary.definitions)) defined.push(keys.put(key), at);
    for (const key of keysOf(summary.uses)) used.push(keys.put(key), at);
    summaries.push(JSON.stringify(encodeSummary(summary, keys.put)));
    findings.push(checked === undefined ? 0 : checked.findings.map((each) => encodeFinding(each, path, texts.put)));
    places.push(checked?.places ?? 0);
    asked.push(checked === undefined ? 0 : checked.asked.map(texts.put));
  }
  const sections = [files, keys.all(), defined, used, texts.all(), findings, places, asked];
  return ascii([...sections.map((section) => JSON.stringify(section)), ...summaries].join("\n"));
}

/** Strings, each with its number; undefined is -1. */
function tableOf(): { put(text: string | undefined): number; all(): readonly string[] } {
  const table = new Map<string, number>();
  return {
    put(text) {
      if (text === undefined) return -1;
      const known = table.get(text);
      if (known !== undefined) return known;
      table.set(text, table.size);
      return table.size - 1;
    },
    all: () => [...table.keys()],
  };
}

const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What `encode` wrote, with little of it read yet. Throws on what it did not write. */
export function decode(body: string): Shelf {
  const sections = new Sections(body.split("\n"));
  const files = JSON.parse(sections.lines[0] as string) as readonly string[];
  const entries: Shelved[] = [];
  for (let at = 0; at < files.length; at += 3)
    entries.push(
      new ShelvedEntry(sections, at / 3, files[at] as string, files[at + 1] as string, files[at + 2] as string),
    );
  return {
    entries,
    eachName(what, tell) {
      const names = sections.names(what);
      for (let at = 0; at < names.length; at += 2) tell(sections.key(names[at] as number), names[at + 1] as number);
    },
  };
}

type Encoded<T> = readonly (T | 0)[];

/** The lines of a shelf, each section read once. */
class Sections {
  readonly lines: readonly string[];
  #keys: readonly string[] | undefined;
  #texts: readonly string[] | undefined;
  #findings: Encoded<readonly EncodedFinding[]> | undefined;
  #places: Encoded<Places> | undefined;
  #asked: Encoded<readonly number[]> | undefined;
  readonly #grouped: { [W in NamedIn]?: readonly (readonly string[])[] } = {};

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  #read<T>(line: number): readonly T[] {
    return JSON.parse(this.lines[line] as string) as readonly T[];
  }

  key = (at: number): string => {
    this.#keys ??= this.#read(1);
    return this.#keys[at] as string;
  };

  text = (at: number): string => {
    this.#texts ??= this.#read(4);
    return this.#texts[at] as string;
  };

  names(what: NamedIn): readonly number[] {
    return this.#read(what === "defined" ? 2 : 3);
  }

  namesOf(what: NamedIn, at: number): readonly string[] {
    this.#grouped[what] ??= this.#group(what);
    return this.#grouped[what][at] ?? none;
  }

  #group(what: NamedIn): readonly (readonly string[])[] {
    const names = this.names(what);
    const groups: string[][] = [];
    for (let at = 0; at < names.length; at += 2) {
      const entry = names[at + 1] as number;
      const group = groups[entry] ?? [];
      group.push(this.key(names[at] as number));
      groups[entry] = group;
    }
    return groups;
  }

  findings(at: number): readonly EncodedFinding[] | 0 {
    this.#findings ??= this.#read(5);
    return this.#findings[at] ?? 0;
  }

  places(at: number): Places {
    this.#places ??= this.#read(6);
    return this.#places[at] || none;
  }

  asked(at: number): readonly number[] {
    this.#asked ??= this.#read(7);
    return this.#asked[at] || none;
  }

  summary(at: number, path: FilePath): FileSummary {
    return decodeSummary(JSON.parse(this.lines[8 + at] as string), path, this.key);
  }
}

const none: readonly never[] = [];

class ShelvedEntry implements Shelved {
  readonly path: FilePath;
  readonly stamp: string;
  readonly hash: string;
  readonly #sections: Sections;
  readonly #at: number;
  #summary: FileSummary | undefined;
  #checked: CacheEntry["checked"] | "not read" = "not read";

  constructor(sections: Sections, at: number, path: FilePath, stamp: string, hash: string) {
    this.path = path;
    this.stamp = stamp;
    this.hash = hash;
    this.#sections = sections;
    this.#at = at;
  }

  names(what: NamedIn): readonly string[] {
    return this.#sections.namesOf(what, this.#at);
  }

  get summary(): FileSummary {
    this.#summary ??= this.#sections.summary(this.#at, this.path);
    return this.#summary;
  }

  get checked(): CacheEntry["checked"] {
    if (this.#checked === "not read") {
      const found = this.#sections.findings(this.#at);
      this.#checked = found === 0 ? undefined : new ShelvedCheck(this.#sections, this.#at, this.path, found);
    }
    return this.#checked;
  }
}

class ShelvedCheck implements NonNullable<CacheEntry["checked"]> {
  readonly findings: readonly Finding[];
  readonly #sections: Sections;
  readonly #at: number;

  constructor(sections: Sections, at: number, path: FilePath, found: readonly EncodedFinding[]) {
    this.findings = found.length === 0 ? none : found.map((each) => decodeFinding(each, path, sections.text));
    this.#sections = sections;
    this.#at = at;
  }

  get places(): Places {
    return this.findings.length === 0 ? none : this.#sections.places(this.#at);
  }

  get asked(): readonly string[] {
    return this.#sections.asked(this.#at).map(this.#sections.text);
  }
}
