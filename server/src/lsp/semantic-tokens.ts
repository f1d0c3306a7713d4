import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from "vscode-languageserver";
import {
  createTokenMemory,
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

/** Answers for the whole document, for the range on screen, or with what changed since the last answer; remembers values as long as their text stands. */
export class SemanticTokensAnswers {
  readonly #memory = createTokenMemory();
  /** What was last sent of each open document. */
  readonly #sent = new Map<string, SemanticTokensBuilder>();

  readonly full = (seen: Seen | undefined, { textDocument }: SemanticTokensParams): SemanticTokens => {
    const builder = new SemanticTokensBuilder();
    this.#sent.set(textDocument.uri, builder);
    return this.#write(builder, seen).build();
  };

  /** An editor that knows something else than what was sent last gets the whole. */
  readonly delta = (
    seen: Seen | undefined,
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
  ): SemanticTokens | SemanticTokensDelta => {
    const builder = this.#sent.get(textDocument.uri);
    if (builder === undefined) return this.full(seen, { textDocument });
    builder.previousResult(previousResultId);
    return this.#write(builder, seen).buildEdits();
  };

  readonly range = (seen: Seen | undefined, { range }: SemanticTokensRangeParams): SemanticTokens => {
    const parsed = seen?.snapshot.parsed(seen.path);
    if (parsed === undefined) return { data: [] };
    const within = { start: parsed.offsetAt(range.start), end: parsed.offsetAt(range.end) };
    return { data: this.#write(new SemanticTokensBuilder(), seen, within).build().data };
  };

  /** The document is closed: nobody asks what changed in it. */
  forget(uri: string): void {
    this.#sent.delete(uri);
  }

  #write(builder: SemanticTokensBuilder, seen: Seen | undefined, within?: Span): SemanticTokensBuilder {
    const parsed = seen?.snapshot.parsed(seen.path);
    if (seen === undefined || parsed === undefined) return builder;
    for (const { span, type, modifier } of tokensIn(seen.snapshot, seen.path, within, this.#memory)) {
      const start = parsed.positionAt(span.start);
      builder.push(
        start.line,
        start.character,
        span.end - span.start,
        tokenTypes.indexOf(type),
        modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(modifier),
      );
    }
    return builder;
  }
}
