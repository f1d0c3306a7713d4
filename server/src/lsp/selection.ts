import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import { selection } from "../features/selection.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

export function selectionRanges(seen: Seen, request: SelectionRangeParams): SelectionRange[] {
  const places = new Places(seen);
  return request.positions.map((position) => {
    const spans = selection(seen.snapshot, seen.path, seen.offsetAt(position));
    return (
      spans.reduceRight<SelectionRange | undefined>(
        (parent, span) => ({ range: places.range(seen.path, span), ...(parent === undefined ? {} : { parent }) }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    );
  });
}
