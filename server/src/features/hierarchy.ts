import type { Snapshot } from "../analysis/types.ts";
import type { Definition, Spec } from "../model/spec.ts";
import type { IdKind, Kind } from "../schema/shape.ts";
import type { ParsedFile, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { definitionsOf } from "./definition.ts";
import { detailOf } from "./item-name.ts";
import { mentionAt, mentionsOf, type Name } from "./names.ts";
import { occurrences } from "./occurrences.ts";

/**
 * What rests on what: a study bears out a claim, a claim on an outcome stands in an intervention, an intervention in a portfolio.
 * A node is something the project defines, or a claim: one item under `outcomes:` of an intervention.
 */
export interface HierarchyNode {
  readonly kind: IdKind | "claim";
  /** Id of the definition; of a claim, that of its intervention. */
  readonly id: string;
  /** Position of a claim among those of its intervention, from 0. */
  readonly claim?: number;
  readonly name: string;
  readonly detail: string;
  readonly path: FilePath;
  readonly span: Span;
  readonly selection: Span;
}

/** A step up or down, and the places that make it. `path` is the file that the spans lie in. */
export interface HierarchyStep {
  readonly node: HierarchyNode;
  readonly path: FilePath;
  readonly spans: readonly Span[];
}

/** Enough to find a node again in a later snapshot. */
export type NodeKey = Pick<HierarchyNode, "kind" | "id" | "claim">;

/** The node that the name at an offset stands for. Undefined where there is none, or nothing defines it. */
export function hierarchyAt(snapshot: Snapshot, path: FilePath, offset: number): HierarchyNode | undefined {
  const name = mentionAt(snapshot, path, offset)?.name;
  return name === undefined || name.kind === "anchor" || name.kind === "step" || name.within !== undefined
    ? undefined
    : definedNode(snapshot, name);
}

/** What uses a node: the claims that cite a study or act on an outcome, the intervention of a claim, the portfolios of an intervention. */
export function usedBy(snapshot: Snapshot, key: NodeKey): readonly HierarchyStep[] {
  if (key.kind === "claim") {
    const claim = claimNode(snapshot, key.id, key.claim ?? 0);
    const owner = definedNode(snapshot, { kind: "intervention", id: key.id });
    return claim === undefined || owner === undefined
      ? []
      : [{ node: owner, path: claim.path, spans: [claim.selection] }];
  }
  const name: Name = { kind: key.kind, id: key.id };
  const uses = occurrences(snapshot, name).filter(({ defines }) => !defines);
  return grouped(
    uses.flatMap(({ path, span, whole }) => {
      const user = userAt(snapshot, path, whole.start);
      return user === undefined ? [] : [{ node: user, path, span }];
    }),
  );
}

/** What a node rests on: the claims of an intervention and what else it uses, the outcome and the studies of a claim, the interventions of a portfolio. */
export function uses(snapshot: Snapshot, key: NodeKey): readonly HierarchyStep[] {
  const node = nodeOf(snapshot, key);
  if (node === undefined) return [];
  const { path } = node;
  const within = mentionsOf(snapshot, path).filter(
    ({ defines, name, whole }) =>
      !defines && name.within === undefined && name.kind !== "unit-costs" && holds(node.span, whole),
  );
  const claims = key.kind === "intervention" ? claimsOf(snapshot, key.id) : [];
  return grouped([
    ...claims.map((claim) => ({ node: claim, path, span: claim.selection })),
    ...within
      .filter(({ whole }) => !claims.some((claim) => holds(claim.span, whole)))
      .flatMap(({ name, span }) => {
        const target = definedNode(snapshot, name);
        return target === undefined ? [] : [{ node: target, path, span }];
      }),
  ]);
}

const nodeOf = (snapshot: Snapshot, key: NodeKey): HierarchyNode | undefined =>
  key.kind === "claim"
    ? claimNode(snapshot, key.id, key.claim ?? 0)
    : definedNode(snapshot, { kind: key.kind, id: key.id });

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** What is defined under a name: its document, or its entry in a list. */
function definedNode(snapshot: Snapshot, name: Name): HierarchyNode | undefined {
  if (name.kind === "anchor" || name.kind === "step") return undefined;
  const [definition] = snapshot.index.defined(name.kind, name.id);
  const [target] = definitionsOf(snapshot, name);
  if (definition === undefined || target === undefined) return undefined;
  return {
    kind: name.kind,
    id: name.id,
    name: name.id,
    detail: definition.title ?? "",
    path: target.path,
    span: spanOf(snapshot, definition, target.span),
    selection: target.span,
  };
}

/** All that belongs to a definition: the mapping that it stands in. */
function spanOf(snapshot: Snapshot, definition: Definition, selection: Span): Span {
  const parsed = snapshot.parsed(definition.path);
  const mapping = parsed?.pathAt(selection.start)?.nodes.findLast(({ kind }) => kind === "mapping");
  return parsed === undefined || mapping === undefined ? selection : parsed.spanOf(mapping);
}

/** What uses the id that stands at an offset: the claim around it, else the document. */
function userAt(snapshot: Snapshot, path: FilePath, offset: number): HierarchyNode | undefined {
  const document = snapshot.parsed(path)?.pathAt(offset)?.document;
  const spec = snapshot.specs(path).find((each) => each.document === document);
  if (spec?.id === undefined) return undefined;
  const claim =
    spec.kind === "intervention"
      ? claimsOf(snapshot, spec.id).find(
          (each) => each.path === path && holds(each.span, { start: offset, end: offset }),
        )
      : undefined;
  const kind = idKindOf(spec.kind);
  return claim ?? (kind === undefined ? undefined : definedNode(snapshot, { kind, id: spec.id }));
}

const idKindOf = (kind: Kind): IdKind | undefined => (kind === "settings" ? undefined : kind);

function claimNode(snapshot: Snapshot, intervention: string, index: number): HierarchyNode | undefined {
  return claimsOf(snapshot, intervention).find(({ claim }) => claim === index);
}

/** The outcomes that an intervention claims to change. */
function claimsOf(snapshot: Snapshot, id: string): readonly HierarchyNode[] {
  const [definition] = snapshot.index.defined("intervention", id);
  const parsed = definition === undefined ? undefined : snapshot.parsed(definition.path);
  if (definition === undefined || parsed === undefined) return [];
  const spec = snapshot.specs(definition.path).find(({ document }) => document.index === definition.document);
  return claimItems(parsed, spec).map(({ span, selection, name, detail }, claim) => ({
    kind: "claim",
    id,
    claim,
    name: `${name} in ${id}`,
    detail,
    path: definition.path,
    span,
    selection,
  }));
}

function claimItems(parsed: ParsedFile, spec: Spec | undefined) {
  if (spec?.kind !== "intervention") return [];
  return (spec.reading?.outcomes?.items ?? []).flatMap((claim) => {
    const { outcome, $node } = claim;
    if (outcome?.value === undefined || $node.kind !== "mapping") return [];
    const span = parsed.spanOf($node);
    const at = parsed.spanOf(outcome.$);
    return [{ span, selection: holds(span, at) ? at : span, name: outcome.value, detail: detailOf($node) ?? "" }];
  });
}

/** Steps to one node are one, with all the places that make it. */
function grouped(
  found: readonly { readonly node: HierarchyNode; readonly path: FilePath; readonly span: Span }[],
): readonly HierarchyStep[] {
  const steps = new Map<string, { node: HierarchyNode; path: FilePath; spans: Span[] }>();
  for (const { node, path, span } of found) {
    const key = `${path} ${node.kind} ${node.id} ${node.claim ?? ""}`;
    const known = steps.get(key);
    if (known === undefined) steps.set(key, { node, path, spans: [span] });
    else if (!known.spans.some(({ start }) => start === span.start)) known.spans.push(span);
  }
  return [...steps.values()];
}
