import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import type { Client } from "./capabilities.ts";

/** Files that bear one of our names, wherever they lie; and folders that come or go, of whose files an editor does not speak. */
const watchers: FileSystemWatcher[] = [
  { globPattern: "**/*.{intervention,outcome,study,unit-costs,area,portfolio}.{yaml,yml}" },
  { globPattern: "**/wellspent.{yaml,yml}" },
  { globPattern: "**", kind: WatchKind.Create | WatchKind.Delete },
];

/** Asks the editor to say when a file that is not open changes on disk. One that cannot be asked says what it was set up to say. */
export async function watchFiles(connection: Connection, client: Client): Promise<void> {
  if (!client.watches) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
