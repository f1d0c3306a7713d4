import { runTests } from "./harness.ts";

/** What VS Code calls: the walkthrough, done by somebody who begins with an empty folder. */
export const run = (): Promise<void> => runTests("newcomer", () => import("./newcomer.test.ts"));
