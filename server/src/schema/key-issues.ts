import type { Choice, SchemaIssue } from "./issues.ts";
import { headKeys } from "./kind-of.ts";
import { kinds } from "./kinds/index.ts";
import { entriesOf, placed } from "./locate.ts";
import { homesOf, keysOf, shapeOfKind } from "./lookup.ts";
import type { Nearest } from "./names.ts";
import type { Kind, Shape } from "./shape.ts";
import type { Spot, Subject } from "./spot.ts";
import { isOtherWordFor, nearestKeyName } from "./synonyms.ts";

/** The keys that a mapping of a shape may have, with what each means. */
export function choicesOf(shape: Shape<unknown>): readonly Choice[] {
  if (shape.object !== undefined) return keysOf(shape).map(({ name, key }) => ({ name, doc: key.doc }));
  return Object.entries(shape.map?.words ?? {}).map(([name, doc]) => ({ name, doc }));
}

/** Says of a key that is not described at its place whether it is misspelt or misplaced. A slip of one letter is misspelt, and the field's other word for a key of this place means that key, whatever the word means elsewhere. */
export function judgeKey(
  kind: Kind,
  key: string,
  allowed: readonly Choice[],
  inside: string | undefined,
):
  | Pick<Extract<SchemaIssue, { code: "unknown-key" }>, "code" | "data">
  | Pick<Extract<SchemaIssue, { code: "misplaced-key" }>, "code" | "data"> {
  const within = inside === undefined ? {} : { inside };
  const others = inside === undefined ? kindsWith(key) : [];
  // `evaluation` in a study is no slip for `evaluator`: it is a key, of another kind of document.
  if (others.length > 0 && homesOf(kind, key).length === 0)
    return { code: "unknown-key", data: { key, allowed, ofKinds: others } };
  const near = nearestKey(key, allowed);
  if (inside === undefined && near?.certain !== true && isOfSource(kind, key))
    return { code: "misplaced-key", data: { key, belongs: [["source"]] } };
  const meant =
    near?.certain === true ||
    isOtherWordFor(
      key,
      allowed.map(({ name }) => name),
    );
  const belongs = meant ? [] : homesOf(kind, key);
  if (belongs.length > 0) return { code: "misplaced-key", data: { key, belongs, ...within } };
  return { code: "unknown-key", data: { key, allowed, ...(near === undefined ? {} : { nearest: near }), ...within } };
}

/** `authors:`, `doi:` at the top of a document are those of its source. A library's `year:` may be that of its prices. */
function isOfSource(kind: Kind, key: string): boolean {
  if (key === "year" && kind === "unit-costs") return false;
  return homesOf(kind, key).some((path) => path.length === 1 && path[0] === "source");
}

/** The kinds of document that have a key at their top; of a head key none, which may stand where a list was meant. */
function kindsWith(key: string): readonly Kind[] {
  if (headKeys.has(key)) return [];
  return (Object.keys(kinds) as Kind[]).filter((kind) => shapeOfKind(kind).object?.byName.has(key) === true);
}

/** `net_benefits/case` is near `net_benefit/case`: only what stands before the slash is compared, where keys may carry a unit. */
function nearestKey(key: string, allowed: readonly Choice[]): Nearest | undefined {
  const names = allowed.map(({ name }) => name);
  const slash = key.indexOf("/");
  if (slash <= 0 || names.some((name) => name.includes("/"))) return nearestKeyName(key, names);
  const near = nearestKeyName(key.slice(0, slash), names);
  return near === undefined ? undefined : { ...near, name: `${near.name}${key.slice(slash)}` };
}

/** The findings for keys of a mapping inside a top-level entry that its shape does not describe. */
export function unknownKeys(subject: Subject, spot: Spot, keys: readonly string[]): readonly SchemaIssue[] {
  const { node, use } = spot.located;
  if (node.kind !== "mapping" || keys.length === 0) return [];
  const entries = new Map(entriesOf(subject.document, node).map((found) => [found.entry.key.text, found]));
  const allowed = choicesOf(spot.shape);
  return keys.flatMap((key) => {
    const found = entries.get(key);
    if (found === undefined) return [];
    const at = placed(found.entry.key, use ?? found.use);
    return [{ ...judgeKey(subject.kind, key, allowed, spot.key), ...at }];
  });
}

/** The finding for keys that a mapping lacks, at the key of the mapping, or at its own first key where it is an item of a list. */
export function missingKeys(spot: Spot, names: readonly string[]): SchemaIssue {
  const { node, key, use } = spot.located;
  const first = node.kind === "mapping" ? node.entries[0]?.key : undefined;
  return {
    code: "missing-key",
    ...placed(key ?? first ?? node, use),
    data: {
      keys: names.map((name) => {
        const described = spot.shape.object?.keys[name];
        const example = described?.example;
        return { name, doc: described?.doc ?? "", ...(example === undefined ? {} : { example }) };
      }),
      inside: spot.key,
    },
  };
}
