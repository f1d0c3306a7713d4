import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();
const main = fileURLToPath(new URL("../../server/src/main.cli.ts", import.meta.url));
const end = "Watching for changes";

test.skipIf(process.platform === "win32")(
  "check --watch answers again after a change, tells of new files, and ends with the last exit code",
  async () => {
    folder.write("a.outcome.yaml", "outcome: a\ntitle: A\nkind: state\nbetter: lower\n");
    // What is said on both outputs comes through one pipe: in the order in which it is said.
    const child = spawn(
      "sh",
      ["-c", 'exec "$@" 2>&1', "sh", process.execPath, main, "check", "--watch", "--no-color"],
      {
        cwd: folder.path,
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
    });
    /** The last answer that was given in full. One save may bring several: the file system tells of it in pieces. */
    const answer = (): string | undefined => said.split(end).slice(0, -1).at(-1);
    try {
      await expect.poll(answer).toMatch(/ in 2 files,/);
      expect(answer()).not.toContain("schema/unknown-word");
      folder.write("deep/b.outcome.yaml", "outcome: b\ntitle: B\nkind: wrong\nbetter: lower\n");
      await expect.poll(answer).toMatch(/schema\/unknown-word[\s\S]* in 3 files,/);
      folder.write("notes.txt", "no spec");
      folder.write("deep/b.outcome.yaml", "outcome: b\ntitle: B\nkind: state\nbetter: lower\n");
      await expect.poll(answer).not.toContain("schema/unknown-word");
      const code = new Promise((done) => child.once("exit", done));
      child.kill("SIGINT");
      expect(await code).toBe(0);
    } finally {
      child.kill("SIGKILL");
    }
  },
);
