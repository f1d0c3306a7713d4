import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import Mocha from "mocha";

/**
 * Runs the tests that `load` declares, on the desktop and in the browser alike. Leaves a log and a count named after the
 * suite in the folder `E2E_OUT`. Rejects when a test fails. `E2E_GREP` picks tests by name.
 */
export async function runTests(name: string, load: () => Promise<unknown>): Promise<void> {
  const out = process.env.E2E_OUT;
  // The extension host hands console lines on in pieces; a file keeps them whole.
  if (out) {
    const log = join(out, `${name}.log`);
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(log, `${format(...parts)}\n`);
  }
  const grep = process.env.E2E_GREP;
  // A busy machine is slow, and that is no fault: steps have time. A step that fails is never tried again.
  const mocha = new Mocha({
    ui: "bdd",
    color: false,
    timeout: 600_000,
    reporter: "spec",
    ...(grep ? { grep } : {}),
  });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await load();
  await new Promise<void>((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      if (out) writeFileSync(join(out, `${name}.json`), JSON.stringify({ passed, failed }));
      if (failed > 0) reject(new Error(`${failed} editor tests failed`));
      else resolve();
    });
    runner.on("pass", () => {
      passed += 1;
    });
  });
}
