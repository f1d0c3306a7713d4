/** A spec with some of its values set to others, from the outside: `wellspent cost --what-if costs.period=5 years`. The files stay as they are. */
import { kinds } from "../schema/kinds/index.ts";
import type { Shape } from "../schema/shape.ts";
import { parse } from "../syntax/index.ts";
import type { DocumentTree, ScalarNode, SyntaxNode } from "../syntax/types.ts";
import { readAs } from "./read.ts";
import type { ReplacedKind } from "./replaced.ts";
import type { Spec } from "./spec.ts";
import { type LostPath, vary } from "./vary.ts";
import { walk } from "./walk.ts";

/** A path as in a scenario, and the value to stand there, as it would be written in the file. */
export interface Change {
  readonly path: string;
  readonly value: string;
}

/** Why a change cannot be made. */
export type ChangeProblem =
  | { readonly reason: "path-unknown"; readonly change: Change; readonly lost: LostPath }
  /** No file defines that id; `known` are those there are. */
  | {
      readonly reason: "definition-unknown";
      readonly change: Change;
      readonly kind: ReplacedKind;
      readonly id: string;
      readonly known: readonly string[];
    }
  /** It has no such key. */
  | {
      readonly reason: "definition-path-unknown";
      readonly change: Change;
      readonly kind: ReplacedKind;
      readonly id: string;
      readonly lost: LostPath;
    }
  /** The figures of the spec do not rest on it. */
  | { readonly reason: "definition-unused"; readonly change: Change; readonly kind: ReplacedKind; readonly id: string }
  | {
      readonly reason: "value-unreadable";
      readonly change: Change;
      /** What is wrong with it and a form that would be read, where the grammar says. */
      readonly message?: string;
      readonly example?: string;
      /** The words that may stand there, where only words may. */
      readonly words?: readonly string[];
    };

export type Variation<S> =
  | { readonly ok: true; readonly spec: S }
  | { readonly ok: false; readonly problem: ChangeProblem };

/** Kinds that have figures of their own. */
type Varied = Extract<Spec, { readonly kind: "intervention" | "portfolio" }>;

/**
 * The spec with every change made, in order; what its publication prints and its scenarios are left out, for they speak of the spec as
 * written. The first change that cannot be made stops it: half a variation is none.
 */
export function varySpec<S extends Varied>(spec: S, changes: readonly Change[]): Variation<S> {
  const { document } = spec;
  const { root } = document;
  if (root === undefined || spec.reading === undefined)
    return lost(changes[0] ?? { path: "", value: "" }, { step: "", under: "the document", known: [] });
  const varied = varyNode(
    document,
    kinds[spec.kind].shape as Shape<unknown>,
    root,
    changes.map((change) => ({ change, path: change.path })),
  );
  if (!varied.ok) return varied;
  const {
    stated: _stated,
    scenarios: _scenarios,
    ...rest
  } = varied.reading as {
    stated?: unknown;
    scenarios?: unknown;
  };
  return { ok: true, spec: { ...spec, reading: rest as S["reading"] } };
}

/** A change, and its path within what is changed. */
export interface ChangeWithin {
  readonly change: Change;
  readonly path: string;
}

type Failed = Extract<Variation<never>, { readonly ok: false }>;

/** A document, or a definition, with every change made, read by its shape. */
export function varyNode(
  document: DocumentTree,
  shape: Shape<unknown>,
  root: SyntaxNode,
  changes: readonly ChangeWithin[],
): Failed | { readonly ok: true; readonly reading: object } {
  let varied = root;
  const put = new Map<SyntaxNode, Change>();
  for (const { change, path } of changes) {
    const node = nodeOf(change.value);
    if (node === undefined) return { ok: false, problem: { reason: "value-unreadable", change } };
    const result = vary(document, shape, varied, { path, node });
    if (!result.ok) return lost(change, result.lost);
    varied = result.root;
    for (const each of scalarsIn(node)) put.set(each, change);
  }
  const reading = readAs(shape, document, varied) as object;
  const problem = unreadable(shape, reading, put);
  return problem === undefined ? { ok: true, reading } : { ok: false, problem };
}

const lost = (change: Change, of: LostPath): Failed => ({
  ok: false,
  problem: { reason: "path-unknown", change, lost: of },
});

/** The first of the values put in that cannot stand where it was put. */
function unreadable(shape: Shape<unknown>, reading: unknown, put: ReadonlyMap<SyntaxNode, Change>) {
  let found: ChangeProblem | undefined;
  const read = new Set<SyntaxNode>();
  walk(shape, reading, {
    field: ({ field, scalar }) => {
      read.add(field.$node);
      const change = put.get(field.$node);
      if (change === undefined || field.problem === undefined) return;
      const { problem } = field;
      found ??= {
        reason: "value-unreadable",
        change,
        ...("message" in problem ? { message: problem.message, example: problem.example } : {}),
        ...(scalar.kind === "word" ? { words: Object.keys(scalar.words) } : {}),
      };
    },
  });
  // A single value where a block belongs, or a key that is not known there, is read as nothing.
  for (const [node, change] of put) if (!read.has(node)) found ??= { reason: "value-unreadable", change };
  return found;
}

/** The single values of what is put in; keys are none. */
function scalarsIn(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === "mapping") return node.entries.flatMap(({ value }) => scalarsIn(value));
  return node.kind === "sequence" ? node.items.flatMap(scalarsIn) : [node];
}

/** A value as YAML reads it; text that YAML would tear (`£1,200 # a year`) is taken as it is. Undefined: a list or mapping with a fault. */
function nodeOf(value: string): SyntaxNode | undefined {
  const text = value.trim();
  const parsed = parse(`value: ${text}`);
  const [document, more] = parsed.documents;
  const root = document?.root;
  const [entry, second] = root?.kind === "mapping" ? root.entries : [];
  const sound = parsed.issues.length === 0 && more === undefined && entry !== undefined && second === undefined;
  if (sound && (entry.value.kind === "mapping" || entry.value.kind === "sequence")) return entry.value;
  if (sound && entry.value.kind === "scalar" && entry.value.source === text) return entry.value;
  return /^[[{]/.test(text) ? undefined : plain(text);
}

const plain = (text: string): ScalarNode => ({
  kind: "scalar",
  chunk: { text },
  start: 0,
  end: text.length,
  hasAlias: false,
  hasFlow: false,
  style: text === "" ? "empty" : "plain",
  source: text,
  text,
  value: text,
  exact: true,
});
