#!/usr/bin/env node
/** Starts the bundled command line with the code that was compiled of it before. */
import { fileURLToPath } from "node:url";
import { exitCodes } from "./cli/exit-codes.ts";
import { loadCompiled } from "./main.compiled.ts";

const args = process.argv.slice(2);
const command = /^[a-z]+$/.exec(args[0] ?? "")?.[0] ?? "none";
const program = fileURLToPath(new URL("cli-main.cjs", import.meta.url));
const { exports, keep } = loadCompiled<typeof import("./main.bundle.ts")>(program, command);
process.once("exit", (code) => {
  if (code !== exitCodes.usage) keep();
});
await exports.run(args);
