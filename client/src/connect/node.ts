import type { ExtensionContext, LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { CLIENT_ID, CLIENT_NAME, clientOptions } from "./options.ts";

/** A client whose server runs beside the editor as a Node process of its own, on the editor's Node. */
export function connect(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const server = { module: context.asAbsolutePath("dist/server.cjs"), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--inspect=6009"] } };
  return new LanguageClient(CLIENT_ID, CLIENT_NAME, { run: server, debug }, clientOptions(output));
}
