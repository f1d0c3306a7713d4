import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { fingerprint } from "../model/fingerprint.ts";
import type { Finding } from "../rules/types.ts";
import { rangeOf } from "./convert.ts";
import type { Seen } from "./session.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

/** Findings of one document. `unchanged` when they are what the editor already has. */
export function documentDiagnostics(
  seen: Seen | undefined,
  request: DocumentDiagnosticParams,
): DocumentDiagnosticReport {
  const items =
    seen === undefined ? [] : seen.snapshot.findings(seen.path).flatMap((finding) => diagnosticOf(seen, finding));
  const resultId = fingerprint(JSON.stringify(items));
  if (request.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

function diagnosticOf(seen: Seen, finding: Finding): Diagnostic[] {
  const parsed = seen.snapshot.parsed(seen.path);
  if (parsed === undefined || finding.suppressed !== undefined) return [];
  return [
    {
      range: rangeOf(parsed, finding.span),
      severity: severities[finding.severity],
      source: "wellspent",
      code: finding.code,
      message: finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`,
      relatedInformation: finding.related.flatMap((related): DiagnosticRelatedInformation[] => {
        const other = seen.snapshot.parsed(related.path);
        return other === undefined
          ? []
          : [
              {
                location: { uri: seen.uriOf(related.path), range: rangeOf(other, related.span) },
                message: related.label,
              },
            ];
      }),
      ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    },
  ];
}
