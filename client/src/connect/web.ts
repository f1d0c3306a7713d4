import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { offerFiles } from "./files.ts";
import { CLIENT_ID, CLIENT_NAME, clientOptions } from "./options.ts";
import type { Recovery } from "./recovery.ts";

/** Keeps to the log what goes wrong: one notice of ours tells of it (`crash-notice.ts`). */
class Client extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A client whose server runs in a web worker of its own, where there is no Node. Each start makes a new worker. */
export function connect(context: ExtensionContext, output: LogOutputChannel, recovery: Recovery): LanguageClient {
  const address = Uri.joinPath(context.extensionUri, "dist/web/server.js");
  const start = async () => {
    // A worker takes no address of the editor's own kinds (`vscode-remote:`), so the code itself is handed over. Its
    // address is kept: the editor loads it some time after the worker is made.
    const code = await workspace.fs.readFile(address);
    const worker = new Worker(URL.createObjectURL(new Blob([code.slice()], { type: "text/javascript" })));
    // The editor wraps the class, so the client would not know a worker when it sees one.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new Client(CLIENT_ID, CLIENT_NAME, start, clientOptions(context, output, recovery));
  offerFiles(client);
  return client;
}
