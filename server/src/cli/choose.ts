import { nearest } from "../schema/names.ts";
import { UsageError } from "./exit-codes.ts";

/** Ids that a message lists; beyond, their number. */
const mostListed = 20;

/** Those whose id was asked for with `--only`; all of them when none was. An id that nothing bears is a wrong wish, with the nearest known one. */
export function chosenByUser<T>(
  all: readonly T[],
  only: readonly string[],
  idOf: (each: T) => string | undefined,
): readonly T[] {
  if (only.length === 0) return all;
  const ids = [...new Set(all.flatMap((each) => idOf(each) ?? []))].sort();
  for (const id of only)
    if (!ids.includes(id)) throw new UsageError(`Nothing here is called "${id}".${instead(id, ids)}`);
  return all.filter((each) => {
    const id = idOf(each);
    return id !== undefined && only.includes(id);
  });
}

function instead(id: string, ids: readonly string[]): string {
  if (ids.length === 0) return "";
  const near = nearest(id, ids) ?? closeTo(id, ids);
  if (near !== undefined) return ` Did you mean "${near.name}"?`;
  const rest = ids.length - mostListed;
  return ` There are ${ids.slice(0, mostListed).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
}

/** `mst-edge-of-care` where there is `mst`: one begins with the other. */
function closeTo(id: string, ids: readonly string[]): { readonly name: string } | undefined {
  const found = ids.filter((each) => id.startsWith(`${each}-`) || each.startsWith(`${id}-`));
  const [only] = found;
  return found.length === 1 && only !== undefined ? { name: only } : undefined;
}
