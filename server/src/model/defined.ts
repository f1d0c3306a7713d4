import { kinds } from "../schema/kinds/index.ts";
import { unitCostEntry } from "../schema/kinds/unit-costs.ts";
import type { Shape, TypeOf } from "../schema/shape.ts";
import { attach } from "./detach.ts";
import { readAs } from "./read.ts";
import type { Definition } from "./spec.ts";

const shapes = {
  intervention: kinds.intervention.shape,
  outcome: kinds.outcome.shape,
  study: kinds.study.shape,
  area: kinds.area.shape,
  portfolio: kinds.portfolio.shape,
  "unit-cost": unitCostEntry,
} as const;

type Defined = typeof shapes;

/** Reads what a definition means as the kind it is, through the same shapes as an open document. Every place in it is the definition's. */
export function readDefinition<K extends keyof Defined>(
  kind: K,
  definition: Definition,
): TypeOf<Defined[K]> | undefined {
  const node = attach(definition.meaning, { path: definition.path, span: definition.span });
  return readAs(shapes[kind] as Shape<TypeOf<Defined[K]>>, detachedDocument, node);
}

const detachedDocument = {
  index: 0,
  root: undefined,
  place: { chunk: { text: "" }, start: 0, end: 0 },
  resolve: () => undefined,
} as const;
