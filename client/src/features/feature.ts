import type { Disposable, LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What every feature may use, in the desktop and in the browser build alike. */
export interface House {
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
}

/** One visible thing: sets itself up and hands back what takes it down again. */
export type Feature = (house: House) => Disposable;
