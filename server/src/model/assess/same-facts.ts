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
  return sameFacts(Object.entries(a), Object.entries(b));
}
