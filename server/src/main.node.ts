import { Console } from "node:console";
import { realpathSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./lsp/connection.ts";
import type { Host } from "./lsp/host.ts";
import { StreamWriter } from "./lsp/stream-writer.ts";
import { today } from "./lsp/today.ts";
import { diskFileSystem } from "./workspace/disk.ts";
import { rootAsSpelt } from "./workspace/disk-host.ts";
import { memoryFileSystem } from "./workspace/memory.ts";

const isFile = (uri: string): boolean => uri.startsWith("file://");

const host: Host = {
  today,
  rehearses: true,
  async findRoot(documentUri, workspaceFolders) {
    if (!isFile(documentUri)) return documentUri.slice(0, documentUri.lastIndexOf("/"));
    const folders = workspaceFolders.filter(isFile).map((uri) => fileURLToPath(uri));
    return pathToFileURL(rootAsSpelt(fileURLToPath(documentUri), folders)).href;
  },
  // What is not on disk (an unsaved file, a file inside an archive) is known by what the editor holds open.
  openFolder: (rootUri) =>
    isFile(rootUri) ? diskFileSystem(realpathSync(fileURLToPath(rootUri))) : memoryFileSystem({}),
};

/** Standard output as the connection writes to it. Nothing else may: what is printed goes to the other stream. */
function written(): NodeJS.WritableStream {
  const { stdout } = process;
  globalThis.console = new Console(process.stderr);
  const writer = new StreamWriter({
    bytesOf: (text) => Buffer.byteLength(text),
    write: (text, done) => stdout.write(text, done),
    end: () => stdout.end(),
    onError: (heard) => stdout.on("error", heard),
    onClose: (heard) => stdout.on("close", heard),
  });
  // The connection takes a writer in place of a stream, which only its types do not say of one beside a stream.
  return writer as unknown as NodeJS.WritableStream;
}

// The transport (IPC, stdio or a socket) is the first one named on the command line: `--node-ipc`, `--stdio`, `--socket=`.
const transport = process.argv.slice(2).find((each) => /^--(node-ipc|stdio|socket|pipe)\b/.test(each));
const connection =
  transport === "--stdio"
    ? createConnection(ProposedFeatures.all, process.stdin, written())
    : createConnection(ProposedFeatures.all);
serve(connection, host);
