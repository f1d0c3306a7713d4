import type { ScalarShape, Shape } from "../schema/shape.ts";
import type { MappingNode, ScalarNode } from "../syntax/types.ts";

/** Keys whose value says in a few words what an item of a list is. */
const naming: readonly string[] = ["item", "outcome", "benefit", "scenario", "entry", "measure", "arm", "part"];

/** Keys worth showing beside the name of an item, the first that is there. */
const telling: readonly string[] = [
  "amount",
  "unit_cost",
  "value",
  "effect",
  "change",
  "with",
  "title",
  "rating",
  "set",
];

/** The scalar that names an item of a list: an id, or its first key that does. Undefined where nothing names it. */
export function nameOfItem(item: MappingNode, shape: Shape<unknown> | undefined): ScalarNode | undefined {
  const scalars = item.entries.flatMap(({ key, value }) =>
    value.kind === "scalar" && value.text.trim() !== "" ? [{ key: key.text, value }] : [],
  );
  const byKey = naming.flatMap((name) => scalars.filter(({ key }) => key === name));
  const byShape = scalars.filter(({ key }) => isId(shape?.object?.keys[key]?.shape.scalar));
  return (byKey[0] ?? byShape[0] ?? scalars[0])?.value;
}

const isId = (scalar: ScalarShape | undefined): boolean => scalar?.kind === "define" || scalar?.kind === "ref";

/** A few words that tell an item from its neighbours: its amount, its effect. */
export function detailOf(item: MappingNode): string | undefined {
  for (const name of telling) {
    const found = item.entries.find(({ key }) => key.text === name)?.value;
    if (found?.kind === "scalar" && found.text.trim() !== "") return oneLine(found.text);
  }
  return undefined;
}

/** Text on one line, cut where it is long. */
export function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
