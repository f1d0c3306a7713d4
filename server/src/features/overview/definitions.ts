import type { Snapshot } from "../../analysis/types.ts";
import type { Detached } from "../../model/detach.ts";
import type { Definition } from "../../model/spec.ts";
import { shortRating, studyRatings } from "../../report/ratings.ts";
import { designNoun } from "../../report/study-designs.ts";
import type { IdKind } from "../../schema/shape.ts";
import { counted, cut, mostRows, type OverviewIcon, type OverviewRow } from "./types.ts";

type Says = { readonly [key: string]: Detached };

const says = ({ meaning }: Definition): Says =>
  typeof meaning === "object" && meaning !== null && !Array.isArray(meaning) ? (meaning as Says) : {};

const text = (value: Detached | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const known = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" · ");

/** Outcomes, with who claims them. */
export const outcomeRows = (snapshot: Snapshot): readonly OverviewRow[] =>
  rows(snapshot, "outcome", "outcome", (definition) => {
    const claims = usersOf(snapshot, definition, "intervention");
    const studies = usersOf(snapshot, definition, "study");
    return known([
      claims === 0 ? "claimed by none" : `claimed by ${claims}`,
      counted(studies, "study measures it", "studies measure it"),
    ]);
  });

/** Studies, with their design, size, what they would be rated and who relies on them. */
export const studyRows = (snapshot: Snapshot): readonly OverviewRow[] =>
  rows(snapshot, "study", "study", (definition) => {
    const of = says(definition);
    const users = usersOf(snapshot, definition, "intervention");
    const [design] = designNoun(text(of.design));
    const rating = shortRating(studyRatings(snapshot, definition.path, definition.id)[0]);
    return known([design, text(of.sample), rating, users === 0 ? "cited by none" : `cited by ${users}`]);
  });

/** Prices of the libraries, with their year and how many lines take them. */
export const unitCostRows = (snapshot: Snapshot): readonly OverviewRow[] =>
  rows(snapshot, "unit-cost", "unit-cost", (definition) => {
    const of = says(definition);
    const uses = snapshot.index.uses("unit-cost", definition.id).length;
    const year = text(of.price_year);
    return known([
      text(of.value) ?? "no value",
      year === undefined ? "price year not said" : `${year} prices`,
      uses === 0 ? "not used" : `used by ${counted(uses, "line", "lines")}`,
    ]);
  });

function usersOf(snapshot: Snapshot, { kind, id }: Definition, by: "intervention" | "study"): number {
  return new Set(
    snapshot.index
      .uses(kind, id)
      .filter((use) => use.by.kind === by)
      .map((use) => use.by.id ?? use.path),
  ).size;
}

function rows(
  snapshot: Snapshot,
  kind: IdKind,
  icon: OverviewIcon,
  describe: (definition: Definition) => string,
): readonly OverviewRow[] {
  const ids = snapshot.index.ids(kind);
  const made = ids
    .slice(0, mostRows)
    .flatMap((id) => snapshot.index.definitions(kind, id))
    .map((definition): OverviewRow => {
      const name = definition.title ?? definition.id;
      const description = describe(definition);
      return {
        key: `${kind}:${definition.path}:${definition.id}`,
        label: definition.id,
        ...(definition.title === undefined ? {} : { title: definition.title }),
        description,
        spoken: `${name}: ${description.replaceAll(" · ", ", ")}`,
        icon,
        at: { path: definition.path, span: definition.span },
        expandable: false,
      };
    });
  return cut(made, ids.length, kind);
}
