import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import type { ClientCapabilities, ProtocolConnection } from "vscode-languageserver/node";
import type { OverviewAnswer } from "../../server/src/lsp/explorer.ts";
import { TestServer } from "./server.ts";

/** A project on disk and a server on it. */
export interface Folder {
  readonly server: TestServer;
  uri(path: string): string;
  path(uri: string): string;
  write(path: string, text: string): Promise<void>;
}

/** Waits until a server has read the whole project: until then it answers from the files that are in, and not all at once. */
export const wholeProject = ({ connection }: TestServer): Promise<void> =>
  expect
    .poll(async () => {
      const { complete, rows } = await connection.sendRequest<OverviewAnswer>("wellspent/overview", {});
      return complete && rows.length > 0;
    })
    .toBe(true);

/** Runs a conversation about a project in a folder of its own; the server must end as asked. */
export async function inFolder(
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities,
  run: (folder: Folder) => Promise<void>,
  prepare?: (connection: ProtocolConnection) => void,
  options?: object,
): Promise<void> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "wellspent-")));
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
  for (const [path, text] of Object.entries({ "wellspent.yaml": "root: true\n", ...files })) await write(path, text);
  const server = await TestServer.start(pathToFileURL(root).href, capabilities, prepare, options);
  const base = pathToFileURL(root).href;
  try {
    await run({ server, write, uri: (path) => `${base}/${path}`, path: (uri) => uri.slice(base.length + 1) });
    expect(await server.stop()).toBe(0);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Line and character (from 0) of a text in a file. */
export function positionOf(text: string, found: string): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(found)).split(/\r?\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
