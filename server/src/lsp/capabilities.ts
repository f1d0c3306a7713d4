import {
  type ClientCapabilities,
  InsertTextMode,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { codeActionKinds, putCursor } from "./code-actions.ts";
import { completionTriggers } from "./completion.ts";
import { semanticTokensLegend } from "./semantic-tokens.ts";

/** What the editor can do, as far as it changes what we send. */
export interface Client {
  /** Asks for diagnostics itself; otherwise they are pushed. Never both. */
  readonly pulls: boolean;
  readonly versionedEdits: boolean;
  readonly refreshes: { readonly diagnostics: boolean; readonly hints: boolean; readonly lenses: boolean };
  readonly definitionLinks: boolean;
  /** Completions with places to fill in. */
  readonly snippets: boolean;
  /** Puts in a completion of several lines as it is written, when told to; otherwise with the indentation of its line. */
  readonly keepsIndentation: boolean;
  /** Asks for what an action changes when it is chosen. */
  readonly lazyActions: boolean;
  /** Takes changes that create a file. */
  readonly createsFiles: boolean;
  /** Shows a place when asked to. */
  readonly showsDocuments: boolean;
  /** Can be asked to say when files change on disk. */
  readonly watches: boolean;
  /** Says so when folders are added to the workspace or taken out. */
  readonly folderChanges: boolean;
  /** Most folding ranges it takes. */
  readonly folds: number | undefined;
  /** Can be asked for settings, folder by folder. */
  readonly asksSettings: boolean;
  /** Can be asked to say when settings change. */
  readonly tellsSettings: boolean;
  /** Draws views of ours and wants to hear when they may have changed. */
  readonly views: boolean;
}

/** Our own client says what it draws in its initialization options; other editors say nothing. */
export const readClient = (
  { textDocument, workspace, window }: ClientCapabilities,
  options: { readonly views?: unknown } | undefined = undefined,
): Client => ({
  views: options?.views === true,
  pulls: textDocument?.diagnostic !== undefined,
  versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
  refreshes: {
    diagnostics: workspace?.diagnostics?.refreshSupport === true,
    hints: workspace?.inlayHint?.refreshSupport === true,
    lenses: workspace?.codeLens?.refreshSupport === true,
  },
  watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  folderChanges: workspace?.workspaceFolders === true,
  asksSettings: workspace?.configuration === true,
  tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  keepsIndentation:
    textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
  lazyActions: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
  createsFiles:
    workspace?.workspaceEdit?.documentChanges === true &&
    workspace.workspaceEdit.resourceOperations?.includes("create") === true,
  showsDocuments: window?.showDocument?.support === true,
  definitionLinks: textDocument?.definition?.linkSupport === true,
  folds: textDocument?.foldingRange?.rangeLimit,
});

/** What the server can do for such an editor. */
export const capabilities = (client: Client): ServerCapabilities => ({
  textDocumentSync: TextDocumentSyncKind.Incremental,
  ...(client.pulls
    ? { diagnosticProvider: { identifier: "wellspent", interFileDependencies: true, workspaceDiagnostics: true } }
    : {}),
  hoverProvider: true,
  completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
  codeActionProvider: { codeActionKinds, resolveProvider: true },
  executeCommandProvider: { commands: [putCursor] },
  codeLensProvider: { resolveProvider: true },
  semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
  inlayHintProvider: { resolveProvider: true },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  callHierarchyProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentLinkProvider: {},
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [{ pattern: { glob: "**/*.{yaml,yml}", matches: "file" } }] } },
  },
});
