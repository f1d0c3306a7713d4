import type { Snapshot } from "../analysis/types.ts";
import { compareRating, type Rating } from "../evidence/ratings/index.ts";
import { afterEnd, attritionOf } from "../model/assess/ratings/index.ts";
import { inYears } from "../model/years.ts";
import {
  interventionRatings,
  meaningOf,
  ratingText,
  reasonsOf,
  studyRatings,
  unverifiedNote,
} from "../report/ratings.ts";
import type { Study } from "../schema/kinds/study.ts";
import type { FilePath } from "../workspace/types.ts";
import type { At } from "./at.ts";
import { escapeMarkdown } from "./escape.ts";

/**
 * The indicative rating at a place, with its reasons: of an intervention or study on its id and its `ratings:`, of a claim on its
 * `evidence:`, of a study where it is cited. Undefined elsewhere.
 */
export function ratingSheet(snapshot: Snapshot, path: FilePath, here: At): string | undefined {
  const { spec } = here;
  const [first, second, third] = here.path;
  if (spec.kind === "study" && (first === "last_follow_up" || third === "at")) return timeAfterEnd(spec.reading, here);
  if (spec.kind === "study" && spec.id !== undefined && (first === "study" || first === "ratings"))
    return sheets(studyRatings(snapshot, path, spec.id), first === "study" ? lossesOf(spec.reading) : undefined);
  if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
  if (first === "intervention") return sheets(interventionRatings(snapshot, path, spec.reading));
  if (first === "ratings")
    return sheets(printed(snapshot, path, here) ?? interventionRatings(snapshot, path, spec.reading));
  if (first !== "outcomes" || typeof second !== "number" || third !== "evidence") return undefined;
  const cited = here.nodes.at(-1);
  if (!here.onKey && cited?.kind === "scalar") return brief(studyRatings(snapshot, path, cited.text.trim()));
  const outcome = spec.reading.outcomes?.items[second]?.outcome?.value;
  return outcome === undefined ? undefined : sheets(interventionRatings(snapshot, path, spec.reading, outcome));
}

/** On a printed rating: that standard's alone, whatever the settings name first. */
function printed(snapshot: Snapshot, path: FilePath, here: At): readonly Rating[] | undefined {
  const [, index] = here.path;
  if (here.spec.kind !== "intervention" || here.spec.reading === undefined || typeof index !== "number")
    return undefined;
  const item = here.spec.reading.ratings?.items[index];
  const ratings = interventionRatings(snapshot, path, here.spec.reading);
  const own = ratings.filter(({ standard }) => standard.id === item?.standard?.value);
  if (own.length === 0 || item?.rating?.value === undefined) return undefined;
  return own.filter((rating) => compareRating(item.rating?.value ?? "", rating) !== "not known");
}

const sheets = (ratings: readonly Rating[], lead?: string): string | undefined => {
  const parts = [...(lead === undefined ? [] : [lead]), ...ratings.map(sheet)];
  if (ratings.some(({ unverified }) => unverified)) parts.push(`*${escapeMarkdown(unverifiedNote(parts.join(" ")))}*`);
  return parts.length === 0 ? undefined : parts.join("\n\n");
};

/** A line for each standard: enough where a study is only cited. */
function brief(ratings: readonly Rating[]): string | undefined {
  const lines = ratings
    .filter(({ lowest }) => lowest !== undefined)
    .map((rating) => `- ${escapeMarkdown(ratingText(rating))}`);
  return lines.length === 0 ? undefined : ["Indicative rating", "", ...lines].join("\n");
}

function sheet(rating: Rating): string {
  const { standard, why } = rating;
  const head = `**${escapeMarkdown(ratingText(rating))}** (indicative; ${escapeMarkdown(standard.title)}, ${escapeMarkdown(standard.edition)})`;
  if (why !== undefined) return `${head}: ${escapeMarkdown(why)}`;
  const meaning = meaningOf(rating);
  const { shown, assumed, notShown } = reasonsOf(rating);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["Studies", rating.studies.map(({ name, label }) => `${name}: ${label}`)],
    ["Shown", shown],
    ["Taken as so, nothing says otherwise", assumed],
    ["Not shown", notShown],
    ["Not known", rating.unknown],
    ["Would raise it", rating.raise],
  ];
  return [
    meaning === undefined ? head : `${head}: ${escapeMarkdown(meaning)}`,
    "",
    ...lines.flatMap(([label, texts]) =>
      texts.length === 0 ? [] : [`- ${label}:`, ...texts.map((text) => `  - ${escapeMarkdown(text)}`)],
    ),
  ].join("\n");
}

/** A time from the start as a time after the end, which is what evidence standards count. */
function timeAfterEnd(study: Study | undefined, here: At): string | undefined {
  const [first, index] = here.path;
  const list = first === "results" ? study?.results : study?.follow_ups;
  const at =
    first === "last_follow_up"
      ? study?.last_follow_up?.value
      : typeof index === "number"
        ? list?.items[index]?.at?.value
        : undefined;
  const after = at?.from === "start" ? afterEnd(at, inYears(study?.programme_lasts?.value)) : undefined;
  if (at?.from === "unsaid")
    return "Whether it is counted from the start or from the end of the programme is not said: `6 months after end` or `6 months after start` would say.";
  if (after === undefined) return undefined;
  if (after.low !== after.high)
    return "How long after the end of the programme this is, is not known: `programme_lasts:` would say.";
  return `**${Number((12 * after.low).toFixed(1))} months** after the end of the programme (which lasts ${escapeMarkdown(study?.programme_lasts?.text ?? "")}).`;
}

/** Attrition as it follows from the numbers of the arms. */
function lossesOf(study: Study | undefined): string | undefined {
  const attrition = study === undefined ? undefined : attritionOf(study);
  if (attrition === undefined) return undefined;
  const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;
  const arms = attrition.arms?.map(({ arm, lost }) => `${arm} ${percent(lost)}`).join(", ");
  return `Attrition: **${percent(attrition.overall)}**${arms === undefined ? "" : ` (${escapeMarkdown(arms)})`}`;
}
