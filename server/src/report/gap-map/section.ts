import type { ReportSection } from "../types.ts";
import type { GapMap } from "./types.ts";
import { cellText, mapNotes, mapText } from "./words.ts";

/** The gap map of a report: the image, and a table that says the same. Undefined where nothing is claimed or studied. */
export function gapSection(map: GapMap): ReportSection | undefined {
  if (map.rows.length === 0) return undefined;
  const title = "What has been looked for, and what was found";
  return {
    id: "gap-map",
    title: "Gap map",
    paragraphs: [mapText(map), ...mapNotes(map)],
    charts: [{ kind: "gap-map", id: "gap-map", title, description: mapText(map), map }],
    tables: [
      {
        caption: "Every pair that is claimed or studied",
        columns: ["Intervention", "Outcome", "Claimed", "Studies found", "Strongest design"].map((column, at) => ({
          title: at === 0 && map.of === "activities" ? "Activity" : column,
          align: "left" as const,
        })),
        rows: map.rows.flatMap((row) =>
          row.cells.flatMap((cell, at) =>
            cell.state === "not studied"
              ? []
              : [
                  {
                    cells: [
                      { text: row.title, at: { path: row.path, span: row.span } },
                      map.columns[at]?.title ?? "",
                      cell.claimed ? "claimed" : "",
                      cellText(cell),
                      cell.strength ?? "",
                    ],
                    ...(cell.state === "studied" ? {} : { faded: true }),
                  },
                ],
          ),
        ),
      },
    ],
  };
}
