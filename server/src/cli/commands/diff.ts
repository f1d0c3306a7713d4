import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import type { Snapshot } from "../../analysis/index.ts";
import { differences } from "../../report/differences.ts";
import type { Severity } from "../../rules/types.ts";
import type { CalendarDate } from "../../values/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import { asOfDate, dateText } from "../as-of.ts";
import { type ComparedProject, lineOf } from "../compared-project.ts";
import { exitCodes } from "../exit-codes.ts";
import { commitAt, filesAt } from "../git.ts";
import { deliverAll, type OutputStyle, tellNotices } from "../output.ts";
import { openProgress } from "../progress.ts";
import { openProjects, type Project } from "../project.ts";
import { outputsOf } from "../reporters/index.ts";
import { atLeast, type Notice } from "../result.ts";
import { snapshotFrom, snapshotOf } from "../snapshot.ts";
import { openTerminal } from "../terminal.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface DiffOptions {
  readonly format: readonly string[];
  readonly asOf?: string;
  readonly failOn?: Severity;
  readonly color?: boolean;
}

const formats = ["text", "json", "markdown"];

/** `wellspent diff`: returns the exit code. */
export async function diff(revision: string, paths: readonly string[], options: DiffOptions): Promise<number> {
  const outputs = outputsOf(options.format, formats);
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const { projects, notices: opened } = openProjects(paths);
  const notices: Notice[] = [...opened];
  const compared = projects.map((project): ComparedProject => {
    const progress = openProgress(terminal);
    const commit = commitAt(project.root, revision);
    const after = snapshotOf(project, asOf, notices, progress);
    progress.begin(`Reading ${revision}`, 1);
    const asked = askedIn(project, paths);
    const files = filesAt(commit, project.root);
    notices.push(
      ...noticesOf(
        files.filter(([path]) => asked(path)),
        project,
        revision,
      ),
    );
    const before = snapshotAt(files, asOf);
    progress.end();
    const difference = differences(
      { snapshot: before, chosen: asked },
      { snapshot: after, chosen: (path) => project.chosen.has(path) },
    );
    return { project, commit, before, after, difference };
  });
  const delivered = await deliverAll(outputs, terminal, async (format, style) =>
    format === "json"
      ? (await import("../costs/json-diff.ts")).diffJson(compared, notices, dateText(asOf))
      : drawn(format, compared, style),
  );
  tellNotices(notices, terminal);
  if (!delivered || notices.some((notice) => notice.incomplete)) return exitCodes.unreadable;
  if (compared.every(({ before, after }) => before.files.length + after.files.length === 0)) {
    terminal.err(nothingToCheck(paths));
    return exitCodes.nothing;
  }
  const { failOn } = options;
  const appeared = compared.flatMap(({ difference }) => difference.findings.appeared);
  return failOn !== undefined && appeared.some(({ severity }) => atLeast(severity, failOn))
    ? exitCodes.findings
    : exitCodes.clean;
}

type Files = ReturnType<typeof filesAt>;

/** The project as it stood at a commit; what its settings of then left out is left out. */
function snapshotAt(files: Files, asOf: CalendarDate): Snapshot {
  const all = snapshotFrom(files, asOf);
  const kept = new Set(all.files);
  return kept.size === files.length
    ? all
    : snapshotFrom(
        files.filter(([path]) => kept.has(path)),
        asOf,
      );
}

/** Files that had no text then: what they held is missing from the comparison. */
const noticesOf = (files: Files, project: Project, revision: string): readonly Notice[] =>
  files.flatMap(([path, content]) =>
    content.kind === "text"
      ? []
      : [
          {
            path: project.show(path),
            message: `had no text to read in ${revision} (${content.problem})`,
            incomplete: true,
          },
        ],
  );

/** Whether a path of the project is asked about, also of a file that is there no more. */
function askedIn(project: Project, paths: readonly string[]): (path: FilePath) => boolean {
  const wanted = (paths.length === 0 ? ["."] : paths).map((path) =>
    relative(project.root, realpathSync(path)).split(sep).join("/"),
  );
  return (path) =>
    wanted.some((each) => each === "" || each.startsWith("..") || each === path || path.startsWith(`${each}/`));
}

async function drawn(format: string, compared: readonly ComparedProject[], style: OutputStyle): Promise<string> {
  const { differencePages } = await import("../../report/difference-pages.ts");
  const pages = compared.flatMap((each) =>
    differencePages(each.difference, {
      revision: each.commit.written,
      commit: each.commit.id.slice(0, 8),
      project: each.project.show(""),
      show: each.project.show,
      line: lineOf(each),
      stands: (path) => each.after.text(path) !== undefined,
    }),
  );
  return format === "markdown"
    ? (await import("../../report/markdown.ts")).markdownPages(pages)
    : (await import("../costs/table.ts")).drawPages(pages, style);
}
