import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Finding } from "../rules/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { Places } from "./places.ts";
import { resultIdOf } from "./result-id.ts";
import type { Seen, SeenProject } from "./session.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

/** What is shown of the findings of one file; `resultId` is a hash of it, so that the same findings always bear the same. */
export interface FileDiagnostics {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** Findings of one document. `unchanged` when they are what the editor already has. */
export function documentDiagnostics(
  seen: Seen | undefined,
  request: DocumentDiagnosticParams,
): DocumentDiagnosticReport {
  const { resultId, items } = seen === undefined ? { resultId: "", items: [] } : diagnosticsOf(seen, seen.path);
  if (request.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Findings of one file as diagnostics; suppressed ones are left out. */
export function diagnosticsOf(seen: SeenProject, path: FilePath): FileDiagnostics {
  const places = new Places(seen);
  const items = seen.snapshot
    .findings(path)
    .filter(({ suppressed }) => suppressed === undefined)
    .map((finding) => diagnosticOf(places, finding, seen.client.views));
  return { resultId: resultIdOf(items), items };
}

/** `pages`: the editor can show the page of a finding, so its code leads there. */
const diagnosticOf = (places: Places, finding: Finding, pages: boolean): Diagnostic => ({
  range: places.range(finding.path, finding.span),
  severity: severities[finding.severity],
  source: "wellspent",
  code: finding.code,
  ...(pages ? { codeDescription: { href: `wellspent-finding:/${finding.code}.md` } } : {}),
  message: finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`,
  relatedInformation: finding.related.map(({ path, span, label }) => ({
    location: places.location(path, span),
    message: label,
  })),
  ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
});
