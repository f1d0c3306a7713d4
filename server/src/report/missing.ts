import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import type { Missing } from "../costing/worked.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { Finding } from "../rules/types.ts";
import type { Place } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { figureName } from "./figure-name.ts";
import { sentence } from "./from-page.ts";
import { type Improvement, improvementRule } from "./improve.ts";
import type { ReportSection, ReportTable } from "./types.ts";

/** Most figures named beside one thing that is missing. */
const named = 4;

/** What is not known, with the figures that wait for it, and what Wellspent found in the spec. */
export function missingSection(
  snapshot: Snapshot,
  path: FilePath,
  assessed: Lacking,
  wanted: readonly Improvement[] = [],
): ReportSection {
  const lacks = lackTable(assessed.assessment);
  const findings = findingTable(snapshot, path, assessed);
  const tables = [wantedTable(wanted), lacks, findings].filter((table) => table.rows.length > 0);
  return {
    id: "missing",
    title: "What is missing",
    paragraphs:
      tables.length === 0
        ? ["Nothing is missing, and nothing was found."]
        : wanted.length === 0
          ? []
          : [improvementRule],
    charts: [],
    tables,
  };
}

/** A document with figures: an intervention, a portfolio, an area. */
interface Lacking {
  readonly spec: AssessedSpec["spec"];
  readonly assessment: Pick<Assessment, "figures">;
}

/** The facts that would most improve its case, in order. */
const wantedTable = (wanted: readonly Improvement[]): ReportTable => ({
  caption: "What would most improve its case",
  columns: [
    { title: "Fact", align: "left" },
    { title: "How", align: "left" },
    { title: "What waits for it", align: "left" },
  ],
  rows: wanted.map(({ what, effort, at, waiting }) => ({
    cells: [at === undefined ? sentence(what) : { text: sentence(what), at }, effort, listed(waiting)],
  })),
});

function lackTable(assessment: Lacking["assessment"]): ReportTable {
  const { figures } = assessment;
  const waiting = new Map<string, { at: Place | undefined; figures: Set<string> }>();
  for (const figure of figures.values())
    for (const lack of figure.missing.flatMap(leaves)) {
      const held = waiting.get(lack.what) ?? { at: undefined, figures: new Set() };
      held.at ??= isPlace(lack.ref) ? lack.ref : undefined;
      held.figures.add(figureName({ id: figure.id, title: figure.title }, assessment));
      waiting.set(lack.what, held);
    }
  return {
    caption: "Not known, and what waits for it",
    columns: [
      { title: "Not known", align: "left" },
      { title: "Incomplete or not known without it", align: "left" },
    ],
    rows: [...waiting].map(([what, { at, figures: titles }]) => ({
      cells: [at === undefined ? sentence(what) : { text: sentence(what), at }, listed([...titles])],
    })),
  };
}

/** What is missing in the end: of a whole line, what the line itself lacks. */
const leaves = (missing: Missing): readonly Missing[] =>
  missing.because === undefined || missing.because.length === 0 ? [missing] : missing.because.flatMap(leaves);

const isPlace = (ref: object | undefined): ref is Place => ref !== undefined && "chunk" in ref && "start" in ref;

const listed = (names: readonly string[]): string =>
  names.length <= named ? names.join(", ") : `${names.slice(0, named).join(", ")} and ${names.length - named} more`;

const words = { error: "Error", warning: "Warning", information: "To know" } as const;

function findingTable(snapshot: Snapshot, path: FilePath, { spec }: Lacking): ReportTable {
  const parsed = snapshot.parsed(path);
  const root = spec.document.root;
  const inside = parsed === undefined || root === undefined ? { start: 0, end: 0 } : parsed.spanOf(root);
  const found = snapshot
    .findings(path)
    .filter(
      ({ span, suppressed }) => suppressed === undefined && span.start >= inside.start && span.start <= inside.end,
    );
  const line = (finding: Finding): string =>
    parsed === undefined ? "" : String(parsed.positionAt(finding.span.start).line + 1);
  return {
    caption: "Found by the checks",
    columns: [
      { title: "Line", align: "left" },
      { title: "How grave", align: "left" },
      { title: "Finding", align: "left" },
    ],
    rows: found.map((finding) => ({
      cells: [{ text: line(finding), at: { path, span: finding.span } }, words[finding.severity], finding.message],
    })),
  };
}
