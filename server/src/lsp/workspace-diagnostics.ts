import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Session } from "./session.ts";
import { Settling } from "./settling.ts";
import { Told } from "./sweep.ts";

/** Reports sent at once at most: writing out more would keep whoever asks for something else waiting. */
const batch = 20;

/** A request that is held. */
interface Held {
  readonly told: Told;
  /** Files to tell of whatever was told before. */
  again: Set<string>;
  /** Whether any file may have something new. */
  all: boolean;
  wake: () => void;
}

/**
 * Diagnostics of every file of the project. The request is held: what there is goes out as partial results, what changes later
 * follows, and only cancelling ends it. For an editor that takes no partial results it is held until there is something new.
 *
 * An open file is among them too, though the editor asks for it by itself. Editors open files that they show nowhere (for a
 * rename, a peek, another extension) and never ask for those. And an editor lets the answer about a file pass whose tab went
 * meanwhile, as it lets pass what is streamed of a file while it asks: what it got by asking is told again when it asks no more.
 */
export class WorkspaceDiagnostics {
  readonly #session: Session;
  readonly #held = new Set<Held>();

  /** Files asked for by themselves a moment ago, by URI. */
  readonly #asked = new Set<string>();
  readonly #settling = new Settling<string>(async (uris) => this.#tellAgain(uris));

  constructor(session: Session) {
    this.#session = session;
  }

  /** Takes note of the answer to a request about one document, whatever it was: only what the editor had already is sure to be shown. */
  async answering<R extends object>(request: DocumentDiagnosticParams, answer: Promise<R>): Promise<R> {
    const { uri } = request.textDocument;
    this.#asked.add(uri);
    let isKnown = false;
    try {
      const given = await answer;
      isKnown = "kind" in given && given.kind === DocumentDiagnosticReportKind.Unchanged;
      return given;
    } finally {
      if (isKnown) this.#asked.delete(uri);
      else this.#settling.add(uri);
    }
  }

  #tellAgain(uris: readonly string[]): void {
    for (const uri of uris) this.#asked.delete(uri);
    for (const held of this.#held) {
      for (const uri of uris) held.again.add(uri);
      held.wake();
    }
  }

  /** Something changed: whoever waits looks again. A file that the editor closes is told of anew, for the editor has dropped what it knew. */
  changed(closed: readonly string[]): void {
    for (const held of this.#held) {
      for (const uri of closed) held.again.add(uri);
      held.all = true;
      held.wake();
    }
  }

  /** Nothing more is told: the conversation is over. */
  stop(): void {
    this.#settling.stop();
  }

  async pull(
    request: WorkspaceDiagnosticParams,
    token: CancellationToken,
    stream: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const held: Held = {
      told: new Told(request.previousResultIds),
      again: new Set(),
      all: true,
      wake: () => undefined,
    };
    this.#held.add(held);
    const cancelling = token.onCancellationRequested(() => held.wake());
    try {
      while (!token.isCancellationRequested) {
        const woken = new Promise<void>((resolve) => {
          held.wake = resolve;
        });
        const reports = await this.#sweep(held, token, stream);
        if (reports.length > 0) return { items: reports };
        if (!token.isCancellationRequested) await woken;
      }
      return { items: [] };
    } finally {
      cancelling.dispose();
      this.#held.delete(held);
    }
  }

  /** What is new: streamed where the editor takes it so, else given back. Projects still being read are left for later. */
  async #sweep(
    held: Held,
    token: CancellationToken,
    stream: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const projects = this.#session.projects();
    if (projects.length === 0 || !projects.every(({ snapshot }) => snapshot.complete)) return [];
    const { told, again, all } = held;
    held.again = new Set();
    held.all = false;
    for (const uri of again) told.again(uri);
    const versions = this.#session.versions();
    let reports: WorkspaceDocumentDiagnosticReport[] = [];
    const send = (): void => {
      if (stream === undefined || reports.length === 0) return;
      stream.report({ items: reports });
      reports = [];
    };
    await told.sweep(
      projects,
      {
        ...(all ? {} : { only: again }),
        later: (uri) => this.#asked.has(uri),
        stopped: () => token.isCancellationRequested,
        failed: this.#session.failed,
      },
      (uri, { resultId, items }) => {
        reports.push({
          uri,
          version: versions.get(uri) ?? null,
          kind: DocumentDiagnosticReportKind.Full,
          resultId,
          items,
        });
        if (reports.length >= batch) send();
      },
    );
    send();
    return reports;
  }
}
