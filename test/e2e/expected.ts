import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXPECTED, ROOT } from "./paths.ts";

interface Checked {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly code: string }[] }[];
}

/** Leaves for the suites what the command line finds in a folder: codes by file. The editor must show the same. */
export function writeExpected(workspace: string): void {
  const cli = join(ROOT, "dist", "cli.js");
  const { stdout, stderr } = spawnSync(process.execPath, [cli, "check", ".", "--no-cache", "--format", "json"], {
    cwd: workspace,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  // What is found decides the exit status.
  if (stdout === "") throw new Error(`the command line did not check ${workspace}: ${stderr}`);
  const { files } = JSON.parse(stdout) as Checked;
  const found = files.filter(({ findings }) => findings.length > 0);
  const codes = found.map(({ path, findings }) => [path, findings.map(({ code }) => code).sort()]);
  writeFileSync(EXPECTED, JSON.stringify(Object.fromEntries(codes)));
}
