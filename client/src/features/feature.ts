import type { Disposable, Event, LogOutputChannel, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What every feature may use, in the desktop and in the browser build alike. */
export interface House {
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  /** What is shown may be out of date: a spec was edited, another file changed, or the server came or went. */
  readonly changed: Event<void>;
  /** The server ended too often and is not started again of itself. */
  readonly gaveUp: Event<void>;
  /** Where the extension itself lies, for what its views load. */
  readonly extension: Uri;
}

/** One visible thing: sets itself up and hands back what takes it down again. */
export type Feature = (house: House) => Disposable;
