import { runTests } from "./harness.ts";

/** What VS Code calls: the tests of the extension inside the editor's web worker, as in a browser-only VS Code. */
export const run = (): Promise<void> => runTests("web", () => import("./web.test.ts"));
