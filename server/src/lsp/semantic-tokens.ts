import type {
  SemanticTokens,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import { tokenModifiers, semanticTokens as tokensIn, tokenTypes } from "../features/semantic-tokens.ts";
import type { Span } from "../syntax/types.ts";
import type { Seen } from "./session.ts";

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** The whole document, or the range on screen. */
export function semanticTokens(
  seen: Seen | undefined,
  request: SemanticTokensParams | SemanticTokensRangeParams,
): SemanticTokens {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return { data: [] };
  const within: Span | undefined =
    "range" in request
      ? { start: parsed.offsetAt(request.range.start), end: parsed.offsetAt(request.range.end) }
      : undefined;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifier } of tokensIn(seen.snapshot, seen.path, within)) {
    const start = parsed.positionAt(span.start);
    data.push(
      start.line - line,
      start.line === line ? start.character - character : start.character,
      span.end - span.start,
      tokenTypes.indexOf(type),
      modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(modifier),
    );
    line = start.line;
    character = start.character;
  }
  return { data };
}
