import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../examples", import.meta.url));

/** The example project: texts by path. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(`${root}/${path}`, "utf8")]),
);
