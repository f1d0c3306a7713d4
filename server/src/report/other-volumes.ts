import type { Behaviour } from "../costing/behaviour.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { Assessment, LineAssessment } from "../model/assess/types.ts";
import { fromPage } from "./from-page.ts";
import type { Section } from "./page.ts";
import { perStarter } from "./participant.ts";
import type { ReportSection } from "./types.ts";
import { missingText, shown } from "./words.ts";

/**
 * What the service costs if fewer or more start than planned. Undefined where the number who start is not known, or where every line is per
 * participant and the cost of each is the same at any number.
 */
export function otherVolumesSection(assessment: Assessment): Section | undefined {
  const { figures, lines } = assessment;
  const totals = [...figures.values()].filter(({ id, value }) => id === "cost_at_volume" && value !== undefined);
  const counted = lines.filter((line) => line.counted !== "none");
  if (totals.length === 0 || counted.every(isVariable)) return undefined;
  return {
    title: "Cost if fewer or more start",
    columns: [
      { title: "of those planned", align: "left" },
      { title: "cost", align: "right" },
      { title: perStarter(assessment), align: "right" },
    ],
    rows: totals.map((total) => {
      const each = figures.get(figureKey("cost_per_starter_at_volume", total.of));
      return {
        cells: [total.of ?? "", shown(total), each === undefined ? "" : shown(each)],
        ...(total.of === "100%" ? { total: true } : {}),
      };
    }),
    notes: [...lackNotes(totals), ...notesOf(counted)],
  };
}

/** What every row lacks, once. */
function lackNotes([first]: readonly Figure[]): string[] {
  const lack = first === undefined ? "" : missingText(first);
  return lack === "" ? [] : [`Each is a known part: ${lack}.`];
}

const isVariable = ({ behaviours }: LineAssessment): boolean =>
  behaviours.length > 0 && behaviours.every((behaviour) => behaviour === "variable");

/** Names in a note; a long list is cut and counted. */
const mostNamed = 4;

function notesOf(lines: readonly LineAssessment[]): string[] {
  const named = (behaviour: Behaviour | undefined): string => {
    const names = lines
      .filter(({ behaviours }) => (behaviour === undefined ? behaviours.length === 0 : behaviours.includes(behaviour)))
      .map(({ item, behaviours }) => `"${item}"${behaviours.length > 1 ? " in part" : ""}`);
    const rest = names.length - mostNamed;
    return rest > 0 ? `${names.slice(0, mostNamed).join(", ")} and ${rest} more` : names.join(", ");
  };
  const [fixed, stepped, variable, open] = [named("fixed"), named("stepped"), named("variable"), named(undefined)];
  return [
    ...(fixed === ""
      ? []
      : [
          `Fixed, as planned however many start: ${fixed}. Staff and courses have a limit, which their line may say as its capacity.`,
        ]),
    ...(stepped === ""
      ? []
      : [`In steps, whole posts or courses as they are needed when fewer or more start: ${stepped}.`]),
    ...(variable === "" ? [] : [`Variable, so much for each who starts: ${variable}.`]),
    ...(open === "" ? [] : [`Not costed: ${open}.`]),
  ];
}

/** The same as a section of the report. */
export function otherVolumesReport(assessment: Assessment): ReportSection | undefined {
  const section = otherVolumesSection(assessment);
  return section === undefined
    ? undefined
    : {
        id: "other-volumes",
        title: "If fewer or more start",
        paragraphs: [...section.notes],
        charts: [],
        tables: [fromPage(section, section.title)],
      };
}
