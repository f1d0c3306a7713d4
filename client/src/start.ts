import { type ExtensionContext, type LogOutputChannel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Recovery } from "./connect/recovery.ts";
import { changesOf } from "./features/changes.ts";
import { features } from "./features/index.ts";

/** Makes a client of a language server, not started yet. */
export type Connect = (context: ExtensionContext, output: LogOutputChannel, recovery: Recovery) => BaseLanguageClient;

/** Starts the language server and the visible features. Does not wait for the server: the editor never waits for us. */
export function start(context: ExtensionContext, connect: Connect): void {
  const output = window.createOutputChannel("Wellspent", { log: true });
  const recovery = new Recovery();
  const client = connect(context, output, recovery);
  const changes = changesOf(client);
  context.subscriptions.push(output, client, changes, recovery);
  for (const feature of features)
    context.subscriptions.push(
      feature({ client, output, changed: changes.changed, gaveUp: recovery.gaveUp, extension: context.extensionUri }),
    );
  // That it does not run is told by the crash notice; the log keeps the reason.
  client.start().catch((reason: unknown) => output.error(String(reason)));
}
