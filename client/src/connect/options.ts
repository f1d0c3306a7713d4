import type { LogOutputChannel } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { Recovery } from "./recovery.ts";

/** Names the client to the editor; also the prefix of its settings (`wellspent.trace.server`). */
export const CLIENT_ID = "wellspent";
export const CLIENT_NAME = "Wellspent";

/** What the language client does alike in every build. */
export function clientOptions(output: LogOutputChannel, recovery: Recovery): LanguageClientOptions {
  return {
    documentSelector: [{ language: "wellspent" }],
    outputChannel: output,
    errorHandler: recovery,
    initializationOptions: { views: true },
    diagnosticPullOptions: { onChange: true, onSave: false },
  };
}
