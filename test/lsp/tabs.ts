import {
  CancellationTokenSource,
  type Diagnostic,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  type ResponseError,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import type { Folder } from "./folder.ts";

/**
 * Keeps the findings of files as VS Code's language client does, by its rules. A file with a tab is asked for by itself, and what the
 * held request streams of it is let pass; when its tab goes it is asked for a last time, and that answer is let pass as well.
 */
export class Tabs {
  /** What a person sees of each file, tab or no tab: nothing of a file that is not in it. */
  readonly shown = new Map<string, readonly Diagnostic[]>();
  /** How often the held request has told of each file. */
  readonly streamed = new Map<string, number>();
  readonly #folder: Folder;
  readonly #tabs = new Set<string>();
  /** Files asked for by themselves, with the id of what is shown of them. */
  readonly #asked = new Map<string, string | undefined>();
  readonly #held = new CancellationTokenSource();
  readonly #ended: Promise<unknown>;

  constructor(folder: Folder) {
    this.#folder = folder;
    const { connection } = folder.server;
    const partialResultToken = `held-${Math.random()}`;
    connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
      for (const report of items) {
        const path = folder.path(report.uri);
        this.streamed.set(path, (this.streamed.get(path) ?? 0) + 1);
        if (report.kind === "full" && !this.#asked.has(path)) this.shown.set(path, report.items);
      }
    });
    this.#ended = connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken }, this.#held.token)
      .catch((error: ResponseError) => error);
  }

  /** The codes shown of a file. */
  codes(path: string): readonly unknown[] {
    return (this.shown.get(path) ?? []).map(({ code }) => code);
  }

  async open(path: string, text: string): Promise<void> {
    this.#tabs.add(path);
    await this.#folder.server.open(this.#folder.uri(path), text);
    await this.ask(path);
  }

  /** Asks for a file by itself; `cancel`: and at once no longer wants to know. */
  async ask(path: string, { cancel = false } = {}): Promise<void> {
    const source = new CancellationTokenSource();
    const previousResultId = this.#asked.get(path);
    this.#asked.set(path, previousResultId);
    const asked = this.#folder.server.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      {
        textDocument: { uri: this.#folder.uri(path) },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      },
      source.token,
    );
    if (cancel) source.cancel();
    const report = await asked.catch((error: ResponseError) => error);
    if (!this.#tabs.has(path)) this.#asked.delete(path);
    else if ("kind" in report && !cancel) {
      if (report.kind === "full") this.shown.set(path, report.items);
      this.#asked.set(path, report.resultId);
    }
  }

  /** The tab goes. The document may stay open: another view, or another extension, holds on to it. */
  async hide(path: string, how: { readonly cancel?: boolean } = {}): Promise<void> {
    this.#tabs.delete(path);
    await this.ask(path, how);
  }

  close(path: string): Promise<void> {
    return this.#folder.server.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.#folder.uri(path) },
    });
  }

  /** Nobody wants to hear of the project any more. */
  async end(): Promise<void> {
    this.#held.cancel();
    await this.#ended;
  }
}
