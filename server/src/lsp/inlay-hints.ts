import type { InlayHint, InlayHintLabelPart, InlayHintParams } from "vscode-languageserver";
import type { Display, HintKind } from "../features/display.ts";
import { hintTooltip } from "../features/hint-tooltip.ts";
import { type HintPart, inlayHints as hintsIn } from "../features/inlay-hints.ts";
import { rangeOf } from "./convert.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

/** What the server has to know again when the pointer rests on a hint. */
interface HintData {
  readonly uri: string;
  readonly version: number | null;
  readonly of: number;
  readonly kinds: readonly HintKind[];
}

export function inlayHints(seen: Seen | undefined, request: InlayHintParams, display: Display): InlayHint[] {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return [];
  const span = { start: parsed.offsetAt(request.range.start), end: parsed.offsetAt(request.range.end) };
  const version = seen.versionOf(seen.path);
  return hintsIn(seen.snapshot, seen.path, span, display.hints).map(({ offset, of, parts }) => ({
    position: parsed.positionAt(offset),
    label: parts.map((part, index) => partOf(seen, part, index === 0 ? "" : " · ")),
    paddingLeft: true,
    data: {
      uri: request.textDocument.uri,
      version,
      of,
      kinds: [...new Set(parts.map(({ kind }) => kind))],
    } satisfies HintData,
  }));
}

export const hintUri = (hint: InlayHint): string => (hint.data as HintData | undefined)?.uri ?? "";

/** A hint with what stands behind it; as it was, where the text has moved on. */
export function resolveInlayHint(seen: Seen | undefined, hint: InlayHint): InlayHint {
  const data = hint.data as HintData | undefined;
  if (seen === undefined || data === undefined || seen.versionOf(seen.path) !== data.version) return hint;
  return {
    ...hint,
    tooltip: {
      kind: "markdown",
      value: hintTooltip(seen.snapshot, seen.path, data.of, data.kinds, new Places(seen).link),
    },
  };
}

/** A part that rests on another place jumps there when clicked. */
function partOf(seen: Seen, part: HintPart, before: string): InlayHintLabelPart {
  const value = `${before}${part.text}`;
  const other = part.target === undefined ? undefined : seen.snapshot.parsed(part.target.path);
  if (part.target === undefined || other === undefined) return { value };
  return { value, location: { uri: seen.uriOf(part.target.path), range: rangeOf(other, part.target.span) } };
}
