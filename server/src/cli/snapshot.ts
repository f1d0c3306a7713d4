import { createSession, type Snapshot } from "../analysis/index.ts";
import type { CalendarDate } from "../values/types.ts";
import { readListed } from "../workspace/disk.ts";
import { kindOfName } from "../workspace/names.ts";
import type { FileContent, FilePath } from "../workspace/types.ts";
import { whyNoText } from "./no-text.ts";
import type { Progress } from "./progress.ts";
import type { Project } from "./project.ts";
import type { Notice } from "./result.ts";

/**
 * A project as it stands on disk, all of it read; standard input stands for a file of it. What could not be read and was asked about is told in `notices`. `open`: the files asked
 * about keep their trees, for a reader who asks for figures, findings and places of one file in turn.
 */
export function snapshotOf(
  project: Project,
  asOf: CalendarDate,
  notices: Notice[],
  progress: Progress,
  { open = false }: { readonly open?: boolean } = {},
): Snapshot {
  const contents = readAll(project, progress).filter(([path, content]) => {
    if (content.kind === "problem" && project.chosen.has(path))
      notices.push({
        path: project.show(path),
        message: `cannot be read: ${whyNoText(content.problem)}${kindOfName(path) === "settings" ? ", and what it sets does not hold" : ""}; wellspent check says more`,
        incomplete: content.problem !== "vanished",
      });
    return content.kind === "text";
  });
  if (!open) return snapshotFrom(contents, asOf);
  const session = createSession({ asOf });
  session.load(contents.filter(([path]) => !project.chosen.has(path)));
  for (const [path, content] of contents)
    if (project.chosen.has(path) && content.kind === "text") session.setFile(path, content.text);
  session.setComplete(true);
  return session.snapshot();
}

/** Every file of a project as it stands on disk, but for the one that standard input stands for. */
export function readAll(project: Project, progress: Progress): (readonly [FilePath, FileContent])[] {
  const { overlay } = project;
  progress.begin(`Reading ${project.show("")}`, project.listing.entries.length);
  const read = project.listing.entries.flatMap((entry) => {
    const content = entry.path === overlay?.path ? undefined : readListed(project.root, entry);
    progress.step();
    return content === undefined ? [] : [[entry.path, content] as const];
  });
  return overlay === undefined ? read : [...read, [overlay.path, { kind: "text", text: overlay.text }]];
}

/** A project of files already read. */
export function snapshotFrom(contents: Iterable<readonly [FilePath, FileContent]>, asOf: CalendarDate): Snapshot {
  const session = createSession({ asOf });
  session.load(contents);
  session.setComplete(true);
  return session.snapshot();
}
