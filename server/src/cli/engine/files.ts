import { kindOfName } from "../../workspace/names.ts";
import type { Project } from "../project.ts";
import type { ShareFile } from "./share.ts";

/**
 * Every file that bears one of our names: those listed, those that the walk could not take for a file, and what stands in. A folder that
 * cannot be read stands for the files in it.
 */
export function filesOf({ overlay, listing }: Project): ShareFile[] {
  const none = { stamp: "", size: 0, changed: Number.POSITIVE_INFINITY };
  const files: ShareFile[] = listing.entries
    .filter((entry) => entry.path !== overlay?.path)
    .map((entry) => ({ entry }));
  for (const { path, ...problem } of listing.problems)
    if ((kindOfName(path) !== undefined || problem.problem === "unreadable") && path !== overlay?.path)
      files.push({ entry: { path, ...none }, content: { kind: "problem", ...problem } });
  if (overlay !== undefined)
    files.push({ entry: { path: overlay.path, ...none }, content: { kind: "text", text: overlay.text } });
  return files;
}

/** A folder, of which nobody knows what its files define and use: it is told of in a notice, and is no file to check. */
export const isClosedFolder = ({ entry, content }: ShareFile): boolean =>
  content?.kind === "problem" && kindOfName(entry.path) === undefined;
