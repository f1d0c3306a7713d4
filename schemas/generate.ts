// Writes the JSON Schemas and the precompiled validators from server/src/schema/kinds: `npx node schemas/generate.ts`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { outputs } from "./build/outputs.ts";

for (const [path, content] of outputs()) {
  const file = new URL(`../${path}`, import.meta.url);
  // A file that already says so is left alone, for the sake of whoever watches it.
  if (!existsSync(file) || readFileSync(file, "utf8") !== content) writeFileSync(file, content);
}
