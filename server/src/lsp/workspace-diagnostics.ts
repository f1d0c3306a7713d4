import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { documentDiagnostics } from "./diagnostics.ts";
import type { Seen, Session } from "./session.ts";
import { type Known, Told } from "./sweep.ts";

/** Reports sent at once at most: writing out more would keep whoever asks for something else waiting. */
const batch = 20;

/**
 * Diagnostics of every file of the project. The request is held: what there is goes out as partial results, what changes later
 * follows, and only cancelling ends it. For an editor that takes no partial results it is held until there is something new.
 * An open file is among them too, unless the editor has just asked for it: editors open files that they show nowhere (for a
 * rename, a peek, another extension) and never ask for those.
 */
export class WorkspaceDiagnostics {
  readonly #session: Session;
  /** One for each request that is held. */
  readonly #held = new Set<{ readonly told: Told; wake: () => void }>();

  /** The last answers about single documents, by URI. */
  readonly #answered = new Map<string, Known>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Findings of one document. */
  document(seen: Seen | undefined, request: DocumentDiagnosticParams): DocumentDiagnosticReport {
    const report = documentDiagnostics(seen, request);
    if (seen !== undefined)
      this.#answered.set(request.textDocument.uri, {
        findings: seen.snapshot.findings(seen.path),
        resultId: report.resultId ?? "",
      });
    return report;
  }

  /** Something changed: whoever waits looks again. A file that the editor closes is told of anew, for the editor has dropped what it knew. */
  changed(closed: readonly string[]): void {
    for (const uri of closed) this.#answered.delete(uri);
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
        known: (uri) => this.#answered.get(uri),
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
