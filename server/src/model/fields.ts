import { kinds } from "../schema/kinds/index.ts";
import type { Shape } from "../schema/shape.ts";
import { isLibraryId } from "./read.ts";
import type { Spec } from "./spec.ts";
import { type KeyVisit, sameStep, type Visit, type Visitor, walk, walkItem } from "./walk.ts";

/** A key of an open mapping, with what the shape says of such keys. */
export interface MapKey extends KeyVisit {
  readonly map: NonNullable<Shape<unknown>["map"]>;
}

/** The single values and open keys of one document, in the order written. */
export interface SpecFields {
  readonly fields: readonly Visit[];
  readonly mapKeys: readonly MapKey[];
  /** Of both, those that define or use an id. */
  readonly named: readonly (Visit | MapKey)[];
  /** Of the fields, those that could not be read. */
  readonly troubled: readonly Visit[];
  /** Of the fields, those written plainly that may be read in two ways: `no`, `012`, `1:30`. */
  readonly twofold: readonly Visit[];
}

interface Gathered extends SpecFields {
  readonly fields: Visit[];
  readonly mapKeys: MapKey[];
  readonly named: (Visit | MapKey)[];
  readonly troubled: Visit[];
  readonly twofold: Visit[];
}

/** What was gathered from the items of lists, by item; owned by a session. A keystroke walks the item it touched. */
export type FieldsMemory = WeakMap<object, { readonly at: Parameters<typeof sameStep>[0]; readonly found: Gathered }>;

export const createFieldsMemory = (): FieldsMemory => new WeakMap();

/** Walks a spec once and keeps what rules ask for again and again. */
export function fieldsOf(spec: Spec, memory?: FieldsMemory): SpecFields {
  const found = nothing();
  walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, gatherer(found, memory));
  return found;
}

const nothing = (): Gathered => ({ fields: [], mapKeys: [], named: [], troubled: [], twofold: [] });

function gatherer(into: Gathered, memory: FieldsMemory | undefined): Visitor {
  return {
    field(visit) {
      into.fields.push(visit);
      if (namesSomething(visit)) into.named.push(visit);
      if (visit.field.problem !== undefined) into.troubled.push(visit);
      if (mayBeReadTwoWays(visit)) into.twofold.push(visit);
    },
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
            if (known !== undefined && sameStep(known.at, at)) return append(into, known.found);
            const found = nothing();
            walkItem(shape, item, gatherer(found, memory), at);
            memory.set(item, { at, found });
            append(into, found);
          },
        }),
  };
}

function append(into: Gathered, found: Gathered): void {
  for (const each of found.fields) into.fields.push(each);
  for (const each of found.mapKeys) into.mapKeys.push(each);
  for (const each of found.named) into.named.push(each);
  for (const each of found.troubled) into.troubled.push(each);
  for (const each of found.twofold) into.twofold.push(each);
}

/** A plain scalar, written where it is read, that other YAML programs may take for a flag or a number of another base. */
const mayBeReadTwoWays = ({ field: { $node: node, $definition } }: Visit): boolean =>
  $definition === undefined &&
  node.kind === "scalar" &&
  node.style === "plain" &&
  /^\s*(?:[-+]?0\d|\d+:|(?:y|n|yes|no|on|off|true|false)\s*$)/i.test(node.text);

function namesSomething({ field, scalar }: Visit): boolean {
  if (scalar.kind === "define" || scalar.kind === "ref") return typeof field.value === "string";
  return scalar.kind === "value-or-ref" && isLibraryId(field.text.trim());
}
