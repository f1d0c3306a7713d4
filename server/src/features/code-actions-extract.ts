import type { Snapshot } from "../analysis/types.ts";
import { asId } from "../schema/names.ts";
import type { Span } from "../syntax/types.ts";
import { read } from "../values/index.ts";
import type { FilePath } from "../workspace/types.ts";
import { unitCost } from "./code-actions-create.ts";
import { mappingAt, nodeAt, textOf } from "./code-actions-edits.ts";
import { type MoneyAt, yearOf } from "./code-actions-money.ts";
import type { CodeAction } from "./code-actions-types.ts";

/** Moves a unit cost that is written out to the library, and refers to it wherever the project writes the same one. */
export function extractAction(snapshot: Snapshot, path: FilePath, money: MoneyAt): CodeAction | undefined {
  if (money.path[0] !== "costs" || money.entry.key.text !== "unit_cost") return undefined;
  if (!read("money", money.node.text).ok) return undefined;
  const here = sameCosts(snapshot, path, money).length;
  const library = libraryFor(snapshot, path);
  const name = freeName(snapshot, library, asId(textOf(money.item, "item") ?? "") ?? "unit-cost");
  const id = `${library}/${name}`;
  const others = filesWith(snapshot, money).filter((file) => file !== path);
  const times = here === 1 ? "" : `, ${here} times here`;
  const further = others.length === 0 ? "" : `${times === "" ? "," : ""} and in other files`;
  return {
    id: `extract ${money.path.join(".")}`,
    title: `Move ${money.node.text}${times}${further} to the unit costs as ${id}`,
    kind: "refactor.extract",
    change() {
      const title = sourceOf(money.item, "item");
      const source = sourceOf(money.item, "source") ?? `as given in ${money.spec.kind} ${money.spec.id ?? path}`;
      const created = unitCost(snapshot, path, id, [
        ...(title === undefined ? [] : [`title: ${title}`]),
        `value: ${money.node.source}`,
        `price_year: ${money.year?.label ?? "unknown"}`,
        `source: ${source}`,
      ]);
      if (created === undefined) return undefined;
      const same = [path, ...others].flatMap((file) => sameCosts(snapshot, file, money));
      const edits = same.map(({ path: file, span }) => ({ path: file, span, text: id }));
      return { ...created, edits: [...edits, ...created.edits] };
    },
  };
}

/** The value as the author wrote it, where it stands on one line. */
function sourceOf(item: MoneyAt["item"], key: string): string | undefined {
  const node = nodeAt(item, [key]);
  return node?.kind === "scalar" && node.source !== "" && !/[\r\n]/.test(node.source) ? node.source : undefined;
}

interface Written {
  readonly path: FilePath;
  readonly span: Span;
}

/** Files that hold such a unit cost in so many words: others are not read. */
const filesWith = (snapshot: Snapshot, money: MoneyAt): readonly FilePath[] =>
  snapshot.files.filter((file) => snapshot.text(file)?.includes(`unit_cost: ${money.node.source}`));

/** Unit costs of a file that say the same in prices of the same year. */
function sameCosts(snapshot: Snapshot, path: FilePath, money: MoneyAt): readonly Written[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  return snapshot.specs(path).flatMap((spec) => {
    const lines = nodeAt(spec.document.root, ["costs", "lines"]);
    if (lines?.kind !== "sequence") return [];
    return lines.items.flatMap((line): Written[] => {
      const item = mappingAt(line, []);
      const node = nodeAt(item, ["unit_cost"]);
      if (item === undefined || node?.kind !== "scalar" || node.text.trim() !== money.node.text.trim()) return [];
      return yearOf(spec, item, "costs")?.label === money.year?.label ? [{ path, span: parsed.spanOf(node) }] : [];
    });
  });
}

/** The library that this file refers to most, else `local`. */
function libraryFor(snapshot: Snapshot, path: FilePath): string {
  const counts = new Map<string, number>();
  for (const id of snapshot.index.ids("unit-costs")) {
    const uses = snapshot.index
      .ids("unit-cost")
      .filter((each) => each.startsWith(`${id}/`))
      .flatMap((each) => snapshot.index.uses("unit-cost", each).filter((use) => use.path === path));
    if (uses.length > 0) counts.set(id, uses.length);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? "local";
}

function freeName(snapshot: Snapshot, library: string, wanted: string): string {
  const taken = (name: string): boolean => snapshot.index.definitions("unit-cost", `${library}/${name}`).length > 0;
  let name = wanted;
  for (let nth = 2; taken(name); nth++) name = `${wanted}-${nth}`;
  return name;
}
