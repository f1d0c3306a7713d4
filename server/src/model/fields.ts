import { kinds } from "../schema/kinds/index.ts";
import type { Shape } from "../schema/shape.ts";
import type { Spec } from "./spec.ts";
import { type KeyVisit, type Visit, walk } from "./walk.ts";

/** A key of an open mapping, with what the shape says of such keys. */
export interface MapKey extends KeyVisit {
  readonly map: NonNullable<Shape<unknown>["map"]>;
}

/** The single values and open keys of one document, in the order of its kind's keys. */
export interface SpecFields {
  readonly fields: readonly Visit[];
  readonly mapKeys: readonly MapKey[];
}

/** Walks a spec once and keeps what rules ask for again and again. */
export function fieldsOf(spec: Spec): SpecFields {
  const fields: Visit[] = [];
  const mapKeys: MapKey[] = [];
  walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, {
    field: (visit) => fields.push(visit),
    mapKey: (visit, map) => mapKeys.push({ ...visit, map }),
  });
  return { fields, mapKeys };
}
