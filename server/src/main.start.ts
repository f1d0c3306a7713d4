/** Starts the bundled language server with the code that was compiled of it before: compiling was most of the wait. */
import { join } from "node:path";
import { loadCompiled } from "./main.compiled.ts";

/** An editor ends its server without asking, so what is compiled is kept once the first answers are given, and once it is well used. */
const settled = [1_500, 30_000, 180_000];

const { keep } = loadCompiled(join(import.meta.dirname, "server-main.cjs"), "server");
for (const after of settled) setTimeout(keep, after).unref();
