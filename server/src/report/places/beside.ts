import { type AreaAssessment, type PlaceSpend, placeReference } from "../../model/assess/index.ts";
import { missingBeside } from "../beside.ts";
import type { Section } from "../page.ts";
import { left, right } from "../sections.ts";
import { rangeText, shown } from "../words.ts";

const { factors } = placeReference;

/** Spend per child beside the places named, each figure with its year: as given in the spec, never ours. */
export function perChildSection({ places }: AreaAssessment): Section | undefined {
  if (places.length === 0) return undefined;
  return {
    title: "Spend per child, beside other places",
    columns: [
      left("place"),
      right("spend per child"),
      left("year"),
      left("ages"),
      left("how"),
      left("source"),
      left(""),
    ],
    rows: places.map((place) => ({
      cells: [
        place.place,
        shown(place.perChild),
        place.year ?? (place.perChild.value === undefined ? "" : "not said"),
        place.ages ?? (place.perChild.value === undefined ? "" : "not said"),
        place.perChild.value === undefined ? "" : place.how,
        place.perChild.value === undefined ? "" : (place.source ?? "not said"),
        [rangeText(place.perChild), place.named === "only" ? "named without figures" : missingBeside(place.perChild)]
          .filter((each) => each !== "")
          .join("; "),
      ],
      total: place.own,
    })),
    notes: comparableNotes(places),
  };
}

/** What keeps the figures from being compared: other years, other ages. */
function comparableNotes(places: readonly PlaceSpend[]): readonly string[] {
  const known = places.filter(({ perChild }) => perChild.value !== undefined);
  const differ = (of: (place: PlaceSpend) => string | undefined): boolean => new Set(known.map(of)).size > 1;
  return [
    ...(differ(({ year }) => year)
      ? ["Not comparable as they stand: the years differ, and each is in the prices of its own year."]
      : []),
    ...(differ(({ ages }) => ages)
      ? ["Not comparable as they stand: the children counted are of different ages."]
      : []),
  ];
}

/** The five published factors of each place: what goes with spend across councils, with no claim of cause. */
export function factorSection({ places }: AreaAssessment): Section | undefined {
  if (!places.some((place) => place.factors.length > 0)) return undefined;
  const shownPlaces = places.filter((place) => place.own || place.factors.length > 0);
  return {
    title: "Five factors that go with spend",
    columns: [left("factor"), ...shownPlaces.map(({ place }) => right(place)), left("across councils")],
    rows: factors.rows.map(({ factor, title, linkedTo, strongest }) => ({
      cells: [
        title,
        ...shownPlaces.map((place) => {
          const found = place.factors.find((each) => each.factor === factor);
          return found === undefined
            ? "not given"
            : `${found.text}${found.year === undefined ? "" : ` (${found.year})`}`;
        }),
        `${linkedTo}${strongest === true ? "; the strongest" : ""}`,
      ],
    })),
    notes: [
      `Across England's councils these five of the ${factors.measuresTested} measures tested go with ${factors.explained} of the variation in spend per child (${factors.source}). That is a correlation: it shows no cause, explains no single council, and gives no right level of spend.`,
    ],
  };
}
