import type { Snapshot } from "../analysis/types.ts";
import { idsOf } from "../model/ids.ts";
import type { LocalUse } from "../model/spec.ts";
import type { Finding } from "../rules/types.ts";
import { kinds } from "../schema/kinds/index.ts";
import type { IdKind, Kind } from "../schema/shape.ts";
import type { ParsedFile } from "../syntax/types.ts";
import { folderOf, kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { atFileEnd, entryOf, itemAfter, itemText, lineEnd, mappingAt } from "./code-actions-edits.ts";
import type { Change, CodeAction } from "./code-actions-types.ts";

/** Writes what a reference looks for and nothing defines: in a file of its kind where there is one, else in a new file. */
export function createActions(
  snapshot: Snapshot,
  path: FilePath,
  parsed: ParsedFile,
  findings: readonly Finding[],
): readonly CodeAction[] {
  return findings
    .filter((finding) => finding.code === "reference/not-found")
    .flatMap((finding): CodeAction[] => {
      const use = useAt(snapshot, path, parsed, finding);
      if (use === undefined || use.id === "") return [];
      const change = creation(snapshot, path, use);
      if (change === undefined) return [];
      const where = change.created?.path ?? change.edits[0]?.path ?? "";
      return [
        {
          id: `create ${use.kind} ${use.id}`,
          title: `Create ${names[use.kind] ?? use.kind} "${use.id}" in ${where}`,
          kind: "quickfix",
          finding,
          change: () => change,
        },
      ];
    });
}

const names: Partial<Record<IdKind, string>> = {
  intervention: "the intervention",
  outcome: "the outcome",
  study: "the study",
  area: "the area",
  "unit-cost": "the unit cost",
  measure: "the measure",
};

function useAt(snapshot: Snapshot, path: FilePath, parsed: ParsedFile, finding: Finding): LocalUse | undefined {
  for (const spec of snapshot.specs(path)) {
    const found = idsOf(spec).uses.find((use) => parsed.spanOf(use.at).start === finding.span.start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function creation(snapshot: Snapshot, from: FilePath, { kind, id }: LocalUse): Change | undefined {
  switch (kind) {
    case "unit-cost":
      return unitCost(snapshot, from, id, ["value: unknown", "price_year: unknown", "source: unknown"]);
    case "measure": {
      const [owner = "", name = ""] = id.split("/");
      return itemIn(snapshot, "outcome", owner, "measures", [`measure: ${name}`, "validated: unknown"]);
    }
    case "intervention":
    case "outcome":
    case "area":
      return documentOf(snapshot, from, kind, id, [`title: ${titleFrom(id)}`]);
    case "study":
      return documentOf(snapshot, from, kind, id, [
        "title: unknown",
        "source: unknown",
        "country: unknown",
        "design: unknown",
      ]);
    default:
      return undefined;
  }
}

/** An entry for a library: in the library where it is defined, else in a new library. */
export function unitCost(snapshot: Snapshot, from: FilePath, id: string, lines: readonly string[]): Change | undefined {
  const [library = "", entry = ""] = id.split("/");
  if (library === "" || entry === "") return undefined;
  const item = [`entry: ${entry}`, ...lines];
  if (snapshot.index.definitions("unit-costs", library).length > 0)
    return itemIn(snapshot, "unit-costs", library, "entries", item);
  const parsed = snapshot.parsed(from);
  const eol = parsed?.eol ?? "\n";
  const folder = folderFor(snapshot, from, "unit-costs");
  const path = `${folder === "" ? "" : `${folder}/`}${library}.unit-costs.yaml`;
  if (snapshot.files.includes(path)) return undefined;
  return { edits: [], created: { path, text: `unit_costs: ${library}${eol}entries:${itemText(eol, 2, item)}${eol}` } };
}

/** An item at the end of a top-level list of a document that is there. */
function itemIn(
  snapshot: Snapshot,
  kind: "outcome" | "unit-costs",
  id: string,
  key: string,
  lines: readonly string[],
): Change | undefined {
  const [definition] = snapshot.index.definitions(kind, id);
  const parsed = definition === undefined ? undefined : snapshot.parsed(definition.path);
  if (definition === undefined || parsed === undefined) return undefined;
  const { path } = definition;
  const root = mappingAt(parsed.documents[definition.document]?.root, []);
  if (root === undefined || root.flow) return undefined;
  const list = entryOf(root, key);
  if (list?.value.kind === "sequence" && list.value.items.length > 0) {
    const edit = itemAfter(parsed, list.value, lines);
    return edit === undefined ? undefined : { edits: [{ path, ...edit }] };
  }
  if (list !== undefined && !(list.value.kind === "scalar" && list.value.style === "empty")) return undefined;
  const anchor = list ?? root.entries.at(-1);
  if (anchor === undefined) return undefined;
  const at = lineEnd(parsed, parsed.spanOf(list === undefined ? anchor.value : anchor.key).end);
  const head = list === undefined ? `${parsed.eol}${key}:` : "";
  return { edits: [{ path, span: { start: at, end: at }, text: head + itemText(parsed.eol, 2, lines) }] };
}

function documentOf(
  snapshot: Snapshot,
  from: FilePath,
  kind: "intervention" | "outcome" | "study" | "area",
  id: string,
  lines: readonly string[],
): Change | undefined {
  const written = [`${kinds[kind].head}: ${id}`, ...lines];
  const path = fileFor(snapshot, from, kind);
  const parsed = path === undefined ? undefined : snapshot.parsed(path);
  if (path !== undefined && parsed !== undefined) {
    const first = parsed.text.trim() === "";
    return { edits: [{ path, ...atFileEnd(parsed, first ? written : ["---", ...written]) }] };
  }
  const eol = snapshot.parsed(from)?.eol ?? "\n";
  const folder = folderFor(snapshot, from, kind);
  const created = `${folder === "" ? "" : `${folder}/`}${id}.${kinds[kind].suffix}.yaml`;
  return { edits: [], created: { path: created, text: written.map((line) => `${line}${eol}`).join("") } };
}

/** The file of a kind that defines most of it; the one at hand where it is of that kind. */
function fileFor(snapshot: Snapshot, from: FilePath, kind: Kind & IdKind): FilePath | undefined {
  if (kindOfName(from) === kind) return from;
  const counts = new Map<FilePath, number>();
  for (const path of snapshot.files) if (kindOfName(path) === kind) counts.set(path, 0);
  for (const id of snapshot.index.ids(kind))
    for (const { path } of snapshot.index.definitions(kind, id))
      if (counts.has(path)) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0];
}

/** Where files of a kind are kept; where there are none yet, a folder of that name beside the folder of this file, if that is how this project names them. */
function folderFor(snapshot: Snapshot, from: FilePath, kind: Kind): string {
  const same = snapshot.files.find((path) => kindOfName(path) === kind);
  if (same !== undefined) return folderOf(same);
  const own = folderOf(from);
  const ownKind = kindOfName(from);
  const last = own.slice(own.lastIndexOf("/") + 1);
  if (ownKind === undefined || last !== folders[ownKind]) return own;
  const parent = folderOf(own);
  return `${parent === "" ? "" : `${parent}/`}${folders[kind]}`;
}

const folders: Readonly<Record<Kind, string>> = {
  intervention: "interventions",
  outcome: "outcomes",
  study: "studies",
  "unit-costs": "unit-costs",
  area: "areas",
  portfolio: "portfolios",
  settings: "",
};

/** `child-enters-care` gives `Child enters care`. */
const titleFrom = (id: string): string => {
  const words = id.replace(/-/g, " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
