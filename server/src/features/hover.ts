import type { Snapshot } from "../analysis/types.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { type At, at } from "./at.ts";
import { designSheet } from "./design-sheet.ts";
import { claimedSheet, claimSheet, resultSheet } from "./evidence-sheet.ts";
import { idSummary } from "./id-summary.ts";
import { keyHelp } from "./key-help.ts";
import { ratingSheet } from "./rating-sheet.ts";
import { type Link, worksheet } from "./worksheet.ts";

export interface HoverText {
  readonly markdown: string;
  readonly span: Span;
}

/** What stands at an offset: help on a key, what an id means, or how a figure is worked out. Undefined where there is nothing to say. `link`: the address of a place. */
export function hover(snapshot: Snapshot, path: FilePath, offset: number, link?: Link): HoverText | undefined {
  const here = at(snapshot, path, offset);
  const parsed = snapshot.parsed(path);
  if (here?.entry === undefined || parsed === undefined) return undefined;
  const parts = [
    here.onKey ? keyHelp(here) : idSummary(snapshot, here),
    worksheet(snapshot, path, here, link),
    ratingSheet(snapshot, path, here),
    resultSheet(snapshot, here),
    claimedSheet(snapshot, here),
    claimSheet(snapshot, here),
    designSheet(snapshot, here),
    here.onKey ? undefined : wordHelp(here),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return { markdown: parts.join("\n\n---\n\n"), span: parsed.spanOf(here.onKey ? here.entry.key : innermost(here)) };
}

const innermost = (here: At): At["nodes"][number] => here.nodes.at(-1) ?? (here.entry as At["nodes"][number]);

/** What a word such as `prerequisite` means. */
function wordHelp(here: At): string | undefined {
  const node = here.nodes.at(-1);
  const scalar = here.key?.shape.scalar ?? here.key?.shape.list?.item.scalar;
  if (node?.kind !== "scalar" || scalar?.kind !== "word") return undefined;
  const doc = Object.hasOwn(scalar.words, node.text) ? scalar.words[node.text] : undefined;
  return doc === undefined || doc === "" ? undefined : `**${node.text}**: ${doc}`;
}
