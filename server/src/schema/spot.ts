import type { DocumentTree } from "../syntax/types.ts";
import { followed, type Located, stepDown } from "./locate.ts";
import { keyAt, stepInto } from "./lookup.ts";
import type { Key, Kind, Shape } from "./shape.ts";

/** The value that was validated: a top-level key's, or an item of its list. */
export interface Subject {
  readonly document: DocumentTree;
  readonly kind: Kind;
  /** Name of the top-level key. */
  readonly name: string;
  readonly shape: Shape<unknown>;
  readonly at: Located;
}

/** A place in a subject: its node, its shape, and the key it belongs to. */
export interface Spot {
  readonly located: Located;
  readonly shape: Shape<unknown>;
  readonly key: string;
  /** Undefined for keys of open mappings. */
  readonly described: Key | undefined;
}

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));

/** Finds the place that a JSON Pointer of the plain value stands for. Undefined below an alias that leads nowhere: the parser has reported it. */
export function spotAt(subject: Subject, pointer: string): Spot | undefined {
  const { document, kind, name } = subject;
  const start = followed(document, subject.at);
  let spot: Spot = { located: start, shape: subject.shape, key: name, described: keyAt(kind, [name]) };
  for (const step of stepsOf(pointer)) {
    const located = stepDown(document, spot.located, step);
    const inList = spot.located.node.kind === "sequence";
    const shape = stepInto(spot.shape, inList ? Number(step) : step);
    if (located === undefined || shape === undefined) return undefined;
    const own = inList ? {} : { key: step, described: spot.shape.object?.keys[step] };
    spot = { ...spot, located, shape, ...own };
  }
  return spot.located.node.kind === "alias" ? undefined : spot;
}
