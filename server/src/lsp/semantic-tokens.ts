import type {
  SemanticTokens,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import {
  createTokenMemory,
  type TokenMemory,
  tokenModifiers,
  semanticTokens as tokensIn,
  tokenTypes,
} from "../features/semantic-tokens.ts";
import type { Span } from "../syntax/types.ts";
import type { Seen } from "./session.ts";

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

type Request = SemanticTokensParams | SemanticTokensRangeParams;

/** Answers for the whole document, or for the range on screen; remembers values as long as their text stands. */
export function createSemanticTokens(): (seen: Seen | undefined, request: Request) => SemanticTokens {
  const memory = createTokenMemory();
  return (seen, request) => semanticTokens(seen, request, memory);
}

function semanticTokens(seen: Seen | undefined, request: Request, memory: TokenMemory): SemanticTokens {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return { data: [] };
  const within: Span | undefined =
    "range" in request
      ? { start: parsed.offsetAt(request.range.start), end: parsed.offsetAt(request.range.end) }
      : undefined;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifier } of tokensIn(seen.snapshot, seen.path, within, memory)) {
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
