import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

interface Position {
  readonly line: number;
  readonly character: number;
}

/** An open document. Letters typed one after the other are put into its text together, when somebody asks: each alone would copy it all. */
export class TypedDocument {
  #document: TextDocument;
  #typed: { readonly at: Position; text: string } | undefined;
  version: number;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.#document = TextDocument.create(uri, languageId, version, text);
    this.version = version;
  }

  get uri(): string {
    return this.#document.uri;
  }

  getText(): string {
    this.#put();
    return this.#document.getText();
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): this {
    this.version = version;
    for (const change of changes) {
      const at = typedAt(change);
      const typed = this.#typed;
      if (at !== undefined && typed !== undefined && follows(typed, at)) {
        typed.text += change.text;
        continue;
      }
      this.#put();
      if (at === undefined) this.#document = TextDocument.update(this.#document, [change], version);
      else this.#typed = { at, text: change.text };
    }
    return this;
  }

  #put(): void {
    if (this.#typed === undefined) return;
    const { at, text } = this.#typed;
    this.#typed = undefined;
    this.#document = TextDocument.update(this.#document, [{ range: { start: at, end: at }, text }], this.version);
  }
}

/** Where a change puts in text that stays on its line and takes nothing away; undefined for every other. */
function typedAt(change: TextDocumentContentChangeEvent): Position | undefined {
  if (!("range" in change) || /[\r\n]/.test(change.text)) return undefined;
  const { start, end } = change.range;
  return start.line === end.line && start.character === end.character ? start : undefined;
}

const follows = ({ at, text }: { readonly at: Position; readonly text: string }, next: Position): boolean =>
  at.line === next.line && at.character + text.length === next.character;
