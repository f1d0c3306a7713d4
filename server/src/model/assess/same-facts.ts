/**
 * Whether two sets of facts say the same: equal values in the same order, all the way down. Places in a document are the same only
 * when they are one object, for a node outlives an edit exactly when its text does; so are functions.
 */
export function sameFacts(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if ("chunk" in a || "chunk" in b) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, at) => sameFacts(each, b[at]))
    );
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && sameFacts([...a], [...b]);
  if (a instanceof Set || b instanceof Set) return a instanceof Set && b instanceof Set && sameFacts([...a], [...b]);
  return sameKeys(a as Facts, b as Facts);
}

type Facts = Readonly<Record<string, unknown>>;

/** By hand, for it runs at every key: nothing is allocated for keys and values that are the same. */
function sameKeys(a: Facts, b: Facts): boolean {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length) return false;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    if (key !== others[at] || !sameFacts(a[key], b[key])) return false;
  }
  return true;
}
