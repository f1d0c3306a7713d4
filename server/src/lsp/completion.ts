import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from "vscode-languageserver";
import { completionHelp, completions } from "../features/completion.ts";
import { withoutIndent } from "../features/completion-indent.ts";
import type { Completion, CompletionHelp, CompletionSort } from "../features/completion-item.ts";
import { hasPlaces, plainText, snippetText } from "../features/completion-snippet.ts";
import type { ParsedFile, Span } from "../syntax/types.ts";
import { rangeOf } from "./convert.ts";
import type { Seen } from "./session.ts";

/** After these a value, an id, a unit or a comment begins. */
export const completionTriggers: string[] = [" ", "/", "[", "#", "-", "*"];

const kinds: Readonly<Record<CompletionSort, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  block: CompletionItemKind.Snippet,
  word: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  unit: CompletionItemKind.Unit,
  year: CompletionItemKind.Constant,
  example: CompletionItemKind.Value,
  code: CompletionItemKind.Keyword,
};

interface ItemData {
  readonly uri: string;
  readonly help: CompletionHelp;
}

/** What may be written at the cursor. An editor without snippets gets the same text with nothing to fill in. */
export function completion(seen: Seen | undefined, request: CompletionParams): CompletionItem[] {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return [];
  if (indenting(parsed, request)) return [];
  const { snippets } = seen.client;
  return completions(seen.snapshot, seen.path, parsed.offsetAt(request.position)).map((item, index) => {
    const places = snippets && hasPlaces(item.snippet);
    return {
      label: item.label,
      kind: kinds[item.sort],
      sortText: String(index).padStart(5, "0"),
      insertTextFormat: places ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // The text has its own indentation: an editor that adds another would put it in the wrong place.
      insertTextMode: InsertTextMode.asIs,
      textEdit: places ? snippetEdit(seen, parsed, item) : edit(parsed, item.replace, plainText(item.snippet)),
      ...(item.detail === undefined ? {} : { detail: item.detail }),
      ...(item.brief === undefined ? {} : { labelDetails: { description: item.brief } }),
      ...(item.filter === undefined ? {} : { filterText: item.filter }),
      ...(item.help === undefined
        ? {}
        : { data: { uri: request.textDocument.uri, help: item.help } satisfies ItemData }),
    };
  });
}

const edit = (parsed: ParsedFile, replace: Span, newText: string): TextEdit => ({
  range: rangeOf(parsed, replace),
  newText,
});

/** A snippet with the indentation that the editor does not add by itself: many add that of the line, and know no other mode. */
function snippetEdit({ client }: Seen, parsed: ParsedFile, { replace, snippet }: Completion): TextEdit {
  const text = snippetText(snippet);
  if (client.keepsIndentation) return edit(parsed, replace, text);
  const { line, character } = parsed.positionAt(replace.start);
  const start = parsed.offsetAt({ line, character: 0 });
  const put = withoutIndent(parsed.text.slice(start, replace.end), character, text);
  return edit(parsed, { start: replace.start + put.kept, end: replace.end }, put.text);
}

/** A space typed to indent asks for nothing: a list that opened now would take the next Enter for itself. */
function indenting(parsed: ParsedFile, { context, position }: CompletionParams): boolean {
  if (context?.triggerKind !== CompletionTriggerKind.TriggerCharacter || context.triggerCharacter !== " ") return false;
  const start = parsed.offsetAt({ line: position.line, character: 0 });
  return parsed.text.slice(start, parsed.offsetAt(position)).trim() === "";
}

/** The document that an item was offered in. */
export const completionUri = (item: CompletionItem): string => (item.data as ItemData | undefined)?.uri ?? "";

/** An item with its long help. */
export function resolveCompletion(seen: Seen | undefined, item: CompletionItem): CompletionItem {
  const help = (item.data as ItemData | undefined)?.help;
  const value = seen === undefined || help === undefined ? undefined : completionHelp(seen.snapshot, help);
  return value === undefined ? item : { ...item, documentation: { kind: "markdown", value } };
}
