/** Starts a thread of the bundled command line, with the code that a check before has left. */
import { fileURLToPath } from "node:url";
import { loadCompiled } from "./main.compiled.ts";

const program = fileURLToPath(new URL("cli-main.cjs", import.meta.url));
await loadCompiled<typeof import("./main.bundle.ts")>(program, "check").exports.work();
