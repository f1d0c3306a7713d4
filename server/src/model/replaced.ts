/** Unit costs, outcomes and areas set to something else, from the outside: `wellspent cost --what-if unit_costs.local/visit.value=£45/hour`. */
import type { Shape } from "../schema/shape.ts";
import { type DefinedReading, definedShapes, detachedDocument } from "./defined.ts";
import { attach } from "./detach.ts";
import type { Definition } from "./spec.ts";
import { type Change, type ChangeProblem, type ChangeWithin, varyNode } from "./variation.ts";

/** What specs use from other documents, by the head key that a path begins with. */
const heads = { unit_costs: "unit-cost", outcome: "outcome", area: "area" } as const;

export type ReplacedKind = (typeof heads)[keyof typeof heads];

/** Definitions that stand instead of those of the files; each notes that it was asked for. */
export interface Replaced {
  find<K extends ReplacedKind>(kind: K, id: string): DefinedReading<K>;
  /** The changes of which nothing was asked for: the figures do not rest on them. */
  unused(): readonly ChangeProblem[];
}

interface Target extends ChangeWithin {
  readonly kind: ReplacedKind;
  readonly id: string;
}

/**
 * Where a change leads outside the spec: `unit_costs.local/visit.value`, or `unit_costs.local/visit` for its value; `outcome.enters-care.better`;
 * `area.example.population...`. Undefined of a path within the spec.
 */
function targetOf(change: Change): Target | undefined {
  const [, head = "", id = "", rest = ""] = /^(unit_costs|outcome|area)\.([^.]+)(?:\.(.*))?$/.exec(change.path) ?? [];
  const kind = heads[head as keyof typeof heads];
  if (kind === undefined) return undefined;
  return { change, kind, id: id.trim(), path: rest === "" && kind === "unit-cost" ? "value" : rest };
}

/** Changes within the spec, and those of what it uses. */
export function sortedChanges(changes: readonly Change[]): {
  readonly within: readonly Change[];
  readonly outside: readonly Target[];
} {
  const outside = changes.map(targetOf).filter((target) => target !== undefined);
  const moved = new Set(outside.map(({ change }) => change));
  return { within: changes.filter((change) => !moved.has(change)), outside };
}

/** Where definitions are looked up. */
interface Definitions {
  definitions(kind: ReplacedKind, id: string): readonly Definition[];
  ids(kind: ReplacedKind): readonly string[];
}

/** The definitions with every change made; the first change that cannot be made stops it. */
export function replaceDefinitions(
  outside: readonly Target[],
  index: Definitions,
): { readonly ok: true; readonly replaced: Replaced } | { readonly ok: false; readonly problem: ChangeProblem } {
  const readings = new Map<string, object>();
  for (const { kind, id, change } of outside) {
    if (readings.has(`${kind} ${id}`)) continue;
    const [definition] = index.definitions(kind, id);
    if (definition === undefined)
      return { ok: false, problem: { reason: "definition-unknown", change, kind, id, known: index.ids(kind) } };
    const root = attach(definition.meaning, { path: definition.path, span: definition.span });
    const own = outside.filter((other) => other.kind === kind && other.id === id);
    const varied = varyNode(detachedDocument, definedShapes[kind] as Shape<unknown>, root, own);
    if (!varied.ok) return { ok: false, problem: placed(varied.problem, kind, id) };
    readings.set(`${kind} ${id}`, varied.reading);
  }
  const asked = new Set<string>();
  const replaced: Replaced = {
    find(kind, id) {
      asked.add(`${kind} ${id}`);
      return readings.get(`${kind} ${id}`) as DefinedReading<typeof kind>;
    },
    unused: () =>
      outside.flatMap(({ change, kind, id }): ChangeProblem[] =>
        asked.has(`${kind} ${id}`) ? [] : [{ reason: "definition-unused", change, kind, id }],
      ),
  };
  return { ok: true, replaced };
}

/** What leads nowhere in a definition is said of the definition. */
const placed = (problem: ChangeProblem, kind: ReplacedKind, id: string): ChangeProblem =>
  problem.reason === "path-unknown" && problem.lost.under === "the document"
    ? { ...problem, reason: "definition-path-unknown", kind, id }
    : problem;
