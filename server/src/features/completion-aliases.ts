import type { Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { anchorMentions } from "./anchors.ts";
import type { Completion } from "./completion-item.ts";
import { commentStart } from "./completion-rows.ts";

/** Names for an alias that is being typed, `*pri`: the anchors before it in its document, the nearest first. Undefined where none is typed. */
export function aliasCompletions(
  snapshot: Snapshot,
  path: FilePath,
  offset: number,
): readonly Completion[] | undefined {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return undefined;
  const before = parsed.text.slice(offset - parsed.positionAt(offset).character, offset);
  const typed = /(?:^|[:,[-]\s+|\[)\*([\w-]*)$/.exec(before)?.[1];
  if (typed === undefined || commentStart(before) !== undefined) return undefined;
  const document = parsed.documents.findLast(({ place }) => parsed.spanOf(place).start <= offset);
  const rest = /^[\w-]*/.exec(parsed.text.slice(offset))?.[0] ?? "";
  const replace = { start: offset - typed.length, end: offset + rest.length };
  const names = anchorMentions(parsed, path, document?.index)
    .filter(({ defines, span }) => defines && span.end < offset)
    .map(({ name }) => name.id)
    .reverse();
  return [...new Set(names)].map((name) => ({
    label: name,
    sort: "id",
    detail: "anchor",
    replace,
    snippet: [name],
  }));
}
