import type { InlayHint, InlayHintLabelPart, InlayHintParams } from "vscode-languageserver";
import { type HintPart, inlayHints as hintsIn } from "../features/inlay-hints.ts";
import { rangeOf } from "./convert.ts";
import type { Seen } from "./session.ts";

export function inlayHints(seen: Seen | undefined, request: InlayHintParams): InlayHint[] {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return [];
  const span = { start: parsed.offsetAt(request.range.start), end: parsed.offsetAt(request.range.end) };
  return hintsIn(seen.snapshot, seen.path, span).map((hint) => ({
    position: parsed.positionAt(hint.offset),
    label: hint.parts.map((part) => partOf(seen, part)),
    paddingLeft: true,
    ...(hint.tooltip === undefined ? {} : { tooltip: { kind: "markdown", value: hint.tooltip } }),
  }));
}

/** A part that rests on another place jumps there when clicked. */
function partOf(seen: Seen, part: HintPart): InlayHintLabelPart {
  const other = part.target === undefined ? undefined : seen.snapshot.parsed(part.target.path);
  if (part.target === undefined || other === undefined) return { value: part.text };
  return { value: part.text, location: { uri: seen.uriOf(part.target.path), range: rangeOf(other, part.target.span) } };
}
