import type { Snapshot } from "../../analysis/types.ts";
import { chooseResult, type EvidenceSources, type ResultEffect } from "../../model/assess/evidence/index.ts";
import { studiesOf } from "../../model/assess/ratings/index.ts";
import { comparativeDesigns, randomisedDesigns } from "../../model/designs.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Span } from "../../syntax/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import { evidenceSources } from "../sources.ts";
import { studyName } from "../study-name.ts";
import {
  type GapMap,
  isFinding,
  type MapCell,
  type MapColumn,
  type MapStudy,
  type Strength,
  type StudyFinding,
  strengths,
} from "./types.ts";

/** An intervention as its definition gives it. */
export interface MappedSpec {
  readonly reading: Intervention;
  readonly path: FilePath;
  readonly span: Span;
}

/** The interventions of the given ids, each read once for as long as it says the same; an id that nothing defines is left out. */
export const mappedSpecs = ({ index, read }: Snapshot, ids: Iterable<string>): readonly MappedSpec[] =>
  [...ids].flatMap((id) =>
    index.definitions("intervention", id).flatMap((definition) => {
      const reading = read("intervention", definition);
      return reading === undefined ? [] : [{ reading, path: definition.path, span: definition.span }];
    }),
  );

/** What a row claims and which studies speak of it. */
export interface RowFacts {
  readonly id: string;
  readonly title: string;
  readonly path: FilePath;
  readonly span: Span;
  readonly claimed: ReadonlySet<string>;
  readonly studies: readonly string[];
}

/** Interventions against outcomes: those they claim and those that their studies measured. Studies count whether they are cited or only name the intervention. */
export function gapMap(snapshot: Snapshot, specs: readonly MappedSpec[]): GapMap {
  return mapOf(
    snapshot,
    "interventions",
    specs.map(({ reading, path, span }) => ({
      id: reading.intervention?.value ?? "",
      title: reading.title?.value ?? reading.intervention?.text ?? "",
      path,
      span,
      claimed: new Set((reading.outcomes?.items ?? []).flatMap(({ outcome }) => outcome?.value ?? [])),
      studies: studiesOf(reading, snapshot),
    })),
  );
}

/** A map of any rows. */
export function mapOf(snapshot: Snapshot, of: GapMap["of"], facts: readonly RowFacts[]): GapMap {
  const sources = evidenceSources(snapshot);
  const all = facts.map((row) => ({ row, studies: readStudies(row.studies, sources) }));
  const held = all.filter(({ row, studies }) => row.claimed.size > 0 || studies.some(speaks));
  const columns = columnsOf(held, sources);
  return {
    of,
    columns,
    silent: all.filter((each) => !held.includes(each)).map(({ row }) => row.title),
    rows: held.map(({ row, studies }) => ({
      id: row.id,
      title: row.title,
      path: row.path,
      span: row.span,
      cells: columns.map(({ outcome }) => cellOf(outcome, row.claimed.has(outcome), studies, sources)),
    })),
  };
}

type Found = NonNullable<ReturnType<EvidenceSources["study"]>> & { readonly id: string };

const speaks = ({ reading }: Found): boolean =>
  (reading.results?.items ?? []).some(({ outcome }) => outcome?.value !== undefined);

const readStudies = (ids: readonly string[], sources: EvidenceSources): readonly Found[] =>
  ids.flatMap((id) => {
    const found = sources.study(id);
    return found === undefined ? [] : [{ ...found, id }];
  });

/** Every outcome claimed or measured, those with most rows first. */
function columnsOf(
  held: readonly { readonly row: RowFacts; readonly studies: readonly Found[] }[],
  sources: EvidenceSources,
): readonly MapColumn[] {
  const counts = new Map<string, number>();
  for (const { row, studies } of held) {
    const measured = studies.flatMap(({ reading }) =>
      (reading.results?.items ?? []).flatMap((each) => each.outcome?.value ?? []),
    );
    for (const outcome of new Set([...row.claimed, ...measured])) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts]
    .map(([outcome, count]) => ({ outcome, title: sources.outcome(outcome)?.title?.value ?? outcome, count }))
    .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title, "en"))
    .map(({ outcome, title }) => ({ outcome, title }));
}

function cellOf(outcome: string, claimed: boolean, studies: readonly Found[], sources: EvidenceSources): MapCell {
  const definition = sources.outcome(outcome);
  const found = studies.flatMap(({ id, reading, definition: study }): MapStudy[] => {
    const chosen = chooseResult(reading, { outcome }, definition);
    if (chosen === undefined) return [];
    return [
      {
        id,
        name: studyName({ id, definition: study }),
        finding: findingOf(chosen.effect),
        strength: strengthOf(reading),
        definition: study,
      },
    ];
  });
  const telling = found.filter(({ finding }) => isFinding(finding));
  return {
    state:
      telling.length > 0
        ? "studied"
        : found.length > 0
          ? "no finding"
          : claimed
            ? "claimed, not studied"
            : "not studied",
    claimed,
    studies: found,
    strength: strengths.find((each) => telling.some(({ strength }) => strength === each)),
  };
}

function findingOf({ kind, direction }: ResultEffect): StudyFinding {
  switch (kind) {
    case "change over time":
      return "change only";
    case "not measured":
      return "not measured";
    case "not known":
      return "result not known";
    default:
      return direction === "not known" ? "direction not known" : direction;
  }
}

function strengthOf({ design }: Study): Strength {
  const word = design?.value;
  if (word === undefined || word === "unknown" || word === "review") return "design not known";
  return randomisedDesigns.has(word)
    ? "randomised"
    : comparativeDesigns.has(word)
      ? "comparison group"
      : "no comparison";
}
