import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { packagedFile } from "../packaged.ts";

/** `wellspent lsp`: becomes the language server, which reads its transport from the command line itself. */
export async function lsp(): Promise<void> {
  const server = packagedFile("dist/server.cjs") ?? packagedFile("server/src/main.node.ts");
  if (server === undefined)
    throw new UsageError("The language server is not part of this installation.", exitCodes.unreadable);
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  // A bundle asks by path; only the sources are modules that `import` alone can load.
  if (server.pathname.endsWith(".cjs")) createRequire(import.meta.url)(fileURLToPath(server));
  else await import(server.href);
}
