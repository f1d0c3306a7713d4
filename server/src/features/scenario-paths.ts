import type { Spec } from "../model/spec.ts";
import { shapeOfKind, stepInto } from "../schema/lookup.ts";
import type { Shape } from "../schema/shape.ts";
import type { DocumentTree, ScalarNode, SyntaxNode } from "../syntax/types.ts";

/** One part of a scenario's path and what it leads to. */
export interface PathStep {
  /** Where it stands in the path, in characters. */
  readonly from: number;
  readonly to: number;
  /** The key or the name of the item that it selects. */
  readonly target: SyntaxNode;
  /** Set when it selects an item of a list by its name: the scalar that holds the name. */
  readonly named?: ScalarNode;
}

/** A path under `set:` of a scenario, or under `distributions`. */
export interface ScenarioPath {
  readonly key: ScalarNode;
  readonly steps: readonly PathStep[];
}

/** Keys that name an item of a list, as scenarios find it. */
const naming: readonly string[] = ["item", "outcome", "benefit", "scenario", "entry", "measure", "standard", "who"];

/** The paths that the scenarios of a spec set, and those of its distributions, each followed as far as it leads. */
export function placesInPath(spec: Spec): readonly ScenarioPath[] {
  const root = spec.document.root;
  if (spec.kind !== "intervention" || root?.kind !== "mapping") return [];
  const scenarios = under(root, "scenarios");
  const sets = scenarios?.kind === "sequence" ? scenarios.items.map((item) => under(item, "set")) : [];
  const distributions = under(under(under(root, "appraisal"), "uncertainty"), "distributions");
  return [...sets, distributions].flatMap((held) =>
    held?.kind === "mapping"
      ? held.entries.map(({ key }) => ({ key, steps: stepsOf(spec.document, root, key.text) }))
      : [],
  );
}

const under = (node: SyntaxNode | undefined, key: string): SyntaxNode | undefined =>
  node?.kind === "mapping" ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;

function stepsOf(document: DocumentTree, root: SyntaxNode, path: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  let at: SyntaxNode | undefined = root;
  let from = 0;
  while (at !== undefined && from < path.length) {
    const rest = path.slice(from);
    const found: Choice | undefined = choicesOf(document, at)
      .filter(({ name }) => rest === name || rest.startsWith(`${name}.`))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (found === undefined) break;
    const { name, target, named }: Choice = found;
    steps.push({ from, to: from + name.length, target, ...(named === undefined ? {} : { named }) });
    from += name.length + 1;
    at = found.value;
  }
  return steps;
}

/** A place of a spec that a scenario may set: its path, and what is written there. */
export interface Settable {
  readonly path: string;
  readonly text: string;
}

/** Every figure and word of a spec by its path, items of lists by their names. Left out are prose, what is printed, and names that a path cannot hold. */
export function settableIn(spec: Spec): readonly Settable[] {
  const { document } = spec;
  const found: Settable[] = [];
  const visit = (node: SyntaxNode, shape: Shape<unknown> | undefined, path: readonly string[]): void => {
    const at = node.kind === "alias" ? document.resolve(node) : node;
    if (shape === undefined || at === undefined || path.length > deepest) return;
    if (at.kind === "scalar") {
      const kind = shape.scalar?.kind;
      if (kind === "value" || kind === "word" || kind === "value-or-ref")
        found.push({ path: path.join("."), text: at.text });
      return;
    }
    for (const { name, value, named } of choicesOf(document, at)) {
      if (!/^[\w£][\w £%()/-]*$/.test(name) || (path.length === 0 && unset.has(name))) continue;
      // An item that has a name goes by it, not by its number.
      const inList = at.kind === "sequence";
      if (inList && named === undefined && value.kind !== "scalar" && nameOf(document, value) !== undefined) continue;
      visit(value, stepInto(shape, inList ? 0 : name), [...path, name]);
    }
  };
  if (document.root !== undefined) visit(document.root, shapeOfKind(spec.kind), []);
  return found;
}

/** What a variation does not vary. */
const unset: ReadonlySet<string> = new Set(["scenarios", "stated", "source", "ratings", "evaluation", "appraisal"]);
const deepest = 8;

interface Choice {
  readonly name: string;
  readonly target: SyntaxNode;
  readonly value: SyntaxNode;
  readonly named?: ScalarNode;
}

function choicesOf(document: DocumentTree, node: SyntaxNode): readonly Choice[] {
  const at = node.kind === "alias" ? document.resolve(node) : node;
  if (at?.kind === "mapping") return at.entries.map(({ key, value }) => ({ name: key.text, target: key, value }));
  if (at?.kind !== "sequence") return [];
  return at.items.flatMap((item, index) => {
    const named = nameOf(document, item);
    return [
      { name: String(index + 1), target: named ?? item, value: item },
      ...(named === undefined ? [] : [{ name: named.text.trim(), target: named, value: item, named }]),
    ];
  });
}

function nameOf(document: DocumentTree, item: SyntaxNode): ScalarNode | undefined {
  const node = item.kind === "alias" ? document.resolve(item) : item;
  if (node?.kind === "scalar") return node;
  if (node?.kind !== "mapping") return undefined;
  for (const key of naming) {
    const found = node.entries.find((entry) => entry.key.text === key)?.value;
    if (found?.kind === "scalar" && found.text.trim() !== "") return found;
  }
  return undefined;
}
