/** Starts the bundled language server with the code that was compiled of it before: compiling was most of the wait. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { loadCompiled } from "./main.compiled.ts";

/** An editor ends its server without asking, so what is compiled is kept once the first answers are given, and once it is well used. */
const settled = [1_500, 30_000, 180_000];

// As our own client starts it (`client/src/connect/node.ts`); other editors start it plainly.
const young = "--no-allocation-site-pretenuring";
if (!process.execArgv.includes(young)) setFlagsFromString(young);

const { keep } = loadCompiled(join(import.meta.dirname, "server-main.cjs"), "server");
for (const after of settled) setTimeout(keep, after).unref();
