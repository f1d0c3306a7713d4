import { Attached } from "../syntax/attached.ts";
import type { DocumentTree, EntryNode, MappingNode, SyntaxNode, ToPlain } from "../syntax/types.ts";
import { explainErrors, sortOf } from "./explain-errors.ts";
import type { SchemaIssue } from "./issues.ts";
import { choicesOf, judgeKey } from "./key-issues.ts";
import { type DocumentKind, headKeys, kindOf } from "./kind-of.ts";
import { kinds } from "./kinds/index.ts";
import { entriesOf, type FoundEntry, followed, type Located, placed } from "./locate.ts";
import { keysOf, shapeOfKind } from "./lookup.ts";
import { nearest } from "./names.ts";
import type { Key, Kind, KindDescription, Shape } from "./shape.ts";
import type { Subject } from "./spot.ts";
import { validators } from "./validators.generated.mjs";

export type { SchemaFacts, SchemaIssue } from "./issues.ts";

/** Findings by the node they were found in, so that a keystroke validates again only what it touched. Owned by a session. */
export type StructureCache = Attached<
  SyntaxNode,
  { readonly validator: string; readonly issues: readonly SchemaIssue[] }
>;

export const createStructureCache = (): StructureCache => new Attached("structure");

interface Check {
  readonly document: DocumentTree;
  readonly kind: Kind;
  readonly plainOf: ToPlain;
  readonly cache: StructureCache | undefined;
}

/**
 * What is wrong with the structure of a document: its head, its keys, the sort of node at each, words, ids and addresses. What a
 * value says is not judged here. `path` is the file's, for the kind its name speaks of. Never throws.
 */
export function checkStructure(
  document: DocumentTree,
  path: string,
  plainOf: ToPlain,
  cache?: StructureCache,
): readonly SchemaIssue[] {
  const { root } = document;
  if (root === undefined) return [];
  const found = kindOf(document, path);
  const mapping = root.kind === "alias" ? document.resolve(root) : root;
  if (mapping?.kind !== "mapping")
    return [{ code: "not-a-mapping", place: root, data: { found: sortOf(mapping ?? root), kind: found.kind } }];
  const entries = entriesOf(document, mapping);
  if (found.kind === undefined) return [unknownKind(document, entries)];
  const check: Check = { document, kind: found.kind, plainOf, cache };
  const unknown = unknownAtTop(check, entries);
  const meant = unknown.map((issue) => (issue.code === "unknown-key" ? issue.data.nearest?.name : undefined));
  return [
    ...headIssues(document, found, entries, meant),
    ...unknown,
    ...missingAtTop(check, found, entries, meant),
    ...entries.flatMap((entry) => entryIssues(check, entry)),
  ];
}

function unknownAtTop(check: Check, entries: readonly FoundEntry[]): readonly SchemaIssue[] {
  const shape = shapeOfKind(check.kind);
  const keys = shape.object?.keys ?? {};
  const unknown = entries.filter(({ entry }) => !Object.hasOwn(keys, entry.key.text));
  if (unknown.length === 0) return [];
  const allowed = choicesOf(shape);
  return unknown.map(({ entry, use }) => ({
    ...judgeKey(check.kind, entry.key.text, allowed, undefined),
    ...placed(entry.key, use),
  }));
}

function unknownKind(document: DocumentTree, entries: readonly FoundEntry[]): SchemaIssue {
  const first = entries[0]?.entry.key;
  const allowed = [...headKeys].map(([name, kind]) => ({ name, doc: kinds[kind].doc }));
  const near = first === undefined ? undefined : nearest(first.text, [...headKeys.keys()]);
  return {
    code: "unknown-kind",
    place: first ?? document.root ?? document.place,
    data: {
      ...(first === undefined ? {} : { first: first.text }),
      ...(near === undefined ? {} : { nearest: near }),
      allowed,
    },
  };
}

function headIssues(
  document: DocumentTree,
  found: DocumentKind,
  entries: readonly FoundEntry[],
  meant: readonly (string | undefined)[],
): readonly SchemaIssue[] {
  if (found.kind === undefined) return [];
  const { head: name, suffix } = kinds[found.kind] as KindDescription<unknown>;
  if (name === undefined) return [];
  const first = entries[0]?.entry.key;
  const { head } = found;
  if (head === undefined) {
    // A misspelt head key is reported as that.
    if (meant.includes(name)) return [];
    return [
      { code: "missing-head", place: first ?? document.root ?? document.place, data: { head: name, kind: found.kind } },
    ];
  }
  const issues: SchemaIssue[] = [];
  if (!found.headIsFirst && first !== undefined)
    issues.push({ code: "head-not-first", place: head.key, related: first, data: { head: name, first: first.text } });
  if (found.conflict !== undefined)
    issues.push({
      code: "kind-mismatch",
      place: head.key,
      data: { head: name, kind: found.kind, fileKind: found.conflict, suffix },
    });
  return issues;
}

const required: ReadonlyMap<Kind, ReturnType<typeof keysOf>> = new Map(
  Object.values(kinds).map(({ kind }) => [kind, keysOf(shapeOfKind(kind)).filter(({ key }) => key.required === true)]),
);

