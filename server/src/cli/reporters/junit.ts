import type { Finding } from "../../rules/types.ts";
import { type Lines, linesIn } from "../positions.ts";
import { atLeast, type CheckedFile, type CheckResult } from "../result.ts";
import type { CheckReporter } from "./types.ts";

/**
 * JUnit XML, which every CI server reads: a suite for each file. What fails the check is a failure; findings below `--fail-on` are passed
 * cases with their words in the output; a file without findings is one passed case.
 */
export const junitReporter: CheckReporter = (result) => {
  const suites = result.files.map((file) => suiteOf(file, result));
  const total = (name: "tests" | "failures"): number => suites.reduce((sum, each) => sum + each[name], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wellspent" tests="${total("tests")}" failures="${total("failures")}" errors="0">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
};

function suiteOf(file: CheckedFile, result: CheckResult) {
  const lines = linesIn(result, file);
  const shown = file.findings.filter((each) => each.suppressed === undefined);
  const failures = shown.filter((each) => atLeast(each.severity, result.failOn)).length;
  const name = inXml(file.shown);
  const cases =
    shown.length === 0
      ? [`    <testcase name="check" classname="${name}"/>`]
      : shown.map((each) => caseOf(each, name, lines(each.path), result));
  const tests = cases.length;
  const xml = [
    `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    "  </testsuite>",
  ].join("\n");
  return { tests, failures, xml };
}

function caseOf(finding: Finding, file: string, lines: Lines, result: CheckResult): string {
  const { start } = lines.range(finding.span);
  const name = inXml(`${finding.code} at line ${start.line}, column ${start.column}`);
  const text = inXml([`${finding.severity}: ${finding.message}`, ...(finding.help ? [finding.help] : [])].join("\n"));
  const body = atLeast(finding.severity, result.failOn)
    ? `<failure type="${inXml(finding.code)}" message="${inXml(finding.message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase name="${name}" classname="${file}">${body}</testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What XML 1.0 has no place for: control characters, halves of a pair, two characters that are none. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const inXml = (text: string): string =>
  text.replace(forbidden, "\ufffd").replace(/[&<>"']/g, (each) => entities[each] ?? each);
