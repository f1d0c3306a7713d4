/** Indicative ratings in words: the same in hover, lens, overview and report. */
import type { Snapshot } from "../analysis/types.ts";
import type { Judged, Rating } from "../evidence/ratings/index.ts";
import { bodyFacts, factsOfStudyId, ratingsOfBody, ratingsOfStudy } from "../model/assess/ratings/index.ts";
import type { Intervention } from "../schema/kinds/intervention.ts";
import type { FilePath } from "../workspace/types.ts";
import type { ReportRow, ReportTable } from "./types.ts";

/** Ratings of an intervention, or of one outcome that it claims, under the standards in force for its file; the first leads. */
export const interventionRatings = (
  snapshot: Snapshot,
  path: FilePath,
  spec: Intervention,
  outcome?: string,
): readonly Rating[] => {
  const { country, standards } = snapshot.settings(path);
  const body = bodyFacts(spec, snapshot, { country, ...(outcome === undefined ? {} : { outcome }) });
  return ratingsOfBody(body, standards.evidence);
};

/** Ratings of one study; empty when nothing defines it. */
export function studyRatings(snapshot: Snapshot, path: FilePath, id: string): readonly Rating[] {
  const facts = factsOfStudyId(id, snapshot);
  return facts === undefined ? [] : ratingsOfStudy(facts, snapshot.settings(path).standards.evidence);
}

/** `EIF 3 to 3+`. */
export const ratingText = ({ standard, label }: Rating): string => `${standard.name} ${label}`;

/** `EIF 3 to 3+ (indicative)`; nothing where it cannot be rated or anything is possible. */
export const shortRating = (rating: Rating | undefined): string | undefined =>
  saysSomething(rating) ? `${ratingText(rating)} (indicative)` : undefined;

/** False of what cannot be rated, and where any level is possible. */
export const saysSomething = (rating: Rating | undefined): rating is Rating =>
  rating !== undefined && rating.lowest !== undefined && rating.label !== "not known";

/** The rating that leads under the standards of a file, in words, for whoever asks of one intervention after another. */
export const ratedBy =
  (snapshot: Snapshot, path: FilePath) =>
  (spec: Intervention): string | undefined =>
    shortRating(interventionRatings(snapshot, path, spec)[0]);

/** What the level means, in the standard's sense; of a range nothing. */
export const meaningOf = ({ standard, lowest, highest }: Rating): string | undefined =>
  lowest === highest ? standard.levels.find(({ code }) => code === lowest)?.meaning : undefined;

/** The reasons of a rating by how they fall, in words. */
export function reasonsOf({ judged }: Rating): {
  readonly shown: readonly string[];
  readonly assumed: readonly string[];
  readonly notShown: readonly string[];
} {
  const words = ({ criterion, because }: Judged): string =>
    `${criterion.text}${because === "" ? "" : ` (${because})`}${criterion.provenance === "memory" ? " †" : ""}`;
  return {
    shown: judged.filter(({ verdict, assumed }) => verdict === true && assumed !== true).map(words),
    assumed: judged.filter(({ verdict, assumed }) => verdict === true && assumed === true).map(words),
    notShown: judged.filter(({ verdict }) => verdict === false).map(words),
  };
}

/**
 * What a rating that rests on criteria from memory says of itself beside `shown`, the text that a reader sees: the mark is explained
 * only where it stands.
 */
export const unverifiedNote = (shown: string): string =>
  shown.includes("†")
    ? "† unverified: from memory, not checked against the standard. A published rating is set by a panel."
    : "Indicative ratings are unverified: what they ask is from memory, not checked against the standard. A published rating is set by a panel.";

/** What the studies would be rated, and criterion by criterion what decides the first standard's. Empty where nothing can be rated. */
export function ratingTables(snapshot: Snapshot, path: FilePath, spec: Intervention): readonly ReportTable[] {
  const whole = interventionRatings(snapshot, path, spec);
  const claims = (spec.outcomes?.items ?? []).flatMap(({ outcome }) => (outcome?.value === undefined ? [] : [outcome]));
  const rows = [
    ...whole.map((rating) => rowOf("All its studies", rating)),
    ...(claims.length < 2
      ? []
      : claims.flatMap((outcome) =>
          interventionRatings(snapshot, path, spec, outcome.value)
            .slice(0, 1)
            .map((rating) => rowOf({ text: titleOf(snapshot, outcome.text), at: outcome.$ }, rating)),
        )),
  ];
  if (rows.length === 0) return [];
  const table: ReportTable = {
    caption: "Indicative ratings: what the studies recorded here allow",
    columns: left(["Evidence on", "Indicative rating", "Not known", "Would raise it"]),
    rows,
  };
  const [first] = whole;
  return first === undefined || first.judged.length === 0 ? [table] : [table, criterionTable(first)];
}

/** An outcome as people know it; its id where nothing defines it. */
function titleOf({ index, read }: Snapshot, id: string): string {
  const [definition] = index.definitions("outcome", id);
  return (definition === undefined ? undefined : read("outcome", definition)?.title?.value) ?? id;
}

const left = (titles: readonly string[]): ReportTable["columns"] => titles.map((title) => ({ title, align: "left" }));

function rowOf(about: ReportRow["cells"][number], rating: Rating): ReportRow {
  return {
    cells: [
      about,
      `${rating.standard.name} (${rating.standard.edition}): ${rating.why === undefined ? rating.label : `${rating.label}. ${rating.why}`}`,
      rating.unknown.join("; "),
      rating.raise.join("; "),
    ],
    ...(rating.lowest === undefined ? { faded: true } : {}),
  };
}

/** What each level asks, and what is recorded. */
function criterionTable({ standard, judged }: Rating): ReportTable {
  return {
    caption: `What decides it by ${standard.name}, ${standard.edition}`,
    columns: left(["What is asked", "Level", "Recorded here", "Because"]),
    rows: judged.map(({ criterion, verdict, because, assumed }) => ({
      cells: [
        `${criterion.text}${criterion.provenance === "memory" ? " †" : ""}`,
        criterion.level,
        verdict === undefined
          ? "not known"
          : verdict
            ? assumed
              ? "taken as so: nothing says otherwise"
              : "yes"
            : "no",
        because,
      ],
      ...(verdict === true ? {} : { faded: true }),
    })),
  };
}
