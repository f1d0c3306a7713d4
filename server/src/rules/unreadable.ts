import type { Field, KeyPlaces } from "../schema/shape.ts";

/** True for a key that is there and cannot be read: that has a finding of its own, and what it says is not known. */
export const unreadable = (field: Field<unknown> | undefined): boolean =>
  field?.problem !== undefined && field.problem.reason !== "empty";

/** True for a key with nothing behind it or something that cannot be read: either has a finding of its own. */
export const faulty = (field: Field<unknown> | undefined): boolean => field?.problem !== undefined;

/** True for a key that is written, but as another kind of thing than it is, so that nothing of it was read: that has a finding of its own. */
export const wronglyMade = <K extends string>(
  object: ({ readonly $keys: Pick<KeyPlaces, "has"> } & { readonly [P in K]?: unknown }) | undefined,
  key: K,
): boolean => object?.[key] === undefined && object?.$keys.has(key) === true;
