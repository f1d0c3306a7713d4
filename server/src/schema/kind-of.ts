import type { DocumentTree, EntryNode } from "../syntax/types.ts";
import { kinds } from "./kinds/index.ts";
import type { Kind, KindDescription } from "./shape.ts";

/** What a document is, and how that is known. The head key decides; without one, the file name. */
export interface DocumentKind {
  /** Undefined when neither a head key nor the file name says. */
  readonly kind: Kind | undefined;
  readonly from: "head" | "file-name" | "nothing";
  /** The entry that holds the head key, wherever it stands. */
  readonly head?: EntryNode;
  /** False when another key stands before the head key. */
  readonly headIsFirst: boolean;
  /** The kind the file name speaks of, when the head key says otherwise. Only the first document of a file has to agree with its name. */
  readonly conflict?: Kind;
}

const byHead: ReadonlyMap<string, Kind> = new Map(
  Object.values(kinds).flatMap(({ head, kind }) => (head === undefined ? [] : [[head, kind] as const])),
);

const bySuffix: ReadonlyMap<string, Kind> = new Map(
  Object.values(kinds).flatMap(({ head, suffix, kind }) => (head === undefined ? [] : [[suffix, kind] as const])),
);

/** Head keys of all kinds, with the kind each stands for. */
export const headKeys: ReadonlyMap<string, Kind> = byHead;

/** The kind that a file name speaks of: `x.study.yaml`, `wellspent.yml`. The path may have folders before it; upper and lower case are one. */
export function kindOfFileName(path: string): Kind | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  if (name === "wellspent.yaml" || name === "wellspent.yml") return "settings";
  if (!name.endsWith(".yaml") && !name.endsWith(".yml")) return undefined;
  const stem = name.slice(0, name.lastIndexOf("."));
  const dot = stem.lastIndexOf(".");
  return dot === -1 ? undefined : bySuffix.get(stem.slice(dot + 1));
}

const isKeyOf = (kind: Kind | undefined, key: string): boolean =>
  kind !== undefined &&
  byHead.get(key) !== kind &&
  Object.hasOwn((kinds[kind] as KindDescription<unknown>).shape.object?.keys ?? {}, key);

/**
 * Finds the kind of a document before anything is validated. The first key counts if it can only be a head key (`area:` is an ordinary
 * key of an intervention too); else the head key that the file name asks for, wherever it stands; else the first that can be one.
 */
export function kindOf(document: DocumentTree, path: string): DocumentKind {
  const named = kindOfFileName(path);
  const entries = document.root?.kind === "mapping" ? document.root.entries : [];
  const speaks = (entry: EntryNode) => byHead.has(entry.key.text) && !isKeyOf(named, entry.key.text);
  const first = entries[0];
  const head =
    (first !== undefined && speaks(first) ? first : undefined) ??
    entries.find((entry) => named !== undefined && byHead.get(entry.key.text) === named) ??
    (first !== undefined && byHead.has(first.key.text) ? first : undefined) ??
    entries.find((entry) => speaks(entry) && entry.key.text !== "area");
  if (head === undefined)
    return { kind: named, from: named === undefined ? "nothing" : "file-name", headIsFirst: false };
  const kind = byHead.get(head.key.text);
  const disagrees = named !== undefined && named !== kind && document.index === 0;
  return { kind, from: "head", head, headIsFirst: head === first, ...(disagrees ? { conflict: named } : {}) };
}
