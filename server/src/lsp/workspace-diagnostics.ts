import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Session } from "./session.ts";
import { Told } from "./sweep.ts";

/** Reports sent at once at most. */
const batch = 100;

/**
 * Diagnostics of files that are not open. The request is held: what there is goes out as partial results, what changes later
 * follows, and only cancelling ends it. For an editor that takes no partial results it is held until there is something new.
 */
export class WorkspaceDiagnostics {
  readonly #session: Session;
  /** One for each request that is held. */
  readonly #held = new Set<{ readonly told: Told; wake: () => void }>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Something changed: whoever waits looks again. A file that the editor closes is told of anew, for the editor has dropped what it knew. */
  changed(closed: readonly string[]): void {
    for (const { told, wake } of this.#held) {
      for (const uri of closed) told.forget(uri);
      wake();
    }
  }

  async pull(
    request: WorkspaceDiagnosticParams,
    token: CancellationToken,
    stream: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const held = { told: new Told(request.previousResultIds), wake: (): void => undefined };
    this.#held.add(held);
    const cancelling = token.onCancellationRequested(() => held.wake());
    try {
      while (!token.isCancellationRequested) {
        const woken = new Promise<void>((resolve) => {
          held.wake = resolve;
        });
        const reports = await this.#sweep(held.told, token, stream);
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
    told: Told,
    token: CancellationToken,
    stream: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const projects = this.#session.projects();
    if (projects.length === 0 || !projects.every(({ snapshot }) => snapshot.complete)) return [];
    let reports: WorkspaceDocumentDiagnosticReport[] = [];
    const send = (): void => {
      if (stream === undefined || reports.length === 0) return;
      stream.report({ items: reports });
      reports = [];
    };
    await told.sweep(
      projects,
      {
        skip: (uri) => this.#session.isOpen(uri),
        stopped: () => token.isCancellationRequested,
        failed: this.#session.failed,
      },
      (uri, { resultId, items }) => {
        reports.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items });
        if (reports.length >= batch) send();
      },
    );
    send();
    return reports;
  }
}
