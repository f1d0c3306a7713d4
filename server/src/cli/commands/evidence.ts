import type { AssessedSpec, Snapshot } from "../../analysis/index.ts";
import type { CostPage } from "../../report/page.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Place, Span } from "../../syntax/types.ts";
import { asOfDate, dateText } from "../as-of.ts";
import { chosenByUser } from "../choose.ts";
import type { EvidenceOutput } from "../evidence/json.ts";
import { exitCodes } from "../exit-codes.ts";
import { deliverAll, type OutputStyle, tellNotices } from "../output.ts";
import { outputsOf } from "../reporters/index.ts";
import { openTerminal } from "../terminal.ts";
import { type Home, visitFiles } from "../visit.ts";
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

type Evidenced = EvidencedSpec | EvidencedStudy;

const formats = ["table", "json", "markdown", "svg"];

/** `wellspent evidence`: returns the exit code. */
export async function evidence(paths: readonly string[], options: EvidenceOptions): Promise<number> {
  const outputs = outputsOf(options.format, formats);
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const specs: EvidencedSpec[] = [];
  const studies: EvidencedStudy[] = [];
  const { files, notices } = await visitFiles(paths, { asOf, terminal }, (home) => {
    const { snapshot, path } = home;
    for (const each of snapshot.assessments(path))
      if (each.spec.kind === "intervention") specs.push({ ...each, ...home });
    for (const spec of snapshot.specs(path))
      if (spec.kind === "study" && spec.reading !== undefined && spec.id !== undefined)
        studies.push({ study: spec.reading, id: spec.id, ...home });
  });
  const chosen = chosenByUser<Evidenced>([...specs, ...studies], options.only, (each) =>
    isStudy(each) ? each.id : each.spec.id,
  );
  const wanted = {
    specs: chosen.filter((each): each is EvidencedSpec => !isStudy(each)),
    studies: chosen.filter(isStudy),
  };
  const map = await mapOfAll(wanted.specs, options.by ?? "intervention");
  const result = { ...wanted, map, notices, asOf: dateText(asOf) };
  const delivered = await deliverAll(outputs, terminal, (format, style) => drawn(format, result, style));
  tellNotices(notices, terminal);
  if (!delivered || notices.some((notice) => notice.incomplete)) return exitCodes.unreadable;
  if (wanted.specs.length + wanted.studies.length > 0) return exitCodes.clean;
  terminal.err(files === 0 ? nothingToCheck(paths) : "None of these files holds an intervention or a study.\n");
  return exitCodes.nothing;
}

const isStudy = (each: Evidenced): each is EvidencedStudy => "study" in each;

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

async function drawn(format: string, result: EvidenceOutput, style: OutputStyle): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../evidence/json.ts")).evidenceJson(result);
    case "svg":
      return (await import("../evidence/svg.ts")).gapMapSvg(result.map);
    case "markdown":
      return (await import("../../report/markdown.ts")).markdownPages(await pagesOf(result));
    default:
      return (await import("../costs/table.ts")).drawPages(await pagesOf(result), style);
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
