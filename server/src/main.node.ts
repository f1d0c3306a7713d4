import { realpathSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./lsp/connection.ts";
import type { Host } from "./lsp/host.ts";
import { today } from "./lsp/today.ts";
import { diskFileSystem } from "./workspace/disk.ts";
import { rootAsSpelt } from "./workspace/disk-host.ts";
import { memoryFileSystem } from "./workspace/memory.ts";

const isFile = (uri: string): boolean => uri.startsWith("file://");

const host: Host = {
  today,
  async findRoot(documentUri, workspaceFolders) {
    if (!isFile(documentUri)) return documentUri.slice(0, documentUri.lastIndexOf("/"));
    const folders = workspaceFolders.filter(isFile).map((uri) => fileURLToPath(uri));
    return pathToFileURL(rootAsSpelt(fileURLToPath(documentUri), folders)).href;
  },
  // What is not on disk (an unsaved file, a file inside an archive) is known by what the editor holds open.
  openFolder: (rootUri) =>
    isFile(rootUri) ? diskFileSystem(realpathSync(fileURLToPath(rootUri))) : memoryFileSystem({}),
};

// The transport (IPC, stdio or a socket) is the one named on the command line: `--node-ipc`, `--stdio`, `--socket=`.
serve(createConnection(ProposedFeatures.all), host);
