import type { DrawnChart } from "../charts/types.ts";
import type { Report } from "../types.ts";
import { escapeHtml } from "./escape.ts";
import { reportFragment } from "./fragment.ts";
import { fileStyle } from "./style.ts";

export interface PageOptions {
  /** `22 November 2026`: the day the figures were worked out for. */
  readonly asOf: string;
}

/** A report as one HTML file: no script, no network, nothing but itself. */
export function reportPage(report: Report, drawn: readonly DrawnChart[], { asOf }: PageOptions): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title>
<style>${fileStyle}</style>
</head>
<body>
<main>
${reportFragment(report, drawn)}
</main>
<footer><p>Worked out by Wellspent from ${escapeHtml(report.path)}, as of ${escapeHtml(asOf)}. Unknown is never taken as zero: what is not known is named beside each figure.</p></footer>
</body>
</html>
`;
}
