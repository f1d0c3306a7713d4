#!/usr/bin/env node
import * as modules from "node:module";

// Compiled code is kept between runs where Node can (22 and later): starting is most of the time of a small check.
(modules as { enableCompileCache?: () => void }).enableCompileCache?.();
const { run } = await import("./cli/run.ts");
await run(process.argv.slice(2));
