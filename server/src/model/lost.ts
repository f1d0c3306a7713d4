import { kinds } from "../schema/kinds/index.ts";
import type { IdKind, Kind } from "../schema/shape.ts";
import { brokenChunks } from "../syntax/broken.ts";
import type { ParsedFile, Place, Span } from "../syntax/types.ts";
import type { SpecFields } from "./fields.ts";
import type { Spec } from "./spec.ts";

/** Which kind of document defines ids of a kind. */
const definedBy: Readonly<Record<IdKind, Kind>> = {
  intervention: "intervention",
  outcome: "outcome",
  study: "study",
  "unit-costs": "unit-costs",
  "unit-cost": "unit-costs",
  area: "area",
  portfolio: "portfolio",
  measure: "outcome",
  "shared-cost": "portfolio",
  benefit: "intervention",
  cluster: "area",
  need: "area",
};

/** The lost word by which an id may be used: of an entry, its name without its library. */
export const usedAs = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/** The lost words by which an id may be defined: its own, or that of the library it stands in. */
export const definedAs = (kind: IdKind, id: string): readonly string[] =>
  id.split("/").map((part) => `${definedBy[kind]}/${part}`);

/**
 * The words of a file that were not read: in text broken as YAML, under keys that nobody knows, where another sort of thing belongs, in
 * documents of no known kind. Any of them may define an id or use one, so neither is said to be missing or unused on their account.
 * Looked for when first asked: few ids are missing, and text is broken at many a key while it is typed.
 */
export class LostWords {
  readonly #parsed: ParsedFile;
  readonly #specs: readonly Spec[];
  readonly #places: readonly Place[];
  #words: ReadonlySet<string> | undefined;

  private constructor(parsed: ParsedFile, specs: readonly Spec[], places: readonly Place[]) {
    this.#parsed = parsed;
    this.#specs = specs;
    this.#places = places;
  }

  /** Undefined where all of a file was read. */
  static of(parsed: ParsedFile, specs: readonly Spec[], fields: ReadonlyMap<Spec, SpecFields>): LostWords | undefined {
    const places: Place[] = [];
    for (const spec of specs) {
      if (spec.reading === undefined && spec.document.root !== undefined) places.push(spec.document.root);
      for (const place of fields.get(spec)?.lost ?? []) places.push(place);
    }
    for (const { root } of unknownDocuments(parsed, specs)) if (root !== undefined) places.push(root);
    for (const chunk of parsed.issues.length === 0 ? [] : brokenChunks(parsed))
      places.push({ chunk, start: 0, end: chunk.text.length });
    return places.length === 0 ? undefined : new LostWords(parsed, specs, places);
  }

  /** What `usedAs` and `definedAs` may be asked for. */
  get words(): ReadonlySet<string> {
    this.#words ??= this.#gather();
    return this.#words;
  }

  #gather(): ReadonlySet<string> {
    const parsed = this.#parsed;
    const found = new Set<string>();
    const take = ({ start, end }: Span): void => {
      const kind = this.#kindAt(start);
      for (const [word] of parsed.text.slice(start, end).matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) {
        found.add(word);
        // Of a document of no known kind nobody knows what it defines.
        for (const each of kind === undefined ? kindsThatDefine : [kind]) found.add(`${each}/${word}`);
      }
    };
    for (const place of this.#places) take(parsed.spanOf(place));
    for (const issue of parsed.issues)
      if (issue.kind === "conflict-marker") take(conflictFrom(parsed.text, parsed.spanOf(issue).start));
    return found;
  }

  #kindAt(offset: number): Kind | undefined {
    const at = this.#parsed.documents.findLast(({ place }) => this.#parsed.spanOf(place).start <= offset);
    return this.#specs.find(({ document }) => document === at)?.kind;
  }
}

const kindsThatDefine: readonly Kind[] = Object.values(kinds).flatMap(({ head, kind }) =>
  head === undefined ? [] : [kind],
);

const unknownDocuments = ({ documents }: ParsedFile, specs: readonly Spec[]): ParsedFile["documents"] =>
  documents.length === specs.length ? [] : documents.filter((each) => !specs.some(({ document }) => document === each));

/** Both sides of a conflict, one of which is not read. */
function conflictFrom(text: string, start: number): Span {
  const close = /^>{7}/m.exec(text.slice(start))?.index;
  return { start, end: close === undefined ? text.length : start + close };
}
