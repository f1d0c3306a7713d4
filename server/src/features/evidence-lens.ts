import type { Snapshot } from "../analysis/types.ts";
import type { Spec } from "../model/spec.ts";
import { recordOf, textOf } from "../report/detached.ts";
import { uncapped } from "../report/from-page.ts";
import { interventionRatings, shortRating, studyRatings } from "../report/ratings.ts";
import { designName, designNoun } from "../report/study-designs.ts";
import { studyName } from "../report/study-name.ts";
import type { FilePath } from "../workspace/types.ts";

type Intervention = Extract<Spec, { kind: "intervention" }>;

/** Ids of the studies that the claims of a spec cite, in order. */
export const citedStudies = (spec: Intervention): ReadonlySet<string> =>
  new Set(
    (spec.reading?.outcomes?.items ?? []).flatMap((claim) =>
      (claim.evidence?.items ?? []).flatMap((study) => study.value ?? []),
    ),
  );

/** The indicative rating, and the studies that its claims cite, by design. */
export function evidenceText(snapshot: Snapshot, path: FilePath, spec: Intervention): string {
  const [rating] = spec.reading === undefined ? [] : interventionRatings(snapshot, path, spec.reading);
  return [shortRating(rating), citedText(snapshot, spec)].filter((part) => part !== undefined).join(" · ");
}

function citedText(snapshot: Snapshot, spec: Intervention): string {
  const cited = citedStudies(spec);
  if (cited.size === 0) return "no studies cited";
  const nouns = new Map<string, { readonly noun: readonly [one: string, many: string]; count: number }>();
  for (const id of cited) {
    const [definition] = snapshot.index.definitions("study", id);
    const noun = definition === undefined ? notFound : designNoun(designOf(definition.meaning));
    const known = nouns.get(noun[0]);
    if (known === undefined) nouns.set(noun[0], { noun, count: 1 });
    else known.count += 1;
  }
  const parts = [...nouns.values()].sort((a, b) => b.count - a.count);
  const [only] = parts;
  // Of one study its number is said already.
  if (cited.size === 1 && only !== undefined) return `1 study cited: ${only.noun[0]}`;
  const said = parts.map(({ noun: [one, many], count }) => `${count} ${count === 1 ? one : many}`);
  return `${cited.size} studies cited: ${said.join(", ")}`;
}

const notFound = ["not found", "not found"] as const;

const designOf = (meaning: Parameters<typeof recordOf>[0]): string | undefined => textOf(recordOf(meaning).design);

/** Most studies named in a tooltip; the rest is counted. */
const named = 8;

/** The studies behind an intervention one by one, each with its design in full and its indicative rating; undefined where none is cited. */
export function evidenceTooltip(snapshot: Snapshot, path: FilePath, spec: Intervention): string | undefined {
  const cited = [...citedStudies(spec)];
  if (cited.length === 0) return undefined;
  const lines = cited.slice(0, named).map((id) => {
    const [definition] = snapshot.index.definitions("study", id);
    if (definition === undefined) return `${id}: not in this project`;
    const design = designOf(definition.meaning);
    const how = design === undefined || design === "unknown" ? "design not said" : uncapped(designName(design));
    const rating = shortRating(studyRatings(snapshot, path, id)[0]);
    return `${studyName({ id, definition })}: ${how}${rating === undefined ? "" : `, ${rating}`}`;
  });
  const rest = cited.length - named;
  return [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n");
}
