import { kinds } from "../schema/kinds/index.ts";
import type { Field, ScalarShape, Shape } from "../schema/shape.ts";
import { Attached } from "../syntax/attached.ts";
import { insideCurly } from "../syntax/curly.ts";
import type { Place } from "../syntax/types.ts";
import { isLibraryId } from "./read.ts";
import type { Spec } from "./spec.ts";
import { type KeyVisit, sameStep, type Visit, type Visitor, walk, walkItem } from "./walk.ts";

/** A key of an open mapping, with what the shape says of such keys. */
export interface MapKey extends KeyVisit {
  readonly map: NonNullable<Shape<unknown>["map"]>;
}

/** Of the single values and open keys of one document what rules ask for, in the order written. */
export interface SpecFields {
  readonly mapKeys: readonly MapKey[];
  /** Values and keys that define or use an id. */
  readonly named: readonly (Visit | MapKey)[];
  /** Values that could not be read. */
  readonly troubled: readonly Visit[];
  /** Values written plainly that may be read in two ways: `no`, `012`, `1:30`. */
  readonly twofold: readonly Visit[];
  /** Values with a point and then three figures, which elsewhere marks thousands. */
  readonly pointed: readonly Visit[];
  /** Values that say only a limit: `20 or more`. */
  readonly limits: readonly Visit[];
  /** Values other than prose between curly quotation marks. */
  readonly curly: readonly Visit[];
  /** What was not read: see `KeyPlaces.lost`. */
  readonly lost: readonly Place[];
}

interface Gathered extends SpecFields {
  readonly mapKeys: MapKey[];
  readonly named: (Visit | MapKey)[];
  readonly troubled: Visit[];
  readonly twofold: Visit[];
  readonly pointed: Visit[];
  readonly limits: Visit[];
  readonly curly: Visit[];
  readonly lost: Place[];
}

/** What was gathered from the items of lists, by item, if anything; owned by a session. A keystroke walks the item it touched. */
export type FieldsMemory = Attached<
  object,
  { readonly at: Parameters<typeof sameStep>[0]; readonly found: Gathered | undefined }
>;

export const createFieldsMemory = (): FieldsMemory => new Attached("fields");

/** Walks a spec once and keeps what rules ask for again and again. */
export function fieldsOf(spec: Spec, memory?: FieldsMemory): SpecFields {
  const found = nothing();
  walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, gatherer(found, memory));
  return found;
}

/** Every single value of a document, in the order written. */
export function everyField(spec: Spec): readonly Visit[] {
  const found: Visit[] = [];
  walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, { field: (visit) => found.push(visit) });
  return found;
}

const nothing = (): Gathered => ({
  mapKeys: [],
  named: [],
  troubled: [],
  twofold: [],
  pointed: [],
  limits: [],
  curly: [],
  lost: [],
});

function gatherer(into: Gathered, memory: FieldsMemory | undefined): Visitor {
  return {
    wants: isAskedFor,
    field(visit) {
      for (const [list, isAsked] of asked) if (isAsked(visit.field, visit.scalar)) into[list].push(visit);
    },
    lost: (place) => into.lost.push(place),
    mapKey(visit, map) {
      const key: MapKey = Object.assign(visit, { map });
      into.mapKeys.push(key);
      if (map.keyRef !== undefined) into.named.push(key);
    },
    ...(memory === undefined
      ? {}
      : {
          item(shape, item, at) {
            const known = memory.get(item);
            if (known !== undefined && sameStep(known.at, at)) {
              if (known.found !== undefined) append(into, known.found);
              return;
            }
            const found = nothing();
            walkItem(shape, item, gatherer(found, memory), at);
            const some = isNothing(found) ? undefined : found;
            memory.set(item, { at, found: some });
            if (some !== undefined) append(into, some);
          },
        }),
  };
}

/** What most items hold: nothing. */
const isNothing = (found: Gathered): boolean => Object.values(found).every((list) => list.length === 0);

function append(into: Gathered, found: Gathered): void {
  for (const each of found.mapKeys) into.mapKeys.push(each);
  for (const each of found.named) into.named.push(each);
  for (const each of found.troubled) into.troubled.push(each);
  for (const each of found.twofold) into.twofold.push(each);
  for (const each of found.pointed) into.pointed.push(each);
  for (const each of found.limits) into.limits.push(each);
  for (const each of found.curly) into.curly.push(each);
  for (const each of found.lost) into.lost.push(each);
}

/** A plain scalar, written where it is read, that other YAML programs may take for a flag or a number of another base. */
const mayBeReadTwoWays = ({ $node: node, $definition }: Field<unknown>): boolean =>
  $definition === undefined &&
  node.kind === "scalar" &&
  node.style === "plain" &&
  (node.text.length <= longestFlag || beginsNumber(node.text.charCodeAt(0))) &&
  /^\s*(?:[-+]?0\d|\d+:|(?:y|n|yes|no|on|off|true|false)\s*$)/i.test(node.text);

/** `false`; most values are longer words, and tell so at once. */
const longestFlag = 5;
const beginsNumber = (first: number): boolean => (first >= 48 && first <= 57) || first === 43 || first === 45;

const saysLimit = ({ value }: Field<unknown>): boolean =>
  (value as { readonly bound?: unknown } | undefined)?.bound !== undefined;

const hasThousandths = ({ text }: Field<unknown>): boolean => text.includes(".") && /\.\d{3}/.test(text);

function namesSomething(field: Field<unknown>, scalar: ScalarShape): boolean {
  if (scalar.kind === "define" || scalar.kind === "ref") return typeof field.value === "string";
  return scalar.kind === "value-or-ref" && isLibraryId(field.text.trim());
}

const isCurly = ({ $node: node }: Field<unknown>, scalar: ScalarShape): boolean =>
  node.kind === "scalar" && scalar.kind !== "text" && insideCurly(node.text) !== undefined;

const isTroubled = ({ problem }: Field<unknown>): boolean => problem !== undefined;

/** Whether any list holds it. Written out, for it is asked of every value of every spec. */
const isAskedFor = (field: Field<unknown>, scalar: ScalarShape): boolean =>
  isTroubled(field) ||
  namesSomething(field, scalar) ||
  mayBeReadTwoWays(field) ||
  hasThousandths(field) ||
  isCurly(field, scalar) ||
  saysLimit(field);

/** Which values each list holds; those of none are only walked past. */
const asked: readonly (readonly [
  list: "named" | "troubled" | "twofold" | "pointed" | "limits" | "curly",
  isAsked: (field: Field<unknown>, scalar: ScalarShape) => boolean,
])[] = [
  ["named", namesSomething],
  ["troubled", isTroubled],
  ["twofold", mayBeReadTwoWays],
  ["pointed", hasThousandths],
  ["limits", saysLimit],
  ["curly", isCurly],
];
