import { type AssessedSpec, createSession, type Snapshot } from "../../analysis/index.ts";
import { readListed } from "../../workspace/disk.ts";
import type { FileContent, FilePath } from "../../workspace/types.ts";
import { asOfDate, dateText } from "../as-of.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { deliver } from "../output.ts";
import { openProgress } from "../progress.ts";
import { openProjects, type Project } from "../project.ts";
import { outputsOf } from "../reporters/index.ts";
import type { Notice } from "../result.ts";
import { openTerminal } from "../terminal.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface CostOptions {
  readonly format: readonly string[];
  readonly only: readonly string[];
  readonly derivation?: boolean;
  readonly asOf?: string;
  readonly color?: boolean;
}

/** One spec with its figures, where it stands, and how to find the places its figures come from. */
export interface CostedSpec extends AssessedSpec {
  readonly path: FilePath;
  readonly project: Project;
  readonly snapshot: Snapshot;
}

const formats = ["table", "json", "markdown"];

/** `wellspent cost`: returns the exit code. */
export async function cost(paths: readonly string[], options: CostOptions): Promise<number> {
  const outputs = outputsOf(options.format, formats);
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const { projects, notices: opened } = openProjects(paths);
  const notices: Notice[] = [...opened];
  const costed: CostedSpec[] = [];
  let files = 0;
  for (const project of projects) {
    const progress = openProgress(terminal);
    progress.begin(`Reading ${project.show("")}`, project.listing.entries.length);
    const contents: [FilePath, FileContent][] = [];
    for (const entry of project.listing.entries) {
      const content = readListed(project.root, entry);
      progress.step();
      if (content.kind === "problem" && project.chosen.has(entry.path))
        notices.push({
          path: project.show(entry.path),
          message: `has no text to read (${content.problem}); wellspent check says more`,
          incomplete: content.problem !== "vanished",
        });
      if (content.kind === "text") contents.push([entry.path, content]);
    }
    const session = createSession({ asOf });
    session.load(contents);
    session.setComplete(true);
    const snapshot = session.snapshot();
    progress.begin(`Working out ${project.show("")}`, project.chosen.size);
    for (const path of snapshot.files) {
      if (!project.chosen.has(path)) continue;
      files += 1;
      for (const each of snapshot.assessments(path)) costed.push({ ...each, path, project, snapshot });
      progress.step();
    }
    progress.end();
  }
  const wanted = chosenByUser(costed, options.only);
  const result = { specs: wanted, notices, asOf: dateText(asOf), derivation: options.derivation === true };
  for (const { format, file } of outputs) {
    const text =
      format === "json"
        ? (await import("../costs/json.ts")).costJson(result)
        : format === "markdown"
          ? (await import("../../report/markdown.ts")).markdownPages(await pagesOf(wanted))
          : (await import("../costs/table.ts")).drawPages(await pagesOf(wanted), {
              colours: file === undefined ? terminal.colours : openTerminal(false).colours,
              width: terminal.width,
            });
    deliver(text, file, terminal);
  }
  for (const notice of notices)
    terminal.err(`note ${notice.path === undefined ? "" : `${notice.path}: `}${notice.message}\n`);
  if (notices.some((notice) => notice.incomplete)) return exitCodes.unreadable;
  if (wanted.length > 0) return exitCodes.clean;
  terminal.err(files === 0 ? nothingToCheck(paths) : "None of these files holds anything that has a cost.\n");
  return exitCodes.nothing;
}

const pagesOf = async (specs: readonly CostedSpec[]) => {
  const { pageOf } = await import("../../report/pages.ts");
  return specs.map((each) => pageOf(each, each.project.show(each.path)));
};

function chosenByUser(costed: readonly CostedSpec[], only: readonly string[]): readonly CostedSpec[] {
  const ids = costed.flatMap(({ spec }) => (spec.id === undefined ? [] : [spec.id]));
  for (const id of only)
    if (!ids.includes(id))
      throw new UsageError(
        `Nothing here is called "${id}".${ids.length === 0 ? "" : ` There are ${[...ids].sort().join(", ")}.`}`,
      );
  return only.length === 0 ? costed : costed.filter(({ spec }) => spec.id !== undefined && only.includes(spec.id));
}
