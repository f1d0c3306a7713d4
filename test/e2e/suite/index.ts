import { appendFileSync, writeFileSync } from "node:fs";
import { format } from "node:util";
import Mocha from "mocha";

/** What VS Code calls to run an extension's tests, on the desktop and in the browser alike. Rejects when a test fails. */
export async function run(): Promise<void> {
  const log = process.env.E2E_LOG_FILE;
  // The extension host hands console lines on in pieces; a file keeps them whole.
  if (log) Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(log, `${format(...parts)}\n`);
  const mocha = new Mocha({ ui: "bdd", color: false, timeout: 40_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./editor.test.ts");
  await new Promise<void>((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      const file = process.env.E2E_RESULT_FILE;
      if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
      if (failed > 0) reject(new Error(`${failed} editor tests failed`));
      else resolve();
    });
    runner.on("pass", () => {
      passed += 1;
    });
  });
}
