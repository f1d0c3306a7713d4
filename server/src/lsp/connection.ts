import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { codeLenses, lensUri, resolveCodeLens } from "./code-lens.ts";
import { completion, completionTriggers, completionUri, resolveCompletion } from "./completion.ts";
import { documentDiagnostics } from "./diagnostics.ts";
import type { Host } from "./host.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { semanticTokens, semanticTokensLegend } from "./semantic-tokens.ts";
import { Session } from "./session.ts";

/**
 * Answers a connection until the editor closes it. Notifications change the session; requests read a snapshot of it.
 * A request that fails is a bug: the connection answers it with an error, the log keeps the reason, and the server goes on.
 */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(host);
  let refreshable = false;
  let client: ClientCapabilities = {};

  connection.onInitialize((params: InitializeParams) => {
    session.setFolders((params.workspaceFolders ?? []).map((folder) => folder.uri));
    client = params.capabilities;
    refreshable = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    return {
      serverInfo: { name: "wellspent" },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: { identifier: "wellspent", interFileDependencies: true, workspaceDiagnostics: false },
        hoverProvider: true,
        inlayHintProvider: true,
        completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
        codeLensProvider: { resolveProvider: true },
        semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
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
  connection.onCompletion(async (request) => completion(await session.see(request.textDocument.uri), request, client));
  connection.onCompletionResolve(async (item) => resolveCompletion(await session.see(completionUri(item)), item));
  connection.onCodeLens(async (request) => codeLenses(await session.see(request.textDocument.uri), request));
  connection.onCodeLensResolve(async (lens) => resolveCodeLens(await session.see(lensUri(lens)), lens));
  connection.languages.semanticTokens.on(async (request) =>
    semanticTokens(await session.see(request.textDocument.uri), request),
  );
  connection.languages.semanticTokens.onRange(async (request) =>
    semanticTokens(await session.see(request.textDocument.uri), request),
  );
  connection.listen();
}
