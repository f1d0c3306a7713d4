import { createSession, type ProjectSession } from "../../analysis/index.ts";
import { applyEdits, certainEdits } from "../../features/certain-edits.ts";
import { writeListed } from "../../workspace/disk.ts";
import type { FilePath } from "../../workspace/types.ts";
import { asOfDate } from "../as-of.ts";
import { exitCodes } from "../exit-codes.ts";
import { counted } from "../numbers.ts";
import { openProgress } from "../progress.ts";
import { openProjects, type Project } from "../project.ts";
import { readAll } from "../snapshot.ts";
import { openTerminal, type Terminal } from "../terminal.ts";
import { writeProblem } from "../write-problem.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface FixOptions {
  readonly dryRun?: boolean;
  readonly asOf?: string;
  readonly color?: boolean;
}

/** A fix may uncover another (a key spelt right has a value to read); this many rounds settle what can be settled. */
const mostRounds = 10;

interface Fixed {
  readonly path: FilePath;
  readonly before: string;
  readonly after: string;
  readonly edits: number;
}

/** `wellspent fix`: makes every fix that is certain in the chosen files, or with `--dry-run` shows them as a patch. Returns the exit code. */
export async function fix(paths: readonly string[], options: FixOptions): Promise<number> {
  const terminal = openTerminal(options.color);
  const { projects } = openProjects(paths);
  let files = 0;
  let left = 0;
  let incomplete = false;
  const fixed: (Fixed & { readonly project: Project })[] = [];
  for (const project of projects) {
    const progress = openProgress(terminal);
    const contents = readAll(project, progress);
    const session = createSession({ asOf: asOfDate(options.asOf) });
    session.load(contents);
    session.setComplete(true);
    const texts = new Map(contents.flatMap(([path, file]) => (file.kind === "text" ? [[path, file.text]] : [])));
    const chosen = [...project.chosen].filter((path) => texts.has(path));
    files += chosen.length;
    for (const each of settle(session, chosen, texts)) fixed.push({ ...each, project });
    const after = session.snapshot();
    for (const path of chosen)
      left += after.findings(path).filter((one) => one.suppressed === undefined && one.severity === "error").length;
    progress.end();
  }
  if (files === 0) {
    terminal.err(nothingToCheck(paths));
    return exitCodes.nothing;
  }
  for (const each of fixed) {
    if (options.dryRun === true) terminal.out(await patch(each));
    else incomplete = !write(each, terminal) || incomplete;
  }
  terminal.err(summary(fixed, left, options.dryRun === true));
  if (incomplete) return exitCodes.unreadable;
  return left > 0 ? exitCodes.findings : exitCodes.clean;
}

/** Makes certain fixes in rounds until none is left. A file that would come back to a text it had is left as it then is. */
function settle(
  session: ProjectSession,
  chosen: readonly FilePath[],
  texts: ReadonlyMap<FilePath, string>,
): readonly Fixed[] {
  const now = new Map<FilePath, { text: string; edits: number; seen: Set<string> }>();
  for (let round = 0; round < mostRounds; round++) {
    const snapshot = session.snapshot();
    const changes: [FilePath, string][] = [];
    for (const path of chosen) {
      const edits = certainEdits(snapshot.findings(path));
      if (edits.length === 0) continue;
      const before = texts.get(path) ?? "";
      const state = now.get(path) ?? { text: before, edits: 0, seen: new Set([before]) };
      const text = applyEdits(state.text, edits);
      if (state.seen.has(text)) continue;
      state.seen.add(text);
      now.set(path, { text, edits: state.edits + edits.length, seen: state.seen });
      changes.push([path, text]);
    }
    if (changes.length === 0) break;
    for (const [path, text] of changes) session.setFile(path, text);
  }
  return [...now].map(([path, { text, edits }]) => ({ path, before: texts.get(path) ?? "", after: text, edits }));
}

async function patch({ project, path, before, after }: Fixed & { readonly project: Project }): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const name = project.show(path);
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, "", "", {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function write(
  { project, path, after, before, edits }: Fixed & { readonly project: Project },
  terminal: Terminal,
): boolean {
  const entry = project.listing.entries.find((each) => each.path === path);
  try {
    if (entry === undefined || !writeListed(project.root, entry, before, after)) {
      terminal.err(`wellspent: ${project.show(path)} changed while it was being fixed, so it is left as it is.\n`);
      return false;
    }
    terminal.out(`fixed  ${project.show(path)}  ${counted(edits, "change")}\n`);
    return true;
  } catch (error) {
    terminal.err(`wellspent: could not write ${project.show(path)}: ${writeProblem(error)}\n`);
    return false;
  }
}

function summary(fixed: readonly Fixed[], left: number, dryRun: boolean): string {
  const edits = fixed.reduce((sum, each) => sum + each.edits, 0);
  const done =
    fixed.length === 0
      ? "Nothing to fix that is certain"
      : `${counted(edits, "change")} ${dryRun ? "would be" : edits === 1 ? "was" : "were"} made in ${counted(fixed.length, "file")}`;
  return `${done}; ${left === 0 ? "no error is left" : `${counted(left, "error")} left for you: wellspent check`}.\n`;
}
