import { kinds } from "../schema/kinds/index.ts";
import { unitCostEntry } from "../schema/kinds/unit-costs.ts";
import type { Shape, TypeOf } from "../schema/shape.ts";
import { Attached } from "../syntax/attached.ts";
import { attach } from "./detach.ts";
import { type ReadingCache, readAs } from "./read.ts";
import type { Definition } from "./spec.ts";

/** The shape that each kind of definition is read by. */
export const definedShapes = {
  intervention: kinds.intervention.shape,
  outcome: kinds.outcome.shape,
  study: kinds.study.shape,
  area: kinds.area.shape,
  portfolio: kinds.portfolio.shape,
  "unit-cost": unitCostEntry,
} as const;

type Defined = typeof definedShapes;

type Definable = keyof Defined;
export type DefinedReading<K extends Definable> = TypeOf<Defined[K]> | undefined;

/** Reads what definitions mean as the kinds they are, through the same shapes as an open document. Every place in a reading is the definition's. */
export type DefinitionReader = <K extends Definable>(kind: K, definition: Definition) => DefinedReading<K>;

/** A reader that reads each definition once. Owned by a session. */
export function createDefinitionReader(cache?: ReadingCache): DefinitionReader {
  const readings = new Attached<Definition, { readonly reading: unknown }>("reading");
  return (kind, definition) => {
    let known = readings.get(definition);
    if (known === undefined) {
      const node = attach(definition.meaning, { path: definition.path, span: definition.span });
      known = { reading: readAs(definedShapes[kind] as Shape<unknown>, detachedDocument, node, cache) };
      readings.set(definition, known);
    }
    return known.reading as DefinedReading<typeof kind>;
  };
}

/** A document that a definition from another file seems to stand in. */
export const detachedDocument = {
  index: 0,
  root: undefined,
  place: { chunk: { text: "" }, start: 0, end: 0 },
  resolve: () => undefined,
} as const;
