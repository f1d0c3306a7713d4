import type { Finding } from "../../rules/types.ts";
import type { Span } from "../../syntax/types.ts";
import { type Lines, linesIn, type Range } from "../positions.ts";
import { count, fails } from "../result.ts";
import { version } from "../version.ts";
import type { CheckReporter } from "./types.ts";

/** Where the JSON Schema of this output is published; `version` in it changes only when a reader could break. */
const checkSchema = "https://wellspent.dev/schemas/1/check-output.schema.json";

interface JsonRange {
  readonly path: string;
  readonly range: Range;
}

/** For programs: the contract of `schemas/check-output.schema.json`. Suppressed findings are there, marked. */
export const jsonReporter: CheckReporter = (result) => {
  const counts = count(result.files);
  const document = {
    $schema: checkSchema,
    version: 1,
    tool: { name: "wellspent", version },
    as_of: result.asOf,
    fail_on: result.failOn,
    summary: {
      files: counts.files,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      suppressed: counts.suppressed,
      failed: fails(result),
      complete: !result.notices.some((notice) => notice.incomplete),
    },
    notices: result.notices.map(({ alsoFinding: _, ...notice }) => notice),
    files: result.files
      .filter((file) => file.findings.length > 0)
      .map((file) => {
        const lines = linesIn(result, file);
        return {
          path: file.shown,
          findings: file.findings.map((each) => findingJson(each, lines, (path) => result.show(file, path))),
        };
      }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
};

function findingJson(finding: Finding, lines: (path: string) => Lines, show: (path: string) => string) {
  const at = (path: string, span: Span): JsonRange => ({ path: show(path), range: lines(path).range(span) });
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    ...(finding.help === undefined ? {} : { help: finding.help }),
    ...(finding.label === undefined ? {} : { label: finding.label }),
    range: lines(finding.path).range(finding.span),
    related: finding.related.map((each) => ({ ...at(each.path, each.span), label: each.label })),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      certain: fix.certain,
      edits: fix.edits.map((edit) => ({ range: lines(finding.path).range(edit.span), text: edit.text })),
    })),
    ...(finding.unnecessary ? { unnecessary: true } : {}),
    ...(finding.suppressed === undefined ? {} : { suppressed: finding.suppressed }),
  };
}
