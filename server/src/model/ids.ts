import type { Field, IdKind } from "../schema/shape.ts";
import type { ParsedFile, Place, SyntaxNode } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { type Detached, detach } from "./detach.ts";
import { fieldsOf, type SpecFields } from "./fields.ts";
import type { Definition, LocalUse, Spec, Use } from "./spec.ts";

/** What one document defines and uses, with places in its tree. */
export interface LocalIds {
  readonly definitions: readonly LocalDefinition[];
  readonly uses: readonly LocalUse[];
}

interface LocalDefinition {
  readonly kind: IdKind;
  readonly id: string;
  readonly at: Place;
  readonly title?: string;
  readonly meaning: () => Detached;
}

/** Ids that a document holds for itself only; they are never looked for across the project. */
const local: readonly IdKind[] = ["benefit"];

/** Which ids a document defines, and which it uses. `fields` are the spec's, where they are at hand. */
export function idsOf(spec: Spec, fields: SpecFields = fieldsOf(spec)): LocalIds {
  const definitions: LocalIds["definitions"][number][] = [];
  const uses: LocalUse[] = [];
  if (spec.reading === undefined) return { definitions, uses };
  const inherited = inheritedBy(spec);
  const withInherited = (kind: IdKind, meaning: Detached): Detached =>
    kind === "unit-cost" && isRecord(meaning) ? { ...inherited(), ...meaning } : meaning;
  // The entries of a library are definitions of their own; its meaning is what stands around them.
  const own = (kind: IdKind, node: SyntaxNode): Detached =>
    kind === "unit-costs" ? inherited() : withInherited(kind, detach(spec.document, node));
  for (const visit of fields.named) {
    if ("map" in visit) {
      const { keyRef } = visit.map;
      if (keyRef !== undefined) uses.push({ kind: keyRef, id: fullId(keyRef, visit.key, spec.id), at: visit.place });
      continue;
    }
    const { field, scalar, parent } = visit;
    if (scalar.kind === "define" && typeof field.value === "string" && !local.includes(scalar.as)) {
      const title = (parent as unknown as { title?: Field<string> } | undefined)?.title?.value;
      const node = parent?.$node;
      definitions.push({
        kind: scalar.as,
        id: fullId(scalar.as, field.value, spec.id),
        at: field.$definition ?? field.$,
        ...(title === undefined ? {} : { title }),
        meaning: () => (node === undefined ? null : own(scalar.as, node)),
      });
    } else if (scalar.kind === "ref" && typeof field.value === "string") {
      const of =
        scalar.to === "measure"
          ? (parent as unknown as { outcome?: Field<string> } | undefined)?.outcome?.value
          : undefined;
      if (scalar.to === "measure" && of === undefined) continue;
      uses.push({ kind: scalar.to, id: scalar.to === "measure" ? `${of}/${field.value}` : field.value, at: field.$ });
    } else if (scalar.kind === "value-or-ref") {
      uses.push({ kind: scalar.to, id: field.text.trim(), at: field.$ });
    }
  }
  return { definitions, uses };
}

/** Entries are named within their document: `gmca/lac-average`, `child-behaviour/ecbi-intensity`. Needs are named across the project. */
function fullId(kind: IdKind, id: string, owner: string | undefined): string {
  return kind === "unit-cost" || kind === "measure" || kind === "cluster" || kind === "shared-cost"
    ? `${owner ?? ""}/${id}`
    : id;
}

/** What every entry of a library carries unless it has its own: price year and source. Read once for all entries. */
function inheritedBy(spec: Spec): () => { readonly [key: string]: Detached } {
  let inherited: { [key: string]: Detached } | undefined;
  return () => {
    if (inherited !== undefined) return inherited;
    inherited = {};
    const root = spec.document.root;
    if (spec.kind !== "unit-costs" || root?.kind !== "mapping") return inherited;
    for (const entry of root.entries)
      if (entry.key.text === "price_year" || entry.key.text === "source")
        inherited[entry.key.text] = detach(spec.document, entry.value);
    return inherited;
  };
}

const isRecord = (value: Detached): value is { readonly [key: string]: Detached } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The same, as plain data that is kept for closed files and crosses threads. Definitions of one kind may do without their meaning.
 * `open`: the file's trees stay at hand, and what a definition says is read off them when somebody asks; that of an intervention, all of its text, seldom is.
 */
export function publish(
  spec: Spec,
  ids: LocalIds,
  parsed: ParsedFile,
  path: FilePath,
  withoutMeaning: IdKind | undefined,
  open: boolean,
): { readonly definitions: readonly Definition[]; readonly uses: readonly Use[] } {
  const by = { kind: spec.kind, id: spec.id };
  return {
    definitions: ids.definitions.map((definition) =>
      open
        ? new OpenDefinition(definition, path, parsed, spec.document.index)
        : {
            kind: definition.kind,
            id: definition.id,
            ...(definition.title === undefined ? {} : { title: definition.title }),
            path,
            span: parsed.spanOf(definition.at),
            document: spec.document.index,
            meaning: definition.kind === withoutMeaning ? null : definition.meaning(),
          },
    ),
    uses: ids.uses.map((use) =>
      open ? new OpenUse(use, path, parsed, by) : { kind: use.kind, id: use.id, path, span: parsed.spanOf(use.at), by },
    ),
  };
}

/** A definition in a file whose trees are at hand: where it stands and what it says are worked out when somebody asks. */
class OpenDefinition implements Definition {
  readonly kind: Definition["kind"];
  readonly id: string;
  readonly title?: string;
  readonly path: FilePath;
  readonly document: number;
  readonly #local: LocalDefinition;
  readonly #parsed: ParsedFile;
  #meaning: Detached | undefined;

  constructor(local: LocalDefinition, path: FilePath, parsed: ParsedFile, document: number) {
    this.kind = local.kind;
    this.id = local.id;
    if (local.title !== undefined) this.title = local.title;
    this.path = path;
    this.document = document;
    this.#local = local;
    this.#parsed = parsed;
  }

  get span(): Definition["span"] {
    return this.#parsed.spanOf(this.#local.at);
  }

  get meaning(): Detached {
    this.#meaning ??= this.#local.meaning();
    return this.#meaning;
  }
}

/** A use in a file whose trees are at hand. Where it stands is asked by few, and every key moves what is below it. */
class OpenUse implements Use {
  readonly kind: Use["kind"];
  readonly id: string;
  readonly path: FilePath;
  readonly by: Use["by"];
  readonly #at: Place;
  readonly #parsed: ParsedFile;

  constructor({ kind, id, at }: LocalUse, path: FilePath, parsed: ParsedFile, by: Use["by"]) {
    this.kind = kind;
    this.id = id;
    this.path = path;
    this.by = by;
    this.#at = at;
    this.#parsed = parsed;
  }

  get span(): Use["span"] {
    return this.#parsed.spanOf(this.#at);
  }
}
