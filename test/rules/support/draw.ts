/** Findings as the terminal shows them, for snapshots. */
import colours from "picocolors";
import { textReporter } from "../../../server/src/cli/reporters/text.ts";
import type { Finding } from "../../../server/src/rules/types.ts";
import { type Project, textOf } from "./project.ts";

export async function draw(project: Project, findings: readonly Finding[]): Promise<string> {
  const files = Object.keys(project)
    .sort()
    .map((shown) => ({ shown, findings: findings.filter(({ path }) => path === shown) }));
  const text = await textReporter(
    {
      files,
      notices: [],
      asOf: "2026-06-01",
      failOn: "error",
      elapsed: 0,
      text: (_file, path) => textOf(project, path),
      show: (_file, path) => path,
    },
    { colours: colours.createColors(false), width: 120, maxFindings: undefined, quiet: false },
  );
  // The last line counts and times.
  return `${text.trimEnd().split("\n").slice(0, -1).join("\n").trimEnd()}\n`;
}
