import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli.js");

/** A Node 20 on this machine, the oldest that the bundles ship to; development itself runs on a newer one. */
function oldestNode(): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "node"))
    .filter(existsSync)
    .find((node) => execFileSync(node, ["--version"], { encoding: "utf8" }).startsWith("v20."));
}

const node = oldestNode();

test.skipIf(node === undefined || !existsSync(cli)).each([["check"], ["cost"]])("Node 20 runs `%s`", (command) => {
  const ended = spawnSync(node as string, [cli, command, "examples"], { cwd: root, encoding: "utf8" });
  expect(ended.stderr).not.toContain("a fault in Wellspent");
  expect([0, 1]).toContain(ended.status);
  expect(ended.stdout.length).toBeGreaterThan(100);
});
