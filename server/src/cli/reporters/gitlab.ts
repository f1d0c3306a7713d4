import { createHash } from "node:crypto";
import type { Severity } from "../../rules/types.ts";
import { fingerprint } from "../fingerprint.ts";
import { linesIn } from "../positions.ts";
import type { CheckReporter } from "./types.ts";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", information: "info" };

/** GitLab's Code Quality report, which it shows in a merge request. What a comment keeps from view is left out: GitLab has no word for it. */
export const gitlabReporter: CheckReporter = (result) => {
  const issues = result.files.flatMap((file) => {
    const lines = linesIn(result, file);
    const seen = new Map<string, number>();
    return file.findings
      .filter((each) => each.suppressed === undefined)
      .map((finding) => {
        const { start, end } = lines(finding.path).range(finding.span);
        return {
          description: finding.help === undefined ? finding.message : `${finding.message} ${finding.help}`,
          check_name: finding.code,
          // GitLab wants it unique over all files.
          fingerprint: createHash("sha256")
            .update(`${file.shown}\n${fingerprint(finding, lines(finding.path), seen)}`)
            .digest("hex")
            .slice(0, 32),
          severity: severities[finding.severity],
          location: { path: file.shown, lines: { begin: start.line, end: end.line } },
        };
      });
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};
