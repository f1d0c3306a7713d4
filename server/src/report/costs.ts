import type { Assessment, LineAssessment } from "../model/assess/types.ts";
import { longest } from "./charts/longest.ts";
import type { BarChart } from "./charts/types.ts";
import { fromPage } from "./from-page.ts";
import { perStarter } from "./participant.ts";
import { partyName } from "./parties.ts";
import { lineSection, partSection } from "./sections.ts";
import type { ReportSection } from "./types.ts";
import { shown } from "./words.ts";

/** What it costs, line by line: a bar for each line that is known, and every line in the table. */
export function costSection(assessment: Assessment): ReportSection | undefined {
  const lines = lineSection(assessment, partyName);
  if (lines === undefined) return undefined;
  const open = assessment.lines.filter(isOpen).length;
  const sites = partSection(assessment, "cost_by_site", "Cost by site");
  return {
    id: "costs",
    title: "What it costs",
    paragraphs: [
      ...(open === 0
        ? []
        : [
            `${open === 1 ? "One line is" : `${open} lines are`} not costed. Totals hold the known lines only; they are not the whole cost.`,
          ]),
      ...lines.notes,
    ],
    charts: chartOf(assessment),
    tables: [
      fromPage(lines, "Cost line by line", { places: assessment.lines.map((line) => line.line.item?.$ ?? line.at) }),
      ...(sites === undefined ? [] : [fromPage(sites, "Cost by site")]),
    ],
  };
}

const isOpen = (line: LineAssessment): boolean => line.total.value === undefined && line.perStarter.value === undefined;

/** Totals where they are known, else the cost per starter: never both in one chart. */
function chartOf(assessment: Assessment): readonly BarChart[] {
  const counted = assessment.lines.filter((line) => line.counted !== "none");
  const byTotal = counted.some((line) => line.total.value !== undefined);
  const all = counted.flatMap((line) => {
    const worked = byTotal ? line.total : line.perStarter;
    return worked.value === undefined
      ? []
      : [{ label: line.item, bars: [{ series: "cost" as const, value: worked.value, shown: shown(worked) }] }];
  });
  if (all.length < 2) return [];
  const { rows, note } = longest(all);
  const title = `${byTotal ? "Cost by line, over the period" : `Cost by line, ${perStarter(assessment)}`}${note}`;
  const description = rows.map(({ label, bars }) => `${label} ${bars[0]?.shown}`).join("; ");
  return [{ kind: "bars", id: "cost-by-line", title, description, rows }];
}
