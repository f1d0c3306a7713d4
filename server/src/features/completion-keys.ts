import type { Snapshot } from "../analysis/types.ts";
import { rules } from "../rules/index.ts";
import { headKeys } from "../schema/kind-of.ts";
import { kinds } from "../schema/kinds/index.ts";
import { keysOf, type SpecPath } from "../schema/lookup.ts";
import type { IdKind, Key, Kind, KindDescription, Shape } from "../schema/shape.ts";
import { kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { specBefore } from "./at.ts";
import { blocksFor } from "./completion-blocks.ts";
import type { Completion } from "./completion-item.ts";
import { namedKeys } from "./completion-lines.ts";
import { penFor } from "./completion-pen.ts";
import type { KeyPlace } from "./completion-place-types.ts";
import { bodySnippet, documentSnippet, keySnippet, type Pen, valueSnippet } from "./completion-skeleton.ts";
import type { Snippet } from "./completion-snippet.ts";
import { nounsIn } from "./completion-units.ts";
import { settableIn } from "./scenario-paths.ts";

/** Keys that may stand at a place and do not yet, each with what it needs. */
export function keyCompletions(snapshot: Snapshot, path: FilePath, place: KeyPlace): readonly Completion[] {
  const pen = penFor(snapshot, path, place);
  const top = place.path.length === 0;
  const settings = kindOfName(path) === "settings";
  if (top && !settings && place.siblings.size === 0) return headCompletions(path, place, pen);
  const { kind, shape } = place;
  if (kind === undefined || shape === undefined) return [];
  const keys = keysOf(shape).filter(
    ({ name, key }) => !place.siblings.has(name) && mayHold(key.shape, place) && mayStandInline(key.shape, place),
  );
  const whole = place.first && !top && keys.length > 1 ? itemCompletion(kind, place, keys, pen) : [];
  const blocks = top && !place.named && place.holds === undefined ? blocksFor(kind, place, pen) : [];
  return [
    ...whole,
    ...keys
      .filter(
        ({ name }) => !top || name !== (kinds[kind] as KindDescription<unknown>).head || place.named || !hasHead(place),
      )
      .map(({ name, key }) => keyCompletion(kind, place, name, key, pen)),
    ...openKeys(snapshot, path, place, pen),
    ...blocks,
  ];
}

/** Whether a key could have the lines below the place as its value. */
const mayHold = (shape: Shape<unknown>, { holds }: KeyPlace): boolean =>
  holds === undefined || (holds === "list" ? shape.list !== undefined : (shape.object ?? shape.map) !== undefined);

/** Inside `{…}` amounts, estimates and prose are torn by their commas: only words, ids and what may be unknown are offered. */
function mayStandInline({ scalar }: Shape<unknown>, { inline }: KeyPlace): boolean {
  if (inline !== true) return true;
  if (scalar?.kind === "value" || scalar?.kind === "value-or-ref") return scalar.words.includes("unknown");
  return scalar?.kind === "word" || scalar?.kind === "flag" || scalar?.kind === "ref";
}

const hasHead = (place: KeyPlace): boolean => [...place.siblings.keys()].some((name) => headKeys.has(name));

const insert = (place: KeyPlace, snippet: Snippet): Pick<Completion, "replace" | "snippet"> => ({
  replace: place.replace,
  snippet: place.lead === "" ? snippet : [place.lead, ...snippet],
});

function keyCompletion(kind: Kind, place: KeyPlace, name: string, key: Key, pen: Pen): Completion {
  const snippet = place.named
    ? [name]
    : place.holds !== undefined
      ? [`${name}:`]
      : place.inline === true
        ? [`${name}:`, ...valueSnippet({ scalar: key.shape.scalar } as Shape<unknown>, undefined, 0, pen)]
        : keySnippet(name, key, place.column, pen);
  return {
    label: name,
    sort: "key",
    ...(key.required === true ? { detail: "required" } : {}),
    help: { of: "key", kind, path: [...place.path, name] },
    ...insert(place, snippet),
  };
}

/** A whole new item: its required keys and those that most items have. */
function itemCompletion(
  kind: Kind,
  place: KeyPlace,
  keys: readonly { readonly name: string; readonly key: Key }[],
  pen: Pen,
): readonly Completion[] {
  const list = place.path.at(-1) === 0 ? listKey(kind, place.path) : undefined;
  if (list === undefined || place.shape === undefined) return [];
  const [name] = keys.filter(({ key }) => key.required === true);
  const head = name ?? keys[0];
  if (head === undefined) return [];
  return [
    {
      label: `${head.name} …`,
      sort: "block",
      detail: "a whole item",
      help: { of: "key", kind, path: place.path.slice(0, -1) },
      filter: head.name,
      ...insert(place, bodySnippet(place.shape, list, place.column, pen)),
    },
  ];
}

function listKey(kind: Kind, path: SpecPath): Key | undefined {
  const name = path.at(-2);
  let keys: Readonly<Record<string, Key>> | undefined = kinds[kind].shape.object?.keys;
  for (const step of path.slice(0, -2)) {
    if (typeof step === "string")
      keys = keys?.[step]?.shape.object?.keys ?? keys?.[step]?.shape.list?.item.object?.keys;
  }
  return typeof name === "string" ? keys?.[name] : undefined;
}

interface OpenKey {
  readonly name: string;
  readonly doc: string;
  readonly ref?: IdKind | undefined;
  /** What stands after it to begin with. */
  readonly value?: string;
}

/** Keys of a mapping whose keys are open: known words, ids, counted units. */
function openKeys(snapshot: Snapshot, path: FilePath, place: KeyPlace, pen: Pen): readonly Completion[] {
  const map = place.shape?.map;
  if (map === undefined || !mayStandInline(map.value, place)) return [];
  const ids = map.keyRef === undefined ? [] : snapshot.index.ids(map.keyRef);
  const nouns = place.path.at(-1) === "delivery" ? nounsIn(snapshot, path) : [];
  const known: readonly OpenKey[] = [
    ...Object.entries(map.words ?? {}).map(([name, doc]) => ({ name, doc })),
    ...ids.map((name) => ({ name, doc: "", ref: map.keyRef })),
    ...codesFor(place),
    ...namedKeys(snapshot, path, place.kind, place.path.at(-1)),
    ...nouns.map((name) => ({ name, doc: "counted unit" })),
    ...settableAt(snapshot, path, place),
  ];
  return known
    .filter(({ name }) => !place.siblings.has(name))
    .map(({ name, doc, ref, value }) => ({
      label: name,
      sort: "key" as const,
      ...(doc === "" ? {} : { detail: doc }),
      ...(ref === undefined ? {} : { help: { of: "id" as const, kind: ref, id: name } }),
      ...insert(
        place,
        place.named
          ? [name]
          : value === undefined
            ? [`${name}:`, ...valueSnippet(map.value, undefined, place.column, pen)]
            : [`${name}: `, { text: value }],
      ),
    }));
}

/** Under `set:` of a scenario, what the spec says already: to be written over. */
function settableAt(snapshot: Snapshot, path: FilePath, place: KeyPlace): readonly OpenKey[] {
  const [first, , third] = place.path;
  if (place.kind !== "intervention" || first !== "scenarios" || third !== "set") return [];
  const spec = specBefore(snapshot, path, place.replace.start);
  return (spec === undefined ? [] : settableIn(spec)).map((each) => ({
    name: each.path,
    doc: each.text,
    value: each.text,
  }));
}

/** Under `rules:` of the settings, the findings that may be given another severity. */
const codesFor = (place: KeyPlace): readonly OpenKey[] =>
  place.kind === "settings" && place.path.at(-1) === "rules"
    ? rules.map((rule) => ({ name: rule.code, doc: rule.page.title }))
    : [];

/** The kinds of document, that of the file's name first, each with what such a document begins with. */
function headCompletions(path: FilePath, place: KeyPlace, pen: Pen): readonly Completion[] {
  const named = kindOfName(path);
  const stem = /([^/]+)\.[a-z-]+\.ya?ml$/i.exec(path)?.[1];
  return [...headKeys]
    .sort(([, a], [, b]) => Number(b === named) - Number(a === named))
    .map(([head, kind]) => ({
      label: head,
      sort: "block" as const,
      detail: "a new document",
      help: { of: "kind" as const, kind },
      replace: place.replace,
      snippet: place.named ? [head] : documentSnippet(kind, kind === named ? stem : undefined, pen),
    }));
}
