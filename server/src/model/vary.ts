/** A document with some of its values set to others: what a scenario is. Nothing is changed; new nodes stand beside the old. */
import { keysOf, stepInto } from "../schema/lookup.ts";
import type { Shape } from "../schema/shape.ts";
import type { AliasNode, DocumentTree, EntryNode, MappingNode, ScalarNode, SyntaxNode } from "../syntax/types.ts";

/** A path such as `costs.lines.Therapists.amount`, and the node to stand there. */
export interface Setting {
  readonly path: string;
  readonly node: SyntaxNode;
}

/** Why a path leads nowhere: the part that was not found, where it was looked for, and what there is instead. */
export interface LostPath {
  readonly step: string;
  readonly under: string;
  readonly known: readonly string[];
}

export type Varied = { readonly ok: true; readonly root: SyntaxNode } | { readonly ok: false; readonly lost: LostPath };

/** Keys that name an item of a list. */
const naming: readonly string[] = [
  "item",
  "outcome",
  "benefit",
  "scenario",
  "entry",
  "measure",
  "standard",
  "who",
  // Of a portfolio.
  "intervention",
  "id",
];

interface Walk {
  readonly document: Pick<DocumentTree, "resolve">;
  readonly value: SyntaxNode;
}

/**
 * The root with one path set. Keys are joined by dots; an item of a list goes by its name (`costs.lines.Therapists.amount`) or its
 * number, from 1. A key that is not there yet is added where the shape knows it by name. Aliases and merges are followed; what they stand for
 * elsewhere stays as it is.
 */
export function vary(
  document: Pick<DocumentTree, "resolve">,
  shape: Shape<unknown>,
  root: SyntaxNode,
  { path, node }: Setting,
): Varied {
  return setIn({ document, value: node }, shape, root, path.trim(), "the document");
}

function setIn(walk: Walk, shape: Shape<unknown>, at: SyntaxNode | undefined, rest: string, under: string): Varied {
  if (rest === "") {
    const single = shape.scalar !== undefined || walk.value.kind === "alias";
    return single ? { ok: true, root: walk.value } : lost("", under, knownIn(walk, shape, at));
  }
  const node = at?.kind === "alias" ? walk.document.resolve(at) : at;
  if (node?.kind === "sequence" && shape.list !== undefined) return setInList(walk, shape.list.item, node, rest, under);
  const empty = node === undefined || (node.kind === "scalar" && node.text.trim() === "");
  if (shape.object === undefined && shape.map === undefined) return lost(rest, under, knownIn(walk, shape, node));
  if (node?.kind === "mapping") return setInMapping(walk, shape, node, rest, under);
  return empty ? setInMapping(walk, shape, undefined, rest, under) : lost(rest, under, []);
}

function setInMapping(
  walk: Walk,
  shape: Shape<unknown>,
  mapping: MappingNode | undefined,
  rest: string,
  under: string,
): Varied {
  const entries = mapping === undefined ? new Map<string, SyntaxNode>() : entriesOf(walk, mapping);
  const step = stepAt(rest, [...entries.keys()]);
  const inner = stepInto(shape, step);
  // An open mapping would take any name, a mistyped one too: there only what the spec already has can be set.
  const open = shape.map !== undefined && shape.map.words === undefined && shape.object === undefined;
  if (inner === undefined || (open && !entries.has(step))) return lost(step, under, knownIn(walk, shape, mapping));
  const result = setIn(walk, inner, entries.get(step), rest.slice(step.length + 1), step);
  if (!result.ok) return result;
  const { chunk, start, end } = walk.value;
  const place = { chunk, start, end, hasAlias: false, hasFlow: false };
  const key: ScalarNode = {
    ...place,
    kind: "scalar",
    style: "plain",
    source: step,
    text: step,
    value: step,
    exact: false,
  };
  const written = mapping?.entries.find((entry) => !entry.merge && entry.key.text === step);
  const entry: EntryNode =
    written === undefined
      ? { ...place, kind: "entry", key, value: result.root, merge: false }
      : { ...written, value: result.root };
  const others = mapping?.entries ?? [];
  const base = mapping ?? { ...place, kind: "mapping" as const, flow: false };
  return {
    ok: true,
    root: {
      ...base,
      entries: written === undefined ? [...others, entry] : others.map((each) => (each === written ? entry : each)),
    },
  };
}

function setInList(
  walk: Walk,
  item: Shape<unknown>,
  list: Extract<SyntaxNode, { kind: "sequence" }>,
  rest: string,
  under: string,
): Varied {
  const names = list.items.map((each) => nameOf(walk, each));
  const step = stepAt(
    rest,
    names.filter((name) => name !== undefined),
  );
  const named = names.indexOf(step);
  const at = named === -1 && /^[1-9]\d*$/.test(step) ? Number(step) - 1 : named;
  const found = list.items[at];
  if (found === undefined)
    return lost(
      step,
      under,
      names.filter((name) => name !== undefined),
    );
  const result = setIn(walk, item, found, rest.slice(step.length + 1), step);
  if (!result.ok) return result;
  return {
    ok: true,
    root: { ...list, items: list.items.map((each, i) => (i === at ? result.root : each)) },
  };
}

/** The longest name there is that the path begins with (names may hold dots), else all up to the next dot. */
function stepAt(rest: string, names: readonly string[]): string {
  const fitting = names.filter((name) => rest === name || rest.startsWith(`${name}.`));
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  const dot = rest.indexOf(".");
  return longest ?? (dot === -1 ? rest : rest.slice(0, dot));
}

/** Values by key, merges followed; what is written wins over what is merged. */
function entriesOf(walk: Walk, mapping: MappingNode, depth = 0): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  for (const entry of mapping.entries)
    if (!entry.merge && !found.has(entry.key.text)) found.set(entry.key.text, entry.value);
  if (depth > 20) return found;
  for (const entry of mapping.entries) {
    if (!entry.merge) continue;
    for (const source of entry.value.kind === "sequence" ? entry.value.items : [entry.value]) {
      const target = resolved(walk, source);
      if (target?.kind !== "mapping") continue;
      for (const [key, value] of entriesOf(walk, target, depth + 1)) if (!found.has(key)) found.set(key, value);
    }
  }
  return found;
}

const resolved = (walk: Walk, node: SyntaxNode): Exclude<SyntaxNode, AliasNode> | undefined =>
  node.kind === "alias" ? walk.document.resolve(node) : node;

function nameOf(walk: Walk, item: SyntaxNode): string | undefined {
  const node = resolved(walk, item);
  if (node?.kind === "scalar") return node.text.trim();
  if (node?.kind !== "mapping") return undefined;
  const entries = entriesOf(walk, node);
  for (const key of naming) {
    const found = entries.get(key);
    const named = found === undefined ? undefined : resolved(walk, found);
    if (named?.kind === "scalar" && named.text.trim() !== "") return named.text.trim();
  }
  return undefined;
}

function knownIn(walk: Walk, shape: Shape<unknown>, node: SyntaxNode | undefined): readonly string[] {
  const target = node === undefined ? undefined : resolved(walk, node);
  if (target?.kind === "sequence")
    return target.items.map((item) => nameOf(walk, item)).filter((name) => name !== undefined);
  const keys = keysOf(shape).map(({ name }) => name);
  return keys.length > 0 || target?.kind !== "mapping" ? keys : [...entriesOf(walk, target).keys()];
}

const lost = (step: string, under: string, known: readonly string[]): Varied => ({
  ok: false,
  lost: { step, under, known },
});
