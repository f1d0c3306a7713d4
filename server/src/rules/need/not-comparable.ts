import type { PlaceSpend } from "../../model/assess/index.ts";
import type { DocumentRule } from "../types.ts";

const beside = (year: string): string => `area: example-council
title: Example council
source: Section 251 outturn
spend_per_child:
  amount: £612/child
  year: 2016-17
  ages: 0 to 25 years
comparators:
  - place: Statistical neighbour A
    spend_per_child:
      amount: £640/child
      year: ${year}
      ages: 0 to 25 years
`;

/** Spend per child of another year, or of other ages, beside the area's own. */
export const notComparable: DocumentRule = {
  code: "need/not-comparable",
  severity: "information",
  scope: "document",
  page: {
    title: "Spend per child that cannot be compared",
    what: "A place's spend per child is of another year than the area's own, or divided by children of other ages.",
    why: "Prices and duties change from year to year, and spend for each person aged 0 to 25 is far below that for each child of 0 to 17: the gap then says nothing about the places.",
    fix: "Take figures of the same year and the same ages, or read the two side by side without drawing a conclusion.",
    example: { file: "a.area.yaml", invalid: beside("2012-13"), valid: beside("2016-17") },
  },
  check(context, report) {
    if (context.spec.kind !== "area") return;
    const places = context.area()?.places ?? [];
    const own = places.find((place) => place.own);
    if (own?.perChild.value === undefined) return;
    for (const place of places) {
      if (place.own || place.perChild.value === undefined) continue;
      const differs = [differ("year", own, place), differ("ages", own, place)].filter((each) => each !== "");
      if (differs.length === 0) continue;
      report({
        at: place.at,
        message: `The spend per child of "${place.place}" is not comparable with this area's: ${differs.join("; ")}.`,
        help: "Take figures of the same year and the same ages, or draw no conclusion from the gap.",
      });
    }
  },
};

/** What differs, where both say it. */
function differ(what: "year" | "ages", own: PlaceSpend, other: PlaceSpend): string {
  const [here, there] = [own[what], other[what]];
  return here === undefined || there === undefined || here === there
    ? ""
    : `its ${what} ${what === "ages" ? "are" : "is"} ${there}, here ${here}`;
}
