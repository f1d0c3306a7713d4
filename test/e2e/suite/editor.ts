import { runTests } from "./harness.ts";

/** What VS Code calls: the tests of the extension beside a Node server. */
export const run = (): Promise<void> =>
  runTests("editor", async () => {
    await import("./editor.test.ts");
    await import("./views.test.ts");
  });
