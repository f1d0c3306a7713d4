import type { Field, ListNode, MapNode, ObjectNode, ScalarShape, Shape } from "../schema/shape.ts";
import type { Place } from "../syntax/types.ts";

/** A single value met on a walk: its shape, where it hangs, and the object it belongs to. */
export interface Visit {
  readonly field: Field<unknown>;
  readonly scalar: ScalarShape;
  /** Keys and list positions from the root: `["costs", "lines", 0, "amount"]`. */
  readonly path: readonly (string | number)[];
  /** The nearest object around it, for keys that are read together (`outcome` and `measure`). */
  readonly parent: ObjectNode<Record<string, unknown>> | undefined;
}

/** A key of an open mapping that names something (`shares: {manager: 60%}`). */
export interface KeyVisit {
  readonly key: string;
  readonly place: Place;
  readonly path: readonly (string | number)[];
}

export interface Visitor {
  field?(visit: Visit): void;
  mapKey?(visit: KeyVisit, shape: NonNullable<Shape<unknown>["map"]>): void;
}

/** Visits every single value of a typed reading together with its shape, in the order of the shape's keys. */
export function walk(shape: Shape<unknown>, reading: unknown, visitor: Visitor): void {
  visit(shape, reading, visitor, [], undefined);
}

type Read = Field<unknown> | ObjectNode<Record<string, unknown>> | ListNode<unknown> | MapNode<unknown>;

function visit(
  shape: Shape<unknown>,
  reading: unknown,
  visitor: Visitor,
  path: readonly (string | number)[],
  parent: Visit["parent"],
): void {
  if (reading === undefined) return;
  const read = reading as Read;
  switch (read.$kind) {
    case "field":
      if (shape.scalar) visitor.field?.({ field: read, scalar: shape.scalar, path, parent });
      return;
    case "object":
      for (const [name, described] of Object.entries(shape.object?.keys ?? {})) {
        const child = (read as Record<string, unknown>)[name];
        if (child !== undefined && read.$keys.has(name)) visit(described.shape, child, visitor, [...path, name], read);
      }
      return;
    case "list":
      if (shape.list)
        for (const [index, item] of read.items.entries())
          visit(shape.list.item, item, visitor, [...path, index], parent);
      return;
    case "map":
      if (!shape.map) return;
      for (const entry of read.entries) {
        visitor.mapKey?.({ key: entry.key, place: entry.$key, path }, shape.map);
        visit(shape.map.value, entry.value, visitor, [...path, entry.key], parent);
      }
      return;
  }
}
