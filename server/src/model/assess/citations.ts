/** Where each value of a spec was read: the source in force at its place, as a short citation. */
import type { Telling } from "../../costing/derive.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { ReadNode } from "../../schema/shape.ts";
import type { Chunk } from "../../syntax/types.ts";
import type { FoundUnitCost } from "./prices.ts";

interface Documents {
  /** The spec, and the definitions of the outcomes that it claims. */
  readonly roots: readonly ReadNode[];
  unitCost(id: string): FoundUnitCost | undefined;
  /** A study, to be named by its own source. */
  study?(id: string): Study | undefined;
}

/**
 * The source in force where a value is written: its own line's, else that of what holds the line, up to the document's. A unit cost is
 * cited by its library, with its id. Read when first asked for.
 */
export function citations({ roots, unitCost, study }: Documents): NonNullable<Telling["cite"]> {
  let known: Gathered | undefined;
  const nameOf = (id: string): string => {
    const own = shortCitation(study?.(id)?.source);
    return own === undefined ? id : `${own} (${id})`;
  };
  return (ref, named) => {
    if (known === undefined) {
      known = { cited: new Map(), waiting: new Map(), named: nameOf };
      for (const root of roots) gather(root, undefined, known);
    }
    if (named === undefined) return citedAt(ref, known);
    const found = unitCost(named);
    const own = shortCitation(found?.entry.source) ?? shortCitation(found?.library?.source);
    return own === undefined ? named : `${own} (${named})`;
  };
}

interface Gathered {
  /** The source in force at each place that was looked at; undefined where nothing is said. */
  readonly cited: Map<object, string | undefined>;
  /** Items of long lists not looked at yet, by the chunk of text they begin in: of a long spec few are asked for. */
  readonly waiting: Map<Chunk, readonly { readonly item: ReadNode; readonly inherited: string | undefined }[]>;
  readonly named: Naming;
}

/** Lists longer than this are looked at item by item. */
const few = 8;

function citedAt(ref: object, known: Gathered): string | undefined {
  if (!known.cited.has(ref) && "chunk" in ref) release(ref.chunk as Chunk, known);
  if (!known.cited.has(ref)) for (const chunk of [...known.waiting.keys()]) release(chunk, known);
  return known.cited.get(ref);
}

function release(chunk: Chunk, known: Gathered): void {
  const items = known.waiting.get(chunk);
  if (items === undefined) return;
  known.waiting.delete(chunk);
  for (const { item, inherited } of items) gather(item, inherited, known);
}

/** Notes the source in force at a node and everything below it. */
function gather(node: unknown, inherited: string | undefined, known: Gathered): void {
  if (Array.isArray(node)) {
    for (const item of node)
      if (node.length > few && isRead(item)) {
        const { chunk } = item.$;
        known.waiting.set(chunk, [...(known.waiting.get(chunk) ?? []), { item, inherited }]);
      } else gather(item, inherited, known);
    return;
  }
  if (!isRead(node)) {
    if (isEntry(node)) gather(node.value, inherited, known);
    return;
  }
  const read = node as ReadNode & Readonly<Record<string, unknown>>;
  const own = shortCitation(read.source) ?? inherited ?? studies(read.evidence, known.named);
  known.cited.set(read.$, own);
  if (read.$kind === "field") return;
  for (const [key, value] of Object.entries(read)) if (!key.startsWith("$")) gather(value, own, known);
}

const isRead = (node: unknown): node is ReadNode => typeof node === "object" && node !== null && "$" in node;

const isEntry = (node: unknown): node is { readonly value: unknown } =>
  typeof node === "object" && node !== null && "$key" in node && "value" in node;

type Naming = (id: string) => string;

/**
 * Where nothing says in what a claim was read, the studies that it cites, by their own sources, named as no more than that: whether
 * they hold its figures is not looked up here.
 */
function studies(evidence: unknown, named: Naming): string | undefined {
  if (typeof evidence !== "object" || evidence === null) return undefined;
  const items = "items" in evidence ? (evidence.items as readonly unknown[]) : [evidence];
  const ids = items.map(valueText).filter((id) => id !== undefined);
  return ids.length === 0 ? undefined : `evidence cited: ${ids.map(named).join(", ")}`;
}

/** `Reeder N, Whitehead S 2016, Table 6`; without authors its title. Undefined when nothing is said. */
export function shortCitation(source: unknown): string | undefined {
  const line = valueText(source);
  if (line !== undefined) return line;
  if (typeof source !== "object" || source === null) return undefined;
  const part = (key: string): string | undefined =>
    key in source ? textOf((source as Readonly<Record<string, unknown>>)[key]) : undefined;
  const by = [part("authors") ?? part("title"), part("year")].filter((each) => each !== undefined).join(" ");
  const text = [by, part("where")].filter((each) => each !== undefined && each !== "").join(", ");
  return text === "" ? undefined : text;
}

function textOf(field: unknown): string | undefined {
  if (typeof field !== "object" || field === null || !("text" in field)) return undefined;
  return typeof field.text === "string" && field.text.trim() !== "" ? field.text.trim() : undefined;
}

/** The text of a value that is one line. */
const valueText = (node: unknown): string | undefined =>
  typeof node === "object" && node !== null && "$kind" in node && node.$kind === "field" ? textOf(node) : undefined;
