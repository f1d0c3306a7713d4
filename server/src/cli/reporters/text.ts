import type { Finding, Severity } from "../../rules/types.ts";
import { frame, type Mark } from "../frame.ts";
import { counted } from "../numbers.ts";
import { type Lines, lineTable } from "../positions.ts";
import { atLeast, type CheckedFile, type CheckResult, count } from "../result.ts";
import { type Colours, harmless } from "../terminal.ts";
import { common, gather, type Shown } from "./gather.ts";
import { summaryLine } from "./summary.ts";
import type { CheckReporter, ReportStyle } from "./types.ts";

/** For people at a terminal: each finding with its lines of the file, what is wrong and what to do, then one line of numbers. */
export const textReporter: CheckReporter = (result, style) => {
  const shown = result.files.flatMap((file) =>
    file.findings
      .filter((each) => each.suppressed === undefined && (!style.quiet || atLeast(each.severity, result.failOn)))
      .map((finding) => ({ file, finding })),
  );
  const { drawn, listed } = gather(shown);
  const limited = drawn.slice(0, style.maxFindings ?? drawn.length);
  let room = (style.maxFindings ?? shown.length) - limited.length;
  const parts: string[] = [];
  const linesOf = linesOfFiles(result);
  for (const { file, finding } of limited) parts.push(...drawFinding(result, file, finding, linesOf(file), style), "");
  for (const { code, findings } of listed) {
    const some = findings.slice(0, Math.max(0, room));
    room -= some.length;
    if (some.length > 0) parts.push(...listFindings(code, some, linesOf, style), "");
  }
  const { dim, yellow } = style.colours;
  const hidden = shown.length - Math.min(shown.length, style.maxFindings ?? shown.length);
  if (hidden > 0) parts.push(dim(`${hidden} more findings are not shown (--max-findings).`), "");
  for (const notice of result.notices)
    if (notice.alsoFinding === undefined && (!style.quiet || notice.incomplete))
      parts.push(
        `${yellow("note")} ${notice.path === undefined ? "" : `${harmless(notice.path)}: `}${harmless(notice.message)}`,
      );
  if (result.files.length > 0 && (!style.quiet || shown.length > 0))
    parts.push(summaryLine(count(result.files), result, style.colours));
  return parts.length === 0 ? "" : `${parts.join("\n")}\n`;
};

/** The lines of the files that one checked file speaks of. Findings come file by file: the last one's are kept. */
function linesOfFiles(result: CheckResult): (file: CheckedFile) => (path: string) => Lines {
  let last: { readonly file: CheckedFile; readonly lines: (path: string) => Lines } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, lines: lineTable((path) => result.text(file, path)) };
    return last.lines;
  };
}

/** Findings of one code, one a line: what they all say is said once. */
function listFindings(
  code: string,
  findings: readonly Shown[],
  linesOf: ReturnType<typeof linesOfFiles>,
  style: ReportStyle,
): string[] {
  const { bold, dim, green, cyan } = style.colours;
  const message = common(findings.map(({ finding }) => finding.message));
  const help = common(findings.map(({ finding }) => finding.help));
  const out = [`${cyan(bold("information"))} ${dim(code)} ${bold(counted(findings.length, "place"))}`];
  if (message !== undefined) out.push(`  ${bold(harmless(message))}`);
  for (const { file, finding } of findings) {
    const { start } = linesOf(file)(finding.path).range(finding.span);
    const place = `${harmless(file.shown)}:${start.line}:${start.column}`;
    out.push(message === undefined ? `  ${dim(place)} ${harmless(finding.message)}` : `    ${place}`);
  }
  out.push(`  ${green("help")} ${help === undefined ? `wellspent explain ${code}` : harmless(help)}`);
  return out;
}

/** Other places drawn with one finding; beyond, their number. */
const mostRelated = 5;

const paintOf = (colours: Colours, severity: Severity): ((text: string) => string) =>
  severity === "error" ? colours.red : severity === "warning" ? colours.yellow : colours.cyan;

function drawFinding(
  result: CheckResult,
  file: CheckedFile,
  finding: Finding,
  lines: (path: string) => Lines,
  style: ReportStyle,
): string[] {
  const { bold, dim, green } = style.colours;
  const paint = paintOf(style.colours, finding.severity);
  const own = lines(finding.path);
  const { start } = own.range(finding.span);
  const out = [
    `${paint(bold(finding.severity))} ${dim(finding.code)} ${bold(`${harmless(file.shown)}:${start.line}:${start.column}`)}`,
    `  ${bold(harmless(finding.message))}`,
  ];
  const marks = new Map<string, Mark[]>([
    [finding.path, [{ span: finding.span, label: finding.label ?? "", primary: true }]],
  ]);
  for (const { path, span, label } of finding.related.slice(0, mostRelated)) {
    const known = marks.get(path);
    if (known) known.push({ span, label, primary: false });
    else marks.set(path, [{ span, label, primary: false }]);
  }
  for (const [path, each] of marks) {
    const text = lines(path);
    if (text.text === "") continue;
    if (path !== finding.path) {
      const at = text.range((each[0] as Mark).span).start;
      out.push(dim(`    in ${harmless(result.show(file, path))}:${at.line}:${at.column}`));
    }
    out.push(
      ...frame(text, each, { colours: style.colours, width: style.width - 4, paint }).map((line) => `    ${line}`),
    );
  }
  const rest = finding.related.length - mostRelated;
  if (rest > 0) out.push(dim(`    and ${counted(rest, "more place")}`));
  if (finding.help !== undefined) out.push(`  ${green("help")} ${harmless(finding.help)}`);
  const fix = finding.fixes.find((each) => each.certain);
  if (fix !== undefined) out.push(`  ${green("fix")}  ${harmless(fix.title)}`);
  return out;
}
