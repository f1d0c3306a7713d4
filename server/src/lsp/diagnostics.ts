import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Snapshot } from "./session.ts";

export function documentDiagnostics(_snapshot: Snapshot, _request: DocumentDiagnosticParams): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
}
