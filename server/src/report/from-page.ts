import type { Place } from "../syntax/types.ts";
import type { Section } from "./page.ts";
import type { ReportTable } from "./types.ts";

export interface FromPageOptions {
  /** Where the rows lead in the spec, in order. */
  readonly places?: readonly Place[];
  /** Heading of the column that the terminal leaves without one. */
  readonly remarks?: string;
  /** What the heading of a row is called here. */
  readonly name?: (text: string) => string;
}

/** A table of the command line's page as a table of the report: the same words and figures, every column with a heading, none of them empty. */
export function fromPage(
  section: Section,
  caption: string,
  { places = [], remarks = "Needed, or to note", name = (text) => text }: FromPageOptions = {},
): ReportTable {
  const kept = section.columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ title, at }) => at === 0 || title !== "" || section.rows.some(({ cells }) => (cells[at] ?? "") !== ""));
  return {
    caption,
    columns: kept.map(({ title, align, at }) => ({ title: title === "" && at > 0 ? remarks : sentence(title), align })),
    rows: section.rows.map((row, number) => {
      const [head = "", ...rest] = kept.map(({ at }) => row.cells[at] ?? "");
      const first = name(head);
      const place = places[number];
      return { ...row, cells: [place === undefined ? first : { text: first, at: place }, ...rest] };
    }),
  };
}

/** As within a sentence: the first letter alone, for names may follow, and none of an abbreviation: `QALYs gained`. */
export const uncapped = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);

/** The first letter as at the start of a sentence. */
export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