/** Required keys but the head, whose absence has its own finding. */
function missingAtTop(
  check: Check,
  found: DocumentKind,
  entries: readonly FoundEntry[],
  meant: readonly (string | undefined)[],
): readonly SchemaIssue[] {
  const { head } = kinds[check.kind] as KindDescription<unknown>;
  const isThere = (name: string): boolean =>
    meant.includes(name) || entries.some(({ entry }) => entry.key.text === name);
  const missing = (required.get(check.kind) ?? []).filter(({ name }) => name !== head && !isThere(name));
  const place = found.head?.key ?? entries[0]?.entry.key ?? check.document.place;
  if (missing.length === 0) return [];
  return [{ code: "missing-key", place, data: { keys: missing.map(({ name, key }) => choice(name, key)) } }];
}

const choice = (name: string, key: Key) => ({
  name,
  doc: key.doc,
  ...(key.example === undefined ? {} : { example: key.example }),
});

/** Validates the value of a top-level key: a list item by item, anything else whole. */
function entryIssues(check: Check, { entry, use }: FoundEntry): readonly SchemaIssue[] {
  const name = entry.key.text;
  const keys = shapeOfKind(check.kind).object?.keys ?? {};
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key === undefined) return [];
  const start: Located = { node: entry.value, key: entry.key, ...(use === undefined ? {} : { use }) };
  const at = followed(check.document, start);
  const item = key.shape.list?.item;
  // Without a memory there is nobody to spare the work.
  if (check.cache !== undefined && at.node.kind === "mapping" && at.use === undefined && !at.node.hasAlias) {
    const parts = inParts(check, name, key.shape, { ...at, node: at.node });
    if (parts !== undefined) return parts;
  }
  if (at.node.kind !== "sequence" || item === undefined)
    return validated(check, `${check.kind}/${name}`, { ...subjectOf(check, name), shape: key.shape, at });
  const few = key.shape.list?.min !== undefined && at.node.items.length < key.shape.list.min;
  if (few) return validated(check, `${check.kind}/${name}`, { ...subjectOf(check, name), shape: key.shape, at });
  return [
    ...at.node.items.flatMap((node) => {
      const place = followed(check.document, { node, ...(at.use === undefined ? {} : { use: at.use }) });
      return validated(check, `${check.kind}/${name}[]`, { ...subjectOf(check, name), shape: item, at: place });
    }),
  ];
}

/** Fewer items than this are not worth validating one by one. */
const many = 8;

/** A mapping that holds long lists: what is around them first, then item by item, so that a keystroke validates the item it touched. */
function inParts(
  check: Check,
  name: string,
  shape: Shape<unknown>,
  at: Located & { readonly node: MappingNode },
): readonly SchemaIssue[] | undefined {
  const { entries } = at.node;
  const isLong = (entry: EntryNode): boolean =>
    entry.value.kind === "sequence" &&
    entry.value.items.length >= many &&
    validators[`${check.kind}/${name}.${entry.key.text}[]`] !== undefined &&
    !entries.some((other) => other !== entry && other.key.text === entry.key.text);
  if (!entries.some(isLong)) return undefined;
  const around: MappingNode = {
    ...at.node,
    entries: entries.map((entry) => (isLong(entry) ? withoutItems(entry) : entry)),
  };
  return [
    ...validated(check, `${check.kind}/${name}`, { ...subjectOf(check, name), shape, at }, around),
    ...entries.filter(isLong).flatMap((entry) => {
      const item = shape.object?.keys[entry.key.text]?.shape.list?.item;
      if (item === undefined || entry.value.kind !== "sequence") return [];
      const inner = entry.key.text;
      const validator = `${check.kind}/${name}.${inner}[]`;
      const about = { ...subjectOf(check, inner), shape: item };
      return entry.value.items.flatMap(
        (node) => held(check, validator, node) ?? validated(check, validator, { ...about, at: { node } }),
      );
    }),
  ];
}

const withoutItems = (entry: EntryNode): EntryNode =>
  entry.value.kind === "sequence" ? { ...entry, value: { ...entry.value, items: [] } } : entry;

const subjectOf = ({ document, kind }: Check, name: string): Omit<Subject, "shape" | "at"> => ({
  document,
  kind,
  name,
});

/** `plain`: what is validated in place of the node, where its lists are validated on their own. */
function validated(check: Check, name: string, subject: Subject, plain?: SyntaxNode): readonly SchemaIssue[] {
  const { node, use } = subject.at;
  const known = use === undefined ? held(check, name, node) : undefined;
  if (known !== undefined) return known;
  const validate = validators[name];
  const valid =
    validate === undefined || node.kind === "alias" || validate(check.plainOf(check.document, plain ?? node));
  const issues = valid ? [] : explainErrors(subject, validate.errors ?? []);
  if (use === undefined && isHeld(node)) check.cache?.set(node, { validator: name, issues });
  return issues;
}

/** What an alias stands for may change while the node stands; a single value is sooner validated than looked up. */
const isHeld = (node: SyntaxNode): boolean => !node.hasAlias && node.kind !== "scalar";

/** What was found in a node before. */
function held({ cache }: Check, name: string, node: SyntaxNode): readonly SchemaIssue[] | undefined {
  const known = cache !== undefined && isHeld(node) ? cache.get(node) : undefined;
  return known?.validator === name ? known.issues : undefined;
}
