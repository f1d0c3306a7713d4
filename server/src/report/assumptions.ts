import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import type { Definition } from "../model/spec.ts";
import { type Citation, citationOf, listOf, recordOf } from "./detached.ts";
import { assumptionRows } from "./facts.ts";
import { citedBy } from "./headlines.ts";
import type { ReportRow, ReportSection } from "./types.ts";

/** What every figure rests on, and where the figures of the spec come from. */
export function assumptionSection(snapshot: Snapshot, assessed: AssessedSpec, notes: readonly string[]): ReportSection {
  return {
    id: "assumptions",
    title: "Assumptions and sources",
    paragraphs: notes,
    charts: [],
    tables: [
      {
        caption: "How the figures are worked out",
        columns: [
          { title: "Assumption", align: "left" },
          { title: "In force", align: "left" },
        ],
        rows: assumptionRows(assessed),
      },
      {
        caption: "Sources of the figures and findings used",
        columns: [
          { title: "Source", align: "left" },
          { title: "Used for", align: "left" },
        ],
        rows: sourceRows(snapshot, assessed),
      },
    ].filter((table) => table.rows.length > 0) as ReportSection["tables"],
  };
}

/** Each source once, in the order of use: the spec's own, of its prices, of its studies. */
function sourceRows(snapshot: Snapshot, { spec, assessment }: AssessedSpec): ReportRow[] {
  const rows = new Map<string, { readonly citation: Citation; readonly uses: Set<string> }>();
  const add = (citation: Citation | undefined, use: string): void => {
    if (citation === undefined) return;
    const held = rows.get(citation.text) ?? { citation, uses: new Set<string>() };
    held.uses.add(use);
    rows.set(citation.text, held);
  };
  const first = (kind: Definition["kind"], id: string): Definition | undefined =>
    snapshot.index.definitions(kind, id)[0];
  const own = recordOf(spec.id === undefined ? undefined : first("intervention", spec.id)?.meaning);
  add(citationOf(own.source), "the intervention");
  for (const line of listOf(recordOf(own.costs).lines)) add(citationOf(recordOf(line).source), "costs");
  for (const line of assessment.lines) {
    const id = line.line.unit_cost?.value?.kind === "ref" ? line.line.unit_cost.value.id : undefined;
    const entry = id === undefined ? undefined : first("unit-cost", id);
    if (entry !== undefined) add(citationOf(recordOf(entry.meaning).source, entry.title), `unit cost ${id}`);
  }
  for (const line of listOf(own.benefits)) add(citationOf(recordOf(line).source), "benefits");
  for (const outcome of assessment.outcomes)
    for (const id of citedBy(outcome.claim)) {
      const study = first("study", id);
      if (study !== undefined)
        add(citationOf(recordOf(study.meaning).source, study.title), `evidence on ${outcome.title}`);
    }
  return [...rows.values()].map(({ citation, uses }) => ({ cells: [citation, [...uses].join("; ")] }));
}
