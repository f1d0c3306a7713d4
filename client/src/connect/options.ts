import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { LensCommands } from "./lens-commands.ts";
import type { Recovery } from "./recovery.ts";

/** Names the client to the editor; also the prefix of its settings (`wellspent.trace.server`). */
export const CLIENT_ID = "wellspent";
export const CLIENT_NAME = "Wellspent";

/** What the language client does alike in every build. */
export function clientOptions(
  { subscriptions }: ExtensionContext,
  output: LogOutputChannel,
  recovery: Recovery,
): LanguageClientOptions {
  const lenses = new LensCommands();
  subscriptions.push(lenses);
  return {
    documentSelector: [{ language: "wellspent" }],
    outputChannel: output,
    errorHandler: recovery,
    // That a server ended while it started is told by the crash notice, not in the words of a connection.
    initializationFailedHandler(reason) {
      output.error(String(reason));
      return false;
    },
    initializationOptions: { views: true },
    diagnosticPullOptions: { onChange: true, onSave: false },
    middleware: {
      async resolveCodeLens(lens, token, next) {
        const resolved = await next(lens, token);
        return resolved ? lenses.keep(resolved) : resolved;
      },
    },
  };
}
