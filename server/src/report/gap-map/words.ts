/** The gap map in words: what a cell says, what the whole comes to. */
import type { Row, Section } from "../page.ts";
import { listed } from "../words.ts";
import { findings, type GapMap, isFinding, type MapCell, type StudyFinding } from "./types.ts";

/** How many studies found what, in the order in which findings are listed. */
export const countsOf = ({ studies }: MapCell): readonly (readonly [finding: StudyFinding, count: number])[] =>
  findings.flatMap((finding) => {
    const count = studies.filter((study) => study.finding === finding).length;
    return count === 0 ? [] : [[finding, count] as const];
  });

/** `2 better, 1 no effect shown`; of a cell without studies what it is. */
export const cellText = (cell: MapCell): string =>
  cell.studies.length === 0
    ? cell.state
    : countsOf(cell)
        .map(([finding, count]) => `${count} ${finding}`)
        .join("; ");

/** One sentence on the whole: how much has been looked at, and what lies open. */
export function mapText({ rows, columns, of }: GapMap): string {
  const cells = rows.flatMap((row) => row.cells);
  const count = (state: MapCell["state"]): number => cells.filter((cell) => cell.state === state).length;
  return `${rows.length} ${rows.length === 1 ? of.replace(/ies$/, "y").replace(/s$/, "") : of} against ${columns.length} ${columns.length === 1 ? "outcome" : "outcomes"}: ${count("studied")} ${count("studied") === 1 ? "pair" : "pairs"} studied with a finding, ${count("no finding")} looked at without one, ${count("claimed, not studied")} claimed and not studied, ${count("not studied")} never looked at.`;
}

/** Every pair that is claimed or studied, as rows; the rest is counted, since an empty cell says only that nobody looked. */
export function mapSection(map: GapMap): Section {
  const rows = map.rows.flatMap((row) =>
    row.cells.flatMap((cell, at): Row[] => {
      if (cell.state === "not studied") return [];
      return [
        {
          cells: [
            row.title,
            map.columns[at]?.title ?? "",
            cell.claimed ? "claimed" : "",
            cellText(cell),
            cell.strength ?? "",
            cell.studies.filter(({ finding }) => isFinding(finding)).length.toString(),
          ],
          ...(cell.state === "studied" ? {} : { faded: true }),
        },
      ];
    }),
  );
  return {
    title: "Gap map",
    columns: [
      { title: map.of === "interventions" ? "intervention" : "activity", align: "left" },
      { title: "outcome", align: "left" },
      { title: "", align: "left" },
      { title: "studies found", align: "left" },
      { title: "strongest design", align: "left" },
      { title: "with a finding", align: "right" },
    ],
    rows,
    notes: [mapText(map), ...mapNotes(map)],
  };
}

/** What an empty place means, and who is not on the map. */
export const mapNotes = ({ rows, silent, of }: GapMap): readonly string[] => [
  ...(rows.some(({ cells }) => cells.some(({ state }) => state === "not studied"))
    ? ["A pair that is not listed has never been looked at here: that is no finding of no effect."]
    : []),
  ...(silent.length === 0
    ? []
    : [`Left out are ${silent.length} ${of} that claim no outcome and of which no study speaks: ${listed(silent)}.`]),
];
