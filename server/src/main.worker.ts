import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { serve } from "./lsp/connection.ts";
import { askedOf } from "./lsp/remote-files.ts";
import { today } from "./lsp/today.ts";
import { normalise } from "./lsp/uris.ts";
import { findRemoteRoot, remoteFileSystem } from "./workspace/remote.ts";

const self = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
const files = askedOf(connection);

// Nobody else ends a worker: without this each restart would leave one behind.
connection.onExit(() => self.close());
serve(connection, {
  today,
  rehearses: true,
  findRoot: (documentUri, workspaceFolders) => findRemoteRoot(files, normalise(documentUri), workspaceFolders),
  openFolder: (root) => remoteFileSystem(files, root),
});
