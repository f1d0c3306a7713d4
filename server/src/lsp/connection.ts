import type { Connection, DocumentDiagnosticParams, InitializeParams, ResponseError } from "vscode-languageserver";
import type { Display } from "../features/display.ts";
import { createAnswer, tooEarly, tooLate } from "./answer.ts";
import { capabilities, readClient } from "./capabilities.ts";
import { followChanges } from "./changes.ts";
import { actionUri, codeActions, resolveCodeAction, runCommand } from "./code-actions.ts";
import { codeLenses, lensUri, resolveCodeLens } from "./code-lens.ts";
import { completion, completionUri, resolveCompletion } from "./completion.ts";
import { definition } from "./definition.ts";
import { documentDiagnostics } from "./diagnostics.ts";
import { DisplaySettings } from "./display.ts";
import { renameFiles } from "./file-rename.ts";
import { folding } from "./folding.ts";
import { incoming, outgoing, prepareHierarchy } from "./hierarchy.ts";
import { highlights } from "./highlights.ts";
import type { Host } from "./host.ts";
import { hover } from "./hover.ts";
import { hintUri, inlayHints, resolveInlayHint } from "./inlay-hints.ts";
import { links } from "./links.ts";
import { references } from "./references.ts";
import { Rehearsal } from "./rehearsal.ts";
import { prepareRename, rename } from "./rename.ts";
import { selectionRanges } from "./selection.ts";
import { SemanticTokensAnswers } from "./semantic-tokens.ts";
import { type Seen, Session } from "./session.ts";
import { documentSymbols, workspaceSymbols } from "./symbols.ts";
import { serveViews } from "./views.ts";
import { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * Answers a connection until the editor closes it. Notifications change the session; requests read a snapshot of it.
 * A request that fails is a bug: it is caught once (`answer.ts`), the log keeps the reason, and the server goes on.
 */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  let closed: ResponseError<never> | undefined = tooEarly;
  const rehearsal = new Rehearsal(() => session.readDocument(), session.failed);
  const heard = (): void => {
    if (host.rehearses) rehearsal.heard();
  };
  const answer = createAnswer(connection, () => closed, heard);
  const semanticTokens = new SemanticTokensAnswers();
  const streams = new WorkspaceDiagnostics(session);

  connection.onInitialize((params: InitializeParams) => {
    closed = undefined;
    // Editors that know of no workspaces name one folder.
    const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? [params.rootUri];
    session.setFolders(folders.filter((uri) => uri !== null && uri !== undefined));
    session.client = readClient(params.capabilities, params.initializationOptions);
    return { serverInfo: { name: "wellspent" }, capabilities: capabilities(session.client) };
  });
  const changes = followChanges(connection, session, streams, ({ closed: uri }) => {
    heard();
    if (uri !== undefined) semanticTokens.forget(uri);
  });
  const settings = new DisplaySettings(connection, () => changes.add({ all: true }));
  connection.onInitialized(() => {
    session.start();
    settings.start(session.client).catch(session.failed);
  });
  connection.onShutdown(() => {
    closed = tooLate;
    changes.stop();
    streams.stop();
    rehearsal.stop();
    session.stop();
  });

  /** A request about a document; `null` for one that belongs to no project. */
  const about = <P extends InDocument, R>(handle: (seen: Seen, request: P) => R | ResponseError<never>) =>
    seenBy<P, R | null>(
      (request) => request.textDocument.uri,
      (seen, request) => (seen === undefined ? null : handle(seen, request)),
    );
  /** A request about a document that is named in its own way, or has an answer even for documents of no project. */
  const seenBy = <P, R>(
    uriOf: (request: P) => string,
    handle: (seen: Seen | undefined, request: P) => R | ResponseError<never>,
  ) => answer(async (request: P) => handle(await session.see(uriOf(request)), request));
  /** A request whose answer the person's settings decide. */
  const displayed = <P extends InDocument, R>(
    handle: (seen: Seen | undefined, request: P, display: Display) => R | ResponseError<never>,
  ) =>
    answer(async (request: P) => {
      const display = await settings.of(request.textDocument.uri);
      return handle(await session.see(request.textDocument.uri), request, display);
    });
  const named = ({ textDocument }: InDocument): string => textDocument.uri;

  const findings = seenBy(named, (seen, asked: DocumentDiagnosticParams) => documentDiagnostics(seen, asked));
  connection.languages.diagnostics.on((request, token) => streams.answering(request, findings(request, token)));
  connection.languages.diagnostics.onWorkspace((request, token, _progress, stream) =>
    answer((asked: typeof request, cancelling) => streams.pull(asked, cancelling, stream))(request, token),
  );
  connection.onHover(about(hover));
  connection.languages.inlayHint.on(displayed(inlayHints));
  connection.languages.inlayHint.resolve(seenBy(hintUri, resolveInlayHint));
  connection.onCompletion(about(completion));
  connection.onCompletionResolve(seenBy(completionUri, resolveCompletion));
  connection.onCodeAction(about(codeActions));
  connection.onCodeActionResolve(seenBy(actionUri, resolveCodeAction));
  connection.onExecuteCommand(answer((request) => runCommand(connection, request)));
  connection.onCodeLens(displayed(codeLenses));
  connection.onCodeLensResolve(seenBy(lensUri, resolveCodeLens));
  connection.languages.semanticTokens.on(seenBy(named, semanticTokens.full));
  connection.languages.semanticTokens.onDelta(seenBy(named, semanticTokens.delta));
  connection.languages.semanticTokens.onRange(seenBy(named, semanticTokens.range));
  connection.onDefinition(about(definition));
  connection.onReferences(about(references));
  connection.onDocumentHighlight(about(highlights));
  connection.onPrepareRename(about(prepareRename));
  connection.onRenameRequest(about(rename));
  connection.languages.callHierarchy.onPrepare(about(prepareHierarchy));
  connection.languages.callHierarchy.onIncomingCalls(seenBy(({ item }) => item.uri, incoming));
  connection.languages.callHierarchy.onOutgoingCalls(seenBy(({ item }) => item.uri, outgoing));
  connection.onDocumentSymbol(about(documentSymbols));
  connection.onWorkspaceSymbol(answer(({ query }) => workspaceSymbols(session.projects(), query)));
  connection.onDocumentLinks(about(links));
  connection.onFoldingRanges(about(folding));
  connection.onSelectionRanges(about(selectionRanges));
  connection.workspace.onWillRenameFiles(answer((request) => renameFiles(session.projects(), request)));
  serveViews(connection, session, answer);
  connection.listen();
}
