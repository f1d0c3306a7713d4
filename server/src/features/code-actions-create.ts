import type { Snapshot } from "../analysis/types.ts";
import { fieldsOf } from "../model/fields.ts";
import { idsOf } from "../model/ids.ts";
import type { Spec } from "../model/spec.ts";
import { benefitsOf } from "../rules/reference/benefits.ts";
import type { Finding } from "../rules/types.ts";
import { kinds } from "../schema/kinds/index.ts";
import type { IdKind, Kind } from "../schema/shape.ts";
import type { ParsedFile, Place } from "../syntax/types.ts";
import { baseName, folderOf, kindOfName } from "../workspace/names.ts";
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
    .filter(({ code }) => missing.has(code))
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

/** Findings that say that something named is not there. */
const missing: ReadonlySet<string> = new Set([
  "reference/not-found",
  "reference/needs-not-listed",
  "reference/unknown-benefit",
  "reference/unknown-share",
]);

const names: Partial<Record<IdKind, string>> = {
  intervention: "the intervention",
  outcome: "the outcome",
  study: "the study",
  area: "the area",
  "unit-cost": "the unit cost",
  measure: "the measure",
  need: "the need",
  cluster: "the cluster",
  benefit: "the benefit",
  "shared-cost": "the shared cost",
};

/** What is named at a finding, and the document that names it. */
interface Wanted {
  readonly kind: IdKind;
  readonly id: string;
  readonly spec: Spec;
}

function useAt(snapshot: Snapshot, path: FilePath, parsed: ParsedFile, { span, code }: Finding): Wanted | undefined {
  const isHere = (at: Place): boolean => parsed.spanOf(at).start === span.start;
  for (const spec of snapshot.specs(path)) {
    if (code === "reference/unknown-benefit") {
      if (benefitsOf(spec).some(({ includes }) => includes.some(({ at }) => isHere(at))))
        return { kind: "benefit", id: parsed.text.slice(span.start, span.end), spec };
    } else if (code === "reference/unknown-share") {
      const share = fieldsOf(spec).mapKeys.find(({ place }) => isHere(place));
      if (share !== undefined) return { kind: "shared-cost", id: share.key, spec };
    } else {
      const found = idsOf(spec).uses.find(({ at }) => isHere(at));
      if (found !== undefined) return { kind: found.kind, id: found.id, spec };
    }
  }
  return undefined;
}

function creation(snapshot: Snapshot, from: FilePath, { kind, id, spec }: Wanted): Change | undefined {
  switch (kind) {
    case "need":
    case "cluster": {
      const item = kind === "need" ? [`need: ${id}`, "number: unknown", "source: unknown"] : [`cluster: ${id}`];
      const area = areaOf(snapshot, spec);
      return area === undefined ? undefined : itemIn(snapshot, "area", area, `${kind}s`, item);
    }
    case "shared-cost": {
      const owner = portfolioOf(snapshot, spec);
      const item = [`item: ${titleFrom(id)}`, `id: ${id}`, "amount: unknown"];
      return owner === undefined ? undefined : itemIn(snapshot, "portfolio", owner, "shared", item);
    }
    case "benefit":
      return itemAt(snapshot, from, spec.document.index, "benefits", [
        `benefit: ${id}`,
        "amount: unknown",
        "kind: unknown",
        "gains: unknown",
      ]);
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
  kind: "outcome" | "unit-costs" | "area" | "portfolio",
  id: string,
  key: string,
  lines: readonly string[],
): Change | undefined {
  const [definition] = snapshot.index.definitions(kind, id);
  return definition === undefined ? undefined : itemAt(snapshot, definition.path, definition.document, key, lines);
}

function itemAt(
  snapshot: Snapshot,
  path: FilePath,
  document: number,
  key: string,
  lines: readonly string[],
): Change | undefined {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return undefined;
  const root = mappingAt(parsed.documents[document]?.root, []);
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

/** The area whose needs a spec speaks of: the one it names, else the only one there is, or the only one with needs. */
function areaOf(snapshot: Snapshot, spec: Spec): string | undefined {
  if (spec.kind === "area") return spec.id;
  const named = idsOf(spec).uses.find(({ kind }) => kind === "area")?.id;
  if (named !== undefined) return named;
  const areas = snapshot.index.ids("area");
  const listing = snapshot.index.ids("need").flatMap((id) => snapshot.index.definitions("need", id));
  const paths = new Set(listing.map(({ path, document }) => `${path} ${document}`));
  const withNeeds = areas.filter((id) =>
    snapshot.index.definitions("area", id).some(({ path, document }) => paths.has(`${path} ${document}`)),
  );
  const candidates = withNeeds.length === 0 ? areas : withNeeds;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The portfolio that shares costs with a spec: itself, the one that funds it, or the only one there is. */
function portfolioOf(snapshot: Snapshot, spec: Spec): string | undefined {
  if (spec.kind === "portfolio") return spec.id;
  const funding = spec.id === undefined ? [] : snapshot.index.uses("intervention", spec.id).map(({ by }) => by);
  const named = new Set(funding.flatMap(({ kind, id }) => (kind === "portfolio" && id !== undefined ? [id] : [])));
  const candidates = named.size === 0 ? snapshot.index.ids("portfolio") : [...named];
  return candidates.length === 1 ? candidates[0] : undefined;
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

/** The file of a kind that defines most of it; the one at hand where it is of that kind. Undefined where each document has a file of its own, by its name. */
function fileFor(snapshot: Snapshot, from: FilePath, kind: Kind & IdKind): FilePath | undefined {
  if (kindOfName(from) === kind) return from;
  const held = new Map<FilePath, string[]>();
  for (const path of snapshot.files) if (kindOfName(path) === kind) held.set(path, []);
  for (const id of snapshot.index.ids(kind))
    for (const { path } of snapshot.index.definitions(kind, id)) held.get(path)?.push(id);
  const most = [...held].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))[0];
  if (most === undefined) return undefined;
  const [path, ids] = most;
  return ids.length === 1 && baseName(path).startsWith(`${ids[0]}.`) ? undefined : path;
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
