import { type Connection, TextDocumentSyncKind } from "vscode-languageserver";
import { documentDiagnostics } from "./diagnostics.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { Session } from "./session.ts";

/**
 * Answers a connection until the editor closes it. Notifications change the session; requests read a snapshot of it.
 */
export function serve(connection: Connection): void {
  const session = new Session();

  connection.onInitialize(() => ({
    serverInfo: { name: "wellspent" },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      diagnosticProvider: { identifier: "wellspent", interFileDependencies: true, workspaceDiagnostics: false },
      hoverProvider: true,
      inlayHintProvider: true,
    },
  }));

  session.listen(connection);
  connection.languages.diagnostics.on((request) => documentDiagnostics(session.snapshot(), request));
  connection.onHover((request) => hover(session.snapshot(), request));
  connection.languages.inlayHint.on((request) => inlayHints(session.snapshot(), request));
  connection.listen();
}
