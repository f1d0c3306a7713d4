import type { Place } from "../syntax/types.ts";
import type { Section } from "./page.ts";
import type { ReportTable } from "./types.ts";

/** A table of the command line's page as a table of the report: the same words and figures. `places` lead from its rows to the spec, in order. */
export function fromPage(section: Section, caption: string, places: readonly Place[] = []): ReportTable {
  return {
    caption,
    columns: section.columns.map(({ title, align }) => ({ title: sentence(title), align })),
    rows: section.rows.map((row, at) => {
      const [first = "", ...rest] = row.cells;
      const place = places[at];
      return { ...row, cells: [place === undefined ? first : { text: first, at: place }, ...rest] };
    }),
  };
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
