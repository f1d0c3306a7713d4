/** Starts the language server. What Node compiles of it is kept between starts (Node 22 and later): compiling was a third of the wait. */
import * as modules from "node:module";

const { enableCompileCache, flushCompileCache } = modules as {
  readonly enableCompileCache?: () => void;
  readonly flushCompileCache?: () => void;
};
/** An editor ends its server without asking, so what was compiled is written once the first answers are given. */
const settled = 5000;

enableCompileCache?.();
void import("./main.node.ts");
setTimeout(() => flushCompileCache?.(), settled).unref();
