import { type Connection, RequestType } from "vscode-languageserver";
import { baseName, folderOf } from "../workspace/names.ts";
import type { RemoteFiles, RemoteKind } from "../workspace/remote.ts";
import { uriOf } from "./uris.ts";

/** Messages of ours beside the protocol's, for a server without a disk. The client answers them (`client/src/connect/files.ts`). */
const listFolder = new RequestType<{ uri: string }, readonly [string, RemoteKind][] | null, never>(
  "wellspent/listFolder",
);
const readFile = new RequestType<{ uri: string }, Uint8Array | "vanished" | "unreadable", never>("wellspent/readFile");

/** The files that the editor at the other end of a connection can reach. */
export function askedOf(connection: Connection): RemoteFiles {
  const uri = (address: string) => uriOf(folderOf(address), baseName(address));
  return {
    list: async (folder) => (await connection.sendRequest(listFolder, { uri: uri(folder) })) ?? undefined,
    read: (file) => connection.sendRequest(readFile, { uri: uri(file) }),
  };
}
