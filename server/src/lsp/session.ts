import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** What a request sees: the open documents as they stood when it came in. */
export interface Snapshot {
  document(uri: string): TextDocument | undefined;
}

/** All that changes while the server runs. Only notifications from the editor change it. */
export class Session {
  readonly #documents = new TextDocuments(TextDocument);

  listen(connection: Connection): void {
    this.#documents.listen(connection);
  }

  snapshot(): Snapshot {
    return { document: (uri) => this.#documents.get(uri) };
  }
}
