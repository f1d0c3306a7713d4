import type { Snapshot } from "../analysis/types.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { anchorSpan } from "./anchors.ts";
import { mentionAt, mentionsIn, mentionsOf, type Name, sameName } from "./names.ts";
import { placesInPath } from "./scenario-paths.ts";

export interface Target {
  readonly path: FilePath;
  readonly span: Span;
}

export interface DefinitionLink {
  /** What was followed. */
  readonly from: Span;
  readonly targets: readonly Target[];
}

/** Where what stands at an offset is defined. `library/entry` leads to the entry wherever in it the cursor stands. Undefined where there is nothing to follow. */
export function definition(snapshot: Snapshot, path: FilePath, offset: number): DefinitionLink | undefined {
  return anchorOf(snapshot, path, offset) ?? idOf(snapshot, path, offset) ?? stepOf(snapshot, path, offset);
}

function idOf(snapshot: Snapshot, path: FilePath, offset: number): DefinitionLink | undefined {
  const here = mentionAt(snapshot, path, offset);
  if (here === undefined || here.name.kind === "anchor") return undefined;
  const value = here.name.kind === "unit-costs" && !here.defines ? wholeOf(snapshot, path, here.whole) : here.name;
  const targets = definitionsOf(snapshot, value ?? here.name);
  return targets.length === 0 ? undefined : { from: here.defines ? here.span : here.whole, targets };
}

/** The unit cost that a value names, whose library part the cursor is on. */
const wholeOf = (snapshot: Snapshot, path: FilePath, whole: Span): Name | undefined =>
  mentionsOf(snapshot, path).find(({ name, whole: at }) => name.kind === "unit-cost" && at.start === whole.start)?.name;

/** Where a name is defined; several places when it is defined twice. */
export function definitionsOf(snapshot: Snapshot, name: Name): readonly Target[] {
  const { kind, id, within } = name;
  if (within !== undefined)
    return mentionsOf(snapshot, within.path, within.document)
      .filter((each) => each.defines && sameName(each.name, name))
      .map(({ span }) => ({ path: within.path, span }));
  if (kind === "anchor" || kind === "step") return [];
  return snapshot.index
    .defined(kind, id)
    .flatMap(({ path, span }) =>
      mentionsIn(snapshot.text(path) ?? "", kind, id, span, true).map((each) => ({ path, span: each.span })),
    );
}

/** An alias leads to the anchor that it stands for: the nearest of that name before it. */
function anchorOf(snapshot: Snapshot, path: FilePath, offset: number): DefinitionLink | undefined {
  const parsed = snapshot.parsed(path);
  const found = parsed?.pathAt(offset);
  const alias = found?.nodes.at(-1);
  if (parsed === undefined || found === undefined || alias?.kind !== "alias") return undefined;
  const target = found.document.resolve(alias);
  const span = target === undefined ? undefined : anchorSpan(parsed, target);
  return span === undefined ? undefined : { from: parsed.spanOf(alias), targets: [{ path, span }] };
}

/** A part of a scenario's path leads to the key or item that it changes. */
function stepOf(snapshot: Snapshot, path: FilePath, offset: number): DefinitionLink | undefined {
  const parsed = snapshot.parsed(path);
  const found = parsed?.pathAt(offset);
  const key = found?.nodes.at(-1);
  const spec = snapshot.specs(path).find((each) => each.document === found?.document);
  if (parsed === undefined || spec === undefined || key?.kind !== "scalar" || !key.exact) return undefined;
  const steps = placesInPath(spec).find((each) => each.key === key)?.steps ?? [];
  const start = parsed.spanOf(key).start + key.source.indexOf(key.text);
  const step = steps.find(({ from, to }) => start + from <= offset && offset <= start + to);
  return step === undefined
    ? undefined
    : {
        from: { start: start + step.from, end: start + step.to },
        targets: [{ path, span: parsed.spanOf(step.target) }],
      };
}
