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

/** Visits every single value of a typed reading together with its shape, in the order written. */
export function walk(shape: Shape<unknown>, reading: unknown, visitor: Visitor): void {
  visit(shape, reading, visitor, undefined, undefined);
}

type Read = Field<unknown> | ObjectNode<Record<string, unknown>> | ListNode<unknown> | MapNode<unknown>;

/** One step of a path, linked to the step above: paths are written out only for those who ask. */
interface Step {
  readonly step: string | number;
  readonly above: Step | undefined;
}

function pathOf(last: Step | undefined): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let step = last; step !== undefined; step = step.above) path.push(step.step);
  return path.reverse();
}

function visit(
  shape: Shape<unknown>,
  reading: unknown,
  visitor: Visitor,
  above: Step | undefined,
  parent: Visit["parent"],
): void {
  if (reading === undefined) return;
  const read = reading as Read;
  switch (read.$kind) {
    case "field":
      if (shape.scalar)
        visitor.field?.({
          field: read,
          scalar: shape.scalar,
          parent,
          get path() {
            return pathOf(above);
          },
        });
      return;
    case "object": {
      const keys = shape.object?.keys;
      if (keys === undefined) return;
      for (const name of read.$keys.keys()) {
        const described = keys[name];
        const child = (read as Record<string, unknown>)[name];
        if (described !== undefined && child !== undefined)
          visit(described.shape, child, visitor, { step: name, above }, read);
      }
      return;
    }
    case "list":
      if (shape.list)
        for (let index = 0; index < read.items.length; index++)
          visit(shape.list.item, read.items[index], visitor, { step: index, above }, parent);
      return;
    case "map":
      if (!shape.map) return;
      for (const entry of read.entries) {
        visitor.mapKey?.(
          {
            key: entry.key,
            place: entry.$key,
            get path() {
              return pathOf(above);
            },
          },
          shape.map,
        );
        visit(shape.map.value, entry.value, visitor, { step: entry.key, above }, parent);
      }
      return;
  }
}
