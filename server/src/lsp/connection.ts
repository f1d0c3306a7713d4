import { type Connection, type InitializeParams, TextDocumentSyncKind } from "vscode-languageserver";
import { documentDiagnostics } from "./diagnostics.ts";
import type { Host } from "./host.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { Session } from "./session.ts";

/**
 * Answers a connection until the editor closes it. Notifications change the session; requests read a snapshot of it.
 * A request that fails is a bug: the connection answers it with an error, the log keeps the reason, and the server goes on.
 */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(host);
  let refreshable = false;

  connection.onInitialize((params: InitializeParams) => {
    session.setFolders((params.workspaceFolders ?? []).map((folder) => folder.uri));
    refreshable = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    return {
      serverInfo: { name: "wellspent" },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: { identifier: "wellspent", interFileDependencies: true, workspaceDiagnostics: false },
        hoverProvider: true,
        inlayHintProvider: true,
      },
    };
  });

  session.listen(connection, () => {
    if (refreshable) connection.languages.diagnostics.refresh();
    connection.languages.inlayHint.refresh().catch((reason: unknown) => connection.console.error(String(reason)));
  });
  connection.languages.diagnostics.on(async (request) =>
    documentDiagnostics(await session.see(request.textDocument.uri), request),
  );
  connection.onHover(async (request) => hover(await session.see(request.textDocument.uri), request));
  connection.languages.inlayHint.on(async (request) =>
    inlayHints(await session.see(request.textDocument.uri), request),
  );
  connection.listen();
}
