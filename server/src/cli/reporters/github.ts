import type { Finding, Severity } from "../../rules/types.ts";
import { counted } from "../numbers.ts";
import { type Lines, linesIn } from "../positions.ts";
import { atLeast } from "../result.ts";
import type { CheckReporter } from "./types.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice" };
/** GitHub shows no more than this of each kind for one step of a workflow. */
const shownByGitHub = 10;
const order: readonly Severity[] = ["error", "warning", "information"];

/** Workflow commands that GitHub shows beside the changed lines, the most serious first, because it keeps the first ten of each kind. */
export const githubReporter: CheckReporter = (result, style) => {
  const all = result.files.flatMap((file) => {
    const lines = linesIn(result, file);
    return file.findings
      .filter((each) => each.suppressed === undefined && (!style.quiet || atLeast(each.severity, result.failOn)))
      .map((finding) => ({ severity: finding.severity, line: () => annotation(finding, file.shown, lines) }));
  });
  const sorted = order.flatMap((severity) => all.filter((each) => each.severity === severity));
  const limited = sorted.slice(0, style.maxFindings ?? sorted.length);
  const out = limited.map((each) => each.line());
  if (order.some((severity) => all.filter((each) => each.severity === severity).length > shownByGitHub))
    out.push(
      `GitHub shows the first ${shownByGitHub} errors, warnings and notices of a step; there are ${counted(all.length, "finding")}. SARIF shows all.`,
    );
  for (const notice of result.notices) {
    if (notice.alsoFinding) continue;
    const at = notice.path === undefined ? "" : ` file=${property(notice.path)}`;
    out.push(`::${notice.incomplete ? "warning" : "notice"}${at}::${data(notice.message)}`);
  }
  return out.length === 0 ? "" : `${out.join("\n")}\n`;
};

function annotation(finding: Finding, path: string, lines: (path: string) => Lines): string {
  const { start, end } = lines(finding.path).range(finding.span);
  // GitHub takes columns only of an annotation on one line.
  const columns =
    start.line === end.line ? `,col=${start.column},endColumn=${Math.max(end.column, start.column + 1)}` : "";
  const where = `file=${property(path)},line=${start.line},endLine=${end.line}${columns}`;
  const text = finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`;
  return `::${commands[finding.severity]} ${where},title=${property(finding.code)}::${data(text)}`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
