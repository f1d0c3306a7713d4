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
  /** Of which values it wants to be told; left out: of all. */
  wants?(field: Field<unknown>, scalar: ScalarShape): boolean;
  field?(visit: Visit): void;
  mapKey?(visit: KeyVisit, shape: NonNullable<Shape<unknown>["map"]>): void;
  /** Told of what stands in an object, list or open mapping and was not read. */
  lost?(place: Place): void;
  /** Given an object in a list instead of what is in it: the visitor walks on (`walkItem`), or knows already what it would meet. */
  item?(shape: Shape<unknown>, item: ObjectNode<Record<string, unknown>>, at: Step): void;
}

/** Visits every single value of a typed reading together with its shape, in the order written. */
export function walk(shape: Shape<unknown>, reading: unknown, visitor: Visitor): void {
  visit(shape, reading, visitor, undefined, undefined);
}

/** Visits what is in an object of a list. */
export function walkItem(
  shape: Shape<unknown>,
  item: ObjectNode<Record<string, unknown>>,
  visitor: Visitor,
  at: Step,
): void {
  visit(shape, item, visitor, at, undefined);
}

type Read = Field<unknown> | ObjectNode<Record<string, unknown>> | ListNode<unknown> | MapNode<unknown>;

/** One step of a path, linked to the step above: paths are written out only for those who ask. */
export interface Step {
  readonly step: string | number;
  readonly above: Step | undefined;
}

/** Whether two steps end the same path. */
export function sameStep(a: Step | undefined, b: Step | undefined): boolean {
  let [one, other] = [a, b];
  while (one !== other) {
    if (one === undefined || other === undefined || one.step !== other.step) return false;
    one = one.above;
    other = other.above;
  }
  return true;
}

function pathOf(last: Step | undefined): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let step = last; step !== undefined; step = step.above) path.push(step.step);
  return path.reverse();
}

/** A class, for a long spec makes thousands: a getter on its prototype costs nothing until somebody asks. */
class FieldVisit implements Visit {
  readonly field: Field<unknown>;
  readonly scalar: ScalarShape;
  readonly parent: Visit["parent"];
  readonly #at: Step | undefined;

  constructor(field: Field<unknown>, scalar: ScalarShape, parent: Visit["parent"], at: Step | undefined) {
    this.field = field;
    this.scalar = scalar;
    this.parent = parent;
    this.#at = at;
  }

  get path(): Visit["path"] {
    return pathOf(this.#at);
  }
}

class MapKeyVisit implements KeyVisit {
  readonly key: string;
  readonly place: Place;
  readonly #at: Step | undefined;

  constructor(key: string, place: Place, at: Step | undefined) {
    this.key = key;
    this.place = place;
    this.#at = at;
  }

  get path(): KeyVisit["path"] {
    return pathOf(this.#at);
  }
}

function visitField(
  { scalar }: Shape<unknown>,
  field: Field<unknown>,
  visitor: Visitor,
  at: Step | undefined,
  parent: Visit["parent"],
): void {
  if (scalar && visitor.wants?.(field, scalar) !== false) visitor.field?.(new FieldVisit(field, scalar, parent, at));
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
      visitField(shape, read, visitor, above, parent);
      return;
    case "object": {
      const keys = shape.object?.keys;
      if (keys === undefined) return;
      if (read.$keys.lost !== undefined) for (const place of read.$keys.lost) visitor.lost?.(place);
      for (const name of read.$keys.keys()) {
        const described = keys[name];
        const child = (read as Record<string, unknown>)[name];
        if (described === undefined || child === undefined) continue;
        // Nearly all are single values, of which few are wanted.
        const { scalar } = described.shape;
        if ((child as Read).$kind !== "field") visit(described.shape, child, visitor, { step: name, above }, read);
        else if (scalar && visitor.wants?.(child as Field<unknown>, scalar) !== false)
          visitor.field?.(new FieldVisit(child as Field<unknown>, scalar, read, { step: name, above }));
      }
      return;
    }
    case "list":
      if (read.$node.kind === "sequence" && read.$node.items.length > read.items.length) visitor.lost?.(read.$node);
      if (shape.list)
        for (let index = 0; index < read.items.length; index++) {
          const item = read.items[index] as Read | undefined;
          const at = { step: index, above };
          if (visitor.item !== undefined && item?.$kind === "object") visitor.item(shape.list.item, item, at);
          else visit(shape.list.item, item, visitor, at, parent);
        }
      return;
    case "map":
      if (!shape.map) return;
      if (read.$node.kind === "mapping" && read.$node.entries.length > read.entries.length) visitor.lost?.(read.$node);
      for (const entry of read.entries) {
        visitor.mapKey?.(new MapKeyVisit(entry.key, entry.$key, above), shape.map);
        visit(shape.map.value, entry.value, visitor, { step: entry.key, above }, parent);
      }
      return;
  }
}
