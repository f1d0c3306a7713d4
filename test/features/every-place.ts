import { kinds } from "../../server/src/schema/kinds/index.ts";
import { keysOf, type SpecPath, shapeOfKind } from "../../server/src/schema/lookup.ts";
import type { Kind, KindDescription, Shape } from "../../server/src/schema/shape.ts";

/** Every mapping of a kind, as the path to it with list positions. */
export function allMappings(kind: Kind): SpecPath[] {
  const found: SpecPath[] = [];
  const visit = (shape: Shape<unknown>, path: SpecPath): void => {
    if (path.length > 8) return;
    if (shape.object !== undefined) found.push(path);
    for (const { name, key } of keysOf(shape)) visit(key.shape, [...path, name]);
    if (shape.list !== undefined) visit(shape.list.item, [...path, 0]);
  };
  visit(shapeOfKind(kind), []);
  return found;
}

/** Text that leads to a mapping, the cursor where its first key would be. */
export function textTo(kind: Kind, path: SpecPath): string {
  const { head } = kinds[kind] as KindDescription<unknown>;
  let text =
    head === undefined || path.length === 0 ? (head === undefined ? "root: true\n" : `${head}: a\n`) : `${head}: a\n`;
  let column = 0;
  let dash = false;
  for (const step of path) {
    if (typeof step === "number") {
      text += `${" ".repeat(column)}- `;
      column += 2;
      dash = true;
    } else {
      text += `${dash ? "" : " ".repeat(column)}${step}:\n`;
      column += 2;
      dash = false;
    }
  }
  return `${text}${dash ? "" : " ".repeat(column)}$0`;
}
