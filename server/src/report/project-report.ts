import type { Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { gapMap, gapSection, mappedSpecs } from "./gap-map/index.ts";
import type { Report, ReportHeadline } from "./types.ts";

/** Rows of a map beyond which nobody reads on; `wellspent evidence` draws them all. */
const mostRows = 200;

/** The report of a whole project, shown for its settings: what has been looked for, what was found, what nobody has looked for. */
export function projectReport(snapshot: Snapshot, path: FilePath): Report {
  const { index } = snapshot;
  const ids = index.ids("intervention");
  const section = gapSection(gapMap(snapshot, mappedSpecs(snapshot, ids.slice(0, mostRows))));
  const more = ids.length - mostRows;
  const headline = (label: string, count: number): ReportHeadline => ({
    label,
    figure: String(count),
    note: "",
    known: true,
  });
  return {
    title: "The evidence of this project",
    id: "",
    path,
    facts: [],
    headlines: [
      headline("Interventions", ids.length),
      headline("Outcomes", index.ids("outcome").length),
      headline("Studies", index.ids("study").length),
    ],
    sections:
      section === undefined
        ? []
        : [
            more <= 0
              ? section
              : {
                  ...section,
                  paragraphs: [
                    ...section.paragraphs,
                    `The first ${mostRows} interventions are shown; \`wellspent evidence\` shows ${more} more.`,
                  ],
                },
          ],
  };
}
