import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import { evidenceOf } from "../model/assess/evidence/index.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { listOf, recordOf, textOf } from "./detached.ts";
import { bodyParts } from "./forest.ts";
import { fromPage } from "./from-page.ts";
import { citedBy } from "./headlines.ts";
import { ratingTables, shortRating, studyRatings, unverifiedNote } from "./ratings.ts";
import { outcomeSection } from "./sections.ts";
import { evidenceSources } from "./sources.ts";
import { designName } from "./study-designs.ts";
import { studyName } from "./study-name.ts";
import type { ReportRow, ReportSection, ReportTable } from "./types.ts";

/** What is claimed to change, and every study that is cited for it with what it found: nulls included, silence named. */
export function evidenceSection(
  { spec, assessment }: AssessedSpec,
  snapshot: Snapshot,
  path: FilePath,
): ReportSection | undefined {
  const outcomes = outcomeSection(assessment);
  if (outcomes === undefined) return undefined;
  const ratings =
    spec.kind === "intervention" && spec.reading !== undefined ? ratingTables(snapshot, path, spec.reading) : [];
  const bodies = bodyParts(
    spec.kind === "intervention" && spec.reading !== undefined
      ? evidenceOf(spec.reading, evidenceSources(snapshot))
      : [],
  );
  return {
    id: "evidence",
    title: "What changes, and how anybody knows",
    paragraphs: [...bodies.paragraphs, ...(ratings.length === 0 ? [] : [unverifiedNote(textIn(ratings))])],
    charts: bodies.charts,
    tables: [
      fromPage(outcomes, "Outcomes claimed", {
        places: assessment.outcomes.map((each) => each.at),
      }),
      {
        caption: "Studies cited for each outcome",
        columns: ["Outcome", "Study", "Design", "Sample", "Country", "What it found", "Indicative rating"].map(
          (title) => ({
            title,
            align: "left" as const,
          }),
        ),
        rows: assessment.outcomes.flatMap((each) => rowsOf(each, snapshot, path)),
      },
      ...bodies.tables,
      ...ratings,
    ],
  };
}

const textIn = (tables: readonly ReportTable[]): string =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === "string"))).join(" ");

function rowsOf(
  { claim, outcome, title, at }: Assessment["outcomes"][number],
  snapshot: Snapshot,
  path: FilePath,
): ReportRow[] {
  const ids = citedBy(claim);
  if (ids.length === 0) return [{ cells: [{ text: title, at }, "no study is cited", "", "", "", "", ""], faded: true }];
  return ids.map((id) => {
    const [found] = snapshot.index.definitions("study", id);
    if (found === undefined)
      return { cells: [{ text: title, at }, `${id}: not in this project`, "", "", "", "", ""], faded: true };
    const says = recordOf(found.meaning);
    return {
      cells: [
        { text: title, at },
        { text: studyName({ id, definition: found }), at: { path: found.path, span: found.span } },
        designName(textOf(says.design)),
        textOf(says.sample) ?? sampleOfArms(listOf(says.arms).map(recordOf)) ?? "not said",
        textOf(says.country) ?? "not said",
        foundOn(outcome, says) ?? "nothing on this outcome",
        shortRating(studyRatings(snapshot, path, id)[0])?.replace(" (indicative)", "") ?? "not known",
      ],
    };
  });
}

type Says = ReturnType<typeof recordOf>;

/** Where only the arms are printed, their numbers as printed. */
function sampleOfArms(arms: readonly Says[]): string | undefined {
  const sizes = arms.map((arm) => textOf(arm.randomised) ?? textOf(arm.analysed) ?? textOf(arm.started));
  return sizes.length === 0 || sizes.includes(undefined) ? undefined : sizes.join(" and ");
}

/** Every result on an outcome, as the study's file writes it. */
function foundOn(outcome: string, says: Says): string | undefined {
  const results = listOf(says.results)
    .map(recordOf)
    .filter((each) => textOf(each.outcome) === outcome);
  if (results.length === 0) return undefined;
  return results.map(resultText).join("; ");
}

function resultText(result: Says): string {
  const effect = textOf(result.effect) ?? textOf(result.change);
  const direction = textOf(result.direction);
  const pair =
    textOf(result.with) !== undefined && textOf(result.without) !== undefined
      ? `${textOf(result.with)} with it, ${textOf(result.without)} without`
      : undefined;
  const size =
    effect === undefined || effect === "unknown"
      ? (pair ?? (direction === undefined ? "size not known" : `${direction}, size not known`))
      : effect;
  const p = textOf(result.p);
  return [
    textOf(result.measure),
    textOf(result.subgroup),
    p === undefined ? size : `${size}, p ${p}`,
    textOf(result.at),
  ]
    .filter((each) => each !== undefined)
    .join(", ");
}
