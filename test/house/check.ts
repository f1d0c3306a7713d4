import { fileURLToPath } from "node:url";
import { findViolations } from "./imports.ts";

const root = process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url));
const found = findViolations(root);
for (const { file, to, why } of found) console.error(`${file} imports ${to}: ${why}`);
console.log(found.length === 0 ? "imports: all point downwards" : `imports: ${found.length} forbidden`);
process.exitCode = found.length === 0 ? 0 : 1;
