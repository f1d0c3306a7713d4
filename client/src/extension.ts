import { type ExtensionContext, window } from "vscode";
import { connect } from "./connect/node.ts";
import { features } from "./features/index.ts";

/** Starts the language server and the visible features. Does not wait for the server: the editor never waits for us. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel("Wellspent", { log: true });
  const client = connect(context, output);
  context.subscriptions.push(output, client);
  for (const feature of features) context.subscriptions.push(feature({ client, output }));
  // A failed start is shown to the user by the language client itself; the log keeps the reason.
  client.start().catch((reason: unknown) => output.error(String(reason)));
}
