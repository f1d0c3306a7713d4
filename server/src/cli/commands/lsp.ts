import { exitCodes, UsageError } from "../exit-codes.ts";
import { packagedFile } from "../packaged.ts";

/** `wellspent lsp`: becomes the language server, which reads its transport from the command line itself. */
export async function lsp(): Promise<void> {
  const server = packagedFile("dist/server.cjs") ?? packagedFile("server/src/main.node.ts");
  if (server === undefined)
    throw new UsageError("The language server is not part of this installation.", exitCodes.unreadable);
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  await import(server.href);
}
