import { existsSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { findRoot } from "./disk-root.ts";

/**
 * The folder of the project that a file belongs to, spelt as the file is: where a link lies on the way, the editor's own names
 * are kept. A file that is not saved yet belongs where its folder does. An opened folder bounds the search for `.git`, not for settings.
 */
export function rootAsSpelt(file: string, openedFolders: readonly string[]): string {
  let place = existsSync(file) ? file : dirname(file);
  while (!existsSync(place) && place !== dirname(place)) place = dirname(place);
  const real = findRoot(place);
  for (let folder = place; ; folder = dirname(folder)) {
    if (existsSync(folder) && realpathSync(folder) === real) return folder;
    if (folder === dirname(folder)) break;
  }
  return openedFolders.find((folder) => file.startsWith(`${folder}/`)) ?? dirname(file);
}
