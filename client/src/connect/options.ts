import { type LogOutputChannel, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

/** Names the client to the editor; also the prefix of its settings (`wellspent.trace.server`). */
export const CLIENT_ID = "wellspent";
export const CLIENT_NAME = "Wellspent";

/** The names our files bear; the server is told when one changes outside the editor. */
const OUR_FILES = "**/{wellspent,*.{intervention,outcome,study,unit-costs,area,portfolio}}.{yaml,yml}";

/** What the language client does alike in every build. */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: "wellspent" }],
    outputChannel: output,
    synchronize: { fileEvents: workspace.createFileSystemWatcher(OUR_FILES) },
    diagnosticPullOptions: { onChange: true, onSave: false },
  };
}
