import type { AssessedSpec, Snapshot } from "../../analysis/index.ts";
import type { CostPage } from "../../report/page.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Place, Span } from "../../syntax/types.ts";
import { asOfDate, dateText } from "../as-of.ts";
import type { EvidenceOutput } from "../evidence/json.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { deliver } from "../output.ts";
import { openProgress } from "../progress.ts";
import { openProjects } from "../project.ts";
import { outputsOf } from "../reporters/index.ts";
import type { Notice } from "../result.ts";
import { snapshotOf } from "../snapshot.ts";
import { openTerminal, type Terminal } from "../terminal.ts";
import type { Home } from "./cost.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface EvidenceOptions {
  readonly format: readonly string[];
  readonly only: readonly string[];
  readonly by?: "intervention" | "activity";
  readonly asOf?: string;
  readonly color?: boolean;
}

export type EvidencedSpec = AssessedSpec & Home;
export type EvidencedStudy = Home & { readonly study: Study; readonly id: string };

const formats = ["table", "json", "markdown", "svg"];

/** `wellspent evidence`: returns the exit code. */
export async function evidence(paths: readonly string[], options: EvidenceOptions): Promise<number> {
  const outputs = outputsOf(options.format, formats);
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const { projects, notices: opened } = openProjects(paths);
  const notices: Notice[] = [...opened];
  const specs: EvidencedSpec[] = [];
  const studies: EvidencedStudy[] = [];
  let files = 0;
  for (const project of projects) {
    const progress = openProgress(terminal);
    const snapshot = snapshotOf(project, asOf, notices, progress);
    progress.begin(`Working out ${project.show("")}`, project.chosen.size);
    for (const path of snapshot.files) {
      if (!project.chosen.has(path)) continue;
      files += 1;
      const home = { path, project, snapshot };
      for (const each of snapshot.assessments(path))
        if (each.spec.kind === "intervention") specs.push({ ...each, ...home });
      for (const spec of snapshot.specs(path))
        if (spec.kind === "study" && spec.reading !== undefined && spec.id !== undefined)
          studies.push({ study: spec.reading, id: spec.id, ...home });
      progress.step();
    }
    progress.end();
  }
  const wanted = chosenByUser(specs, studies, options.only);
  const map = await mapOfAll(wanted.specs, options.by ?? "intervention");
  const result = { ...wanted, map, notices, asOf: dateText(asOf) };
  let delivered = true;
  for (const { format, file } of outputs) {
    const text = await drawn(format, result, terminal, file !== undefined);
    delivered = deliver(text, file, terminal) && delivered;
  }
  for (const notice of notices)
    terminal.err(`note ${notice.path === undefined ? "" : `${notice.path}: `}${notice.message}\n`);
  if (!delivered || notices.some((notice) => notice.incomplete)) return exitCodes.unreadable;
  if (wanted.specs.length + wanted.studies.length > 0) return exitCodes.clean;
  terminal.err(files === 0 ? nothingToCheck(paths) : "None of these files holds an intervention or a study.\n");
  return exitCodes.nothing;
}

/** One map over all projects; a study speaks only within its own. */
async function mapOfAll(
  specs: readonly EvidencedSpec[],
  by: "intervention" | "activity",
): Promise<EvidenceOutput["map"]> {
  const { activityMap, gapMap, joinMaps } = await import("../../report/gap-map/index.ts");
  const bySnapshot = new Map<Snapshot, EvidencedSpec[]>();
  for (const each of specs) bySnapshot.set(each.snapshot, [...(bySnapshot.get(each.snapshot) ?? []), each]);
  const made = [...bySnapshot].map(([snapshot, own]) => {
    const mapped = own.flatMap(({ spec, path }) =>
      spec.kind === "intervention" && spec.reading !== undefined
        ? [{ reading: spec.reading, path, span: spanOf(snapshot, path, spec.reading.intervention?.$) }]
        : [],
    );
    return by === "activity" ? activityMap(snapshot, mapped) : gapMap(snapshot, mapped);
  });
  return joinMaps(made, by === "activity" ? "activities" : "interventions");
}

const spanOf = (snapshot: Snapshot, path: string, place: Place | undefined): Span =>
  place === undefined ? { start: 0, end: 0 } : snapshot.locate(path, place).span;

async function drawn(format: string, result: EvidenceOutput, terminal: Terminal, toFile: boolean): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../evidence/json.ts")).evidenceJson(result);
    case "svg":
      return (await import("../evidence/svg.ts")).gapMapSvg(result.map);
    case "markdown":
      return (await import("../../report/markdown.ts")).markdownPages(await pagesOf(result));
    default:
      return (await import("../costs/table.ts")).drawPages(await pagesOf(result), {
        colours: toFile ? openTerminal(false).colours : terminal.colours,
        width: terminal.width,
      });
  }
}

async function pagesOf({ specs, studies, map }: EvidenceOutput): Promise<CostPage[]> {
  const { evidencePage, gapPage, studiesPage } = await import("../../report/evidence-pages.ts");
  const bySnapshot = new Map<Snapshot, EvidencedStudy[]>();
  for (const each of studies) bySnapshot.set(each.snapshot, [...(bySnapshot.get(each.snapshot) ?? []), each]);
  return [
    ...specs.map((each) => evidencePage(each.snapshot, each.path, each, each.project.show(each.path))),
    ...[...bySnapshot].flatMap(([snapshot, own]) => studiesPage(snapshot, own) ?? []),
    ...(map.rows.length === 0 ? [] : [gapPage(map)]),
  ];
}

function chosenByUser(
  specs: readonly EvidencedSpec[],
  studies: readonly EvidencedStudy[],
  only: readonly string[],
): Pick<EvidenceOutput, "specs" | "studies"> {
  if (only.length === 0) return { specs, studies };
  const ids = [...specs.flatMap(({ spec }) => spec.id ?? []), ...studies.map(({ id }) => id)];
  for (const id of only)
    if (!ids.includes(id))
      throw new UsageError(
        `Nothing here is called "${id}".${ids.length === 0 ? "" : ` There are ${[...ids].sort().join(", ")}.`}`,
      );
  return {
    specs: specs.filter(({ spec }) => spec.id !== undefined && only.includes(spec.id)),
    studies: studies.filter(({ id }) => only.includes(id)),
  };
}
