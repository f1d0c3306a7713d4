import { kindOfName } from "../../workspace/names.ts";
import type { FilePath, FileProblem } from "../../workspace/types.ts";
import { whyNoText } from "../no-text.ts";
import type { Project } from "../project.ts";
import type { Notice } from "../result.ts";
import type { Extracted } from "./share.ts";

/** Something stands in the file, and nobody knows what. A link out of the project is left out on purpose. */
const hidesText: ReadonlySet<FileProblem> = new Set(["binary", "utf-16", "invalid-utf-8", "too-large", "unreadable"]);

/** What stood in the way of reading a project. `isFound` says whether a finding tells the same of a file. */
export function noticesOf(
  project: Project,
  extracted: ReadonlyMap<FilePath, Extracted>,
  isFound: (path: FilePath) => boolean,
): Notice[] {
  const notices: Notice[] = [];
  for (const { path, problem, detail } of project.listing.problems)
    if (problem === "unreadable" && kindOfName(path) === undefined)
      notices.push({ path: project.show(path), message: `this folder could not be read: ${detail}`, incomplete: true });
  for (const { path, problem } of extracted.values()) {
    if (kindOfName(path) === undefined) continue;
    if (problem?.problem === "vanished")
      notices.push({ path: project.show(path), message: "went away while it was being read", incomplete: false });
    if (problem !== undefined && hidesText.has(problem.problem))
      notices.push({
        path: project.show(path),
        message: `could not be read: ${(problem.problem === "unreadable" ? problem.detail : undefined) ?? whyNoText(problem.problem)}`,
        incomplete: true,
        ...(isFound(path) ? { alsoFinding: true as const } : {}),
      });
  }
  return notices;
}
