// The browser's own build of mocha: in this host there is no Node.
import "mocha/mocha.js";
import type MochaType from "mocha";

/** The launcher reads the window's console: a worker has no file to write to. */
const say = (text: string): void => console.log(`[e2e] ${text}`);

/** Tells the outcome of each test as it comes. */
class Reporter {
  constructor(runner: MochaType.Runner) {
    runner.on("pass", (test) => say(`  ✔ ${test.fullTitle()}`));
    runner.on("fail", (test, reason) => say(`  ✖ ${test.fullTitle()}: ${reason.stack ?? reason}`));
  }
}

/** What VS Code calls: the tests of the extension in a browser that no server stands behind, as on vscode.dev. */
export async function run(): Promise<void> {
  const { Mocha } = globalThis as unknown as { readonly Mocha: typeof MochaType };
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 600_000,
    reporter: Reporter as unknown as typeof MochaType.reporters.Base,
  });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./serverless.test.ts");
  await new Promise<void>((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      console.log(`[e2e-result] ${JSON.stringify({ passed, failed })}`);
      if (failed > 0) reject(new Error(`${failed} editor tests failed`));
      else resolve();
    });
    runner.on("pass", () => {
      passed += 1;
    });
  });
}
