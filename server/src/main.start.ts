/** Starts the bundled language server with the code that was compiled of it before: compiling was most of the wait. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { loadCompiled } from "./main.compiled.ts";

/** An editor ends its server without asking, so what is compiled is kept once the first answers are given, and once it is well used. */
const settled = [250, 1_500, 30_000, 180_000];
/** The server is idle when it works less than this share of so many milliseconds. */
const idle = 0.02;
const watched = 150;

// As our own client starts it (`client/src/connect/node.ts`); other editors start it plainly.
const young = "--no-allocation-site-pretenuring";
const setFlag = (flag: string): void =>
  (createRequire(import.meta.url)("node:v8") as typeof import("node:v8")).setFlagsFromString(flag);
if (!process.execArgv.includes(young)) setFlag(young);
/** V8 from Node 22 to 26 counts so, and would complain of a word that it does not know. */
const knowsInvocations = /^(12\.4|13|14)\./;

// A key runs most of the code once: it is prepared for what it meets from the second time on, not from the ninth.
if (knowsInvocations.test(process.versions.v8)) setFlag("--invocation-count-for-feedback-allocation=2");

const { keep } = loadCompiled(join(import.meta.dirname, "server-main.cjs"), "server");
for (const after of settled) setTimeout(keepWhenIdle, after).unref();

/** Keeping it takes as long as many keys: not while somebody types. */
function keepWhenIdle(): void {
  const before = performance.eventLoopUtilization();
  setTimeout(() => {
    if (performance.eventLoopUtilization(before).utilization < idle) keep(true);
    else keepWhenIdle();
  }, watched).unref();
}
