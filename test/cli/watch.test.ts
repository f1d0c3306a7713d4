import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();
const main = fileURLToPath(new URL("../../server/src/main.cli.ts", import.meta.url));

test("check --watch answers again after a change, tells of new files, and ends with the last exit code", async () => {
  folder.write("a.outcome.yaml", "outcome: a\ntitle: A\nkind: state\nbetter: lower\n");
  const child = spawn(process.execPath, [main, "check", "--watch", "--no-color"], { cwd: folder.path });
  let said = "";
  const heard = (words: string): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (said.includes(words)) done();
        else setTimeout(look, 20);
      };
      look();
    });
  child.stdout.on("data", (data) => {
    said += data;
  });
  child.stderr.on("data", (data) => {
    said += data;
  });
  await heard("Watching for changes");
  expect(said).not.toContain("schema/unknown-word");
  said = "";
  folder.write("deep/b.outcome.yaml", "outcome: b\ntitle: B\nkind: wrong\nbetter: lower\n");
  await heard("schema/unknown-word");
  await heard("Watching for changes");
  said = "";
  folder.write("notes.txt", "no spec");
  folder.write("deep/b.outcome.yaml", "outcome: b\ntitle: B\nkind: state\nbetter: lower\n");
  await heard("Watching for changes");
  expect(said).not.toContain("schema/unknown-word");
  const code = new Promise((done) => child.once("exit", done));
  child.kill("SIGINT");
  expect(await code).toBe(0);
});
