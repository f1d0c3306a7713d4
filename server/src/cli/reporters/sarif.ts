import type { Location, Log, Region, ReportingDescriptor, Result } from "sarif";
import { rules } from "../../rules/index.ts";
import type { Finding, Rule, Severity } from "../../rules/types.ts";
import type { Span } from "../../syntax/types.ts";
import { fingerprint } from "../fingerprint.ts";
import { type Lines, linesIn } from "../positions.ts";
import type { CheckedFile, CheckResult } from "../result.ts";
import { version } from "../version.ts";
import type { CheckReporter } from "./types.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** SARIF 2.1.0, for code scanning: every finding, those that a comment keeps from view included and marked as such. */
export const sarifReporter: CheckReporter = (result) => {
  const codes = [...new Set(result.files.flatMap((file) => file.findings.map((each) => each.code)))].sort();
  const results = result.files.flatMap((file) => resultsOf(result, file, codes));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Wellspent", semanticVersion: version, version, rules: codes.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: !result.notices.some((notice) => notice.incomplete),
            toolExecutionNotifications: result.notices.map((notice) => ({
              level: notice.incomplete ? "warning" : "note",
              message: { text: notice.message },
              ...(notice.path === undefined
                ? {}
                : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(notice.path) } } }] }),
            })),
          },
        ],
        results,
        properties: { asOf: result.asOf },
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function descriptor(code: string): ReportingDescriptor {
  const rule = (rules as readonly Rule[]).find((each) => each.code === code);
  if (rule === undefined) return { id: code };
  const { title, what, why, fix, standard } = rule.page;
  const behind = standard === undefined ? [] : [`Standard: ${standard}`];
  return {
    id: code,
    name: code.replace(/(^|[/-])([a-z])/g, (_all, _before, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: {
      text: [what, why, fix, ...behind].join("\n\n"),
      markdown: [what, `**Why it matters.** ${why}`, `**What to do.** ${fix}`, ...behind].join("\n\n"),
    },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function resultsOf(result: CheckResult, file: CheckedFile, codes: readonly string[]): Result[] {
  const lines = linesIn(result, file);
  const seen = new Map<string, number>();
  return file.findings.map((finding): Result => {
    const place = (path: string, span: Span): Location => ({
      physicalLocation: {
        artifactLocation: { uri: uriOf(result.show(file, path)) },
        region: region(lines(path), span),
      },
    });
    return {
      ruleId: finding.code,
      ruleIndex: codes.indexOf(finding.code),
      level: levels[finding.severity],
      message: { text: finding.help === undefined ? finding.message : `${finding.message} ${finding.help}` },
      locations: [place(finding.path, finding.span)],
      ...(finding.related.length === 0
        ? {}
        : {
            relatedLocations: finding.related.map((each, id) => ({
              id,
              ...place(each.path, each.span),
              message: { text: each.label },
            })),
          }),
      partialFingerprints: { "wellspentFinding/v1": fingerprint(finding, lines(finding.path), seen) },
      ...(finding.fixes.length === 0
        ? {}
        : { fixes: finding.fixes.map((fix) => fixOf(fix, finding, lines, result, file)) }),
      ...(finding.suppressed === undefined
        ? {}
        : { suppressions: [{ kind: "inSource" as const, justification: finding.suppressed.reason }] }),
    };
  });
}

function fixOf(
  fix: Finding["fixes"][number],
  finding: Finding,
  lines: (path: string) => Lines,
  result: CheckResult,
  file: CheckedFile,
): NonNullable<Result["fixes"]>[number] {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(result.show(file, finding.path)) },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(lines(finding.path), edit.span),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

function region(lines: Lines, span: Span): Region {
  const { start, end } = lines.range(span);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: span.end - span.start,
  };
}

/** A path as a URI reference: each part escaped, and never mistaken for a scheme. */
function uriOf(path: string): string {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return /^[A-Za-z][\w+.-]*%3A/.test(uri) ? `./${uri}` : uri;
}
