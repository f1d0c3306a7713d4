import type { KeyPlaces } from "../schema/shape.ts";
import type { Place } from "../syntax/types.ts";

/** Where a key of an object stands: for pointing at a block without pointing at all its lines. */
export const keyPlace = (object: { readonly $keys: KeyPlaces } | undefined, key: string): Place | undefined =>
  object?.$keys.get(key);
