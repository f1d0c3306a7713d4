import type { Snapshot } from "../../analysis/types.ts";
import type { Assessment } from "../../model/assess/types.ts";
import type { Definition } from "../../model/spec.ts";
import { interventionRatings, ratingText, saysSomething, shortRating } from "../../report/ratings.ts";
import { forEachOne, shown } from "../../report/words.ts";
import { unit } from "../../values/units.ts";
import { counted, cut, mostRows, type OverviewRow } from "./types.ts";

/** Every intervention with its cost, its return, the number of studies behind it and what they would be rated. */
export function interventionRows(snapshot: Snapshot): readonly OverviewRow[] {
  const ids = snapshot.index.ids("intervention");
  const rows = ids
    .slice(0, mostRows)
    .flatMap((id) => snapshot.index.definitions("intervention", id))
    .map((definition) =>
      snapshot.headlines(definition.path, `overview ${definition.document} ${definition.id}`, (at) =>
        rowOf(at, definition),
      ),
    );
  return cut(rows, ids.length, "interventions");
}

function rowOf(snapshot: Snapshot, definition: Definition): OverviewRow {
  const name = definition.title ?? definition.id;
  const assessed = snapshot
    .assessments(definition.path)
    .find(({ spec }) => spec.id === definition.id && spec.document.index === definition.document);
  const assessment = assessed?.assessment;
  const reading = assessed?.spec.kind === "intervention" ? assessed.spec.reading : undefined;
  const [rating] = reading === undefined ? [] : interventionRatings(snapshot, definition.path, reading);
  const studies = new Set(
    (assessment?.outcomes ?? []).flatMap(({ claim }) =>
      (claim.evidence?.items ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])),
    ),
  ).size;
  const cost = assessment === undefined ? undefined : costOf(assessment);
  const ratio = assessment?.figures.get("bcr");
  const back =
    ratio?.value === undefined || assessment === undefined
      ? undefined
      : forEachOne(ratio.value, unit([assessment.currency, 1]));
  return {
    key: `intervention:${definition.path}:${definition.document}`,
    // Ids are short, and leave room for the figures.
    label: definition.id,
    ...(definition.title === undefined ? {} : { title: definition.title }),
    // The side bar is narrow: cost, return and rating come first, in few words. The tooltip has room for all of it.
    description: [
      cost?.text ?? "not costed",
      ...(back === undefined ? [] : [`returns ${back.join(" per ")}`]),
      ...(saysSomething(rating) ? [ratingText(rating)] : []),
      counted(studies, "study", "studies"),
    ].join(" · "),
    spoken: `${name}: ${cost === undefined ? "cost not known" : `${cost.name} ${cost.text}`}, ${
      back === undefined ? "return not known" : `returns ${back.join(" for each ")}`
    }, ${counted(studies, "study", "studies")} cited${saysSomething(rating) ? `, ${shortRating(rating)}` : ""}`,
    icon: "intervention",
    at: { path: definition.path, span: definition.span },
    expandable: false,
  };
}

/** What one participant costs; of services that count none, what the whole costs. */
function costOf({ figures }: Assessment): { readonly name: string; readonly text: string } | undefined {
  const starter = figures.get("cost_per_starter");
  if (starter?.value !== undefined)
    return { name: "cost per participant", text: `${shown(starter)}${starter.complete ? "" : ", in part"}` };
  const total = figures.get("cost_total");
  if (total?.value === undefined) return undefined;
  return { name: "cost", text: `${shown(total)} in all${total.complete ? "" : ", in part"}` };
}
