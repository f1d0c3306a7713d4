import type { Snapshot } from "../analysis/types.ts";
import type { ParsedFile } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { at } from "./at.ts";
import type { PlaceBase, ValuePlace } from "./completion-place-types.ts";

/** Whether a line, from its start to the cursor, is inside a text of several lines: there a `#` is no comment, and nothing is a key. */
export function insideText(parsed: ParsedFile, lineStart: number, offset: number): boolean {
  // Space at the end of a line, and of a text, may belong to nothing.
  const first = lineStart + parsed.text.slice(lineStart, offset).search(/\S/);
  const seen = first < lineStart ? offset : first;
  const node = parsed.pathAt(seen)?.nodes.at(-1);
  if (node?.kind !== "scalar" || node.style === "plain") return false;
  const span = parsed.spanOf(node);
  return span.start < lineStart && seen <= span.end;
}

/**
 * What is asked for on a line of a `[…]` or `{…}` that began on a line before it: an item of a list of ids or words, else nothing, as keys
 * of the mapping around it would not belong there. `outside` where there is no such collection.
 */
export function insideCollection(
  snapshot: Snapshot,
  path: FilePath,
  parsed: ParsedFile,
  lineStart: number,
  offset: number,
  base: Pick<PlaceBase, "kind" | "eol">,
): ValuePlace | undefined | "outside" {
  const nodes = parsed.pathAt(offset)?.nodes ?? [];
  const begun = nodes.findLast((node) => (node.kind === "sequence" || node.kind === "mapping") && node.flow);
  if (begun === undefined) return "outside";
  const span = parsed.spanOf(begun);
  if (span.start >= lineStart || offset <= span.start || offset >= span.end) return "outside";
  const here = at(snapshot, path, offset);
  const item = here?.key?.shape.list?.item;
  const typed = /[^\s,[\]{}"'#]*$/.exec(parsed.text.slice(lineStart, offset))?.[0] ?? "";
  const before = parsed.text.slice(lineStart, offset - typed.length);
  if (here === undefined || item?.scalar === undefined || begun.kind !== "sequence" || !/(?:^|,)\s*$/.test(before))
    return undefined;
  const rest = /^[^\s,[\]{}"'#]*/.exec(parsed.text.slice(offset))?.[0] ?? "";
  const place = { start: offset - typed.length, end: offset + rest.length };
  const others = begun.items.flatMap((each) => (each.kind === "scalar" ? [each.text] : []));
  return {
    ...base,
    form: "value",
    path: [...here.path.filter((step, nth) => nth < here.path.length - 1 || typeof step === "string"), 0],
    shape: { scalar: item.scalar },
    column: 0,
    lead: "",
    siblings: new Map(),
    typed,
    replace: place,
    others: others.filter((each) => each !== typed + rest),
    flow: true,
    word: { start: offset, end: place.end },
    gap: 0,
  };
}
