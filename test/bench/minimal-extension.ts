/** The least that an extension with a language client does: the measure of ours. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath("server.cjs"), transport: TransportKind.ipc };
  const client = new LanguageClient(
    "minimal",
    "Minimal",
    { run: server, debug: server },
    { documentSelector: [{ language: "wellspent" }] },
  );
  context.subscriptions.push(client);
  void client.start();
}
