import { figureKey } from "../../costing/figure.ts";
import type { PortfolioAssessment, ReachRow } from "../../model/assess/index.ts";
import { formatPercent } from "../../values/format.ts";
import { missingBeside } from "../beside.ts";
import type { Section } from "../page.ts";
import { left, right } from "../sections.ts";
import { listed, shown } from "../words.ts";

/** Who of those with a need is reached, in the whole area and in each cluster; who is not. Undefined: the area lists no needs. */
export function reachSection(
  rows: readonly ReachRow[],
  by: string,
  nameOfMember: (id: string) => string = (id) => id,
): Section | undefined {
  if (rows.length === 0) return undefined;
  const several = rows.some(({ by: ids }) => ids.length > 1);
  return {
    title: "Need, and who is reached",
    columns: [
      left("need"),
      right("with the need"),
      right("start in a year"),
      right("reached"),
      right("not reached"),
      left(""),
    ],
    rows: rows.map((row) => ({
      cells: [
        row.cluster === undefined ? row.title : `  in ${row.cluster.title}`,
        shown(row.withNeed),
        shown(row.served),
        bounded(row, "at least", reachText(row)),
        row.over ? "" : bounded(row, "at most", shown(row.unmet)),
        noteOf(row),
      ],
      total: row.cluster === undefined && rows.some((other) => other.need === row.need && other.cluster !== undefined),
    })),
    notes: [
      `Those who start in an average year in ${by}, against those with the need. What other services reach is not in it.`,
      ...rows
        .filter(({ cluster }) => cluster === undefined)
        .map(({ title, by: ids }) => answeredText(title, ids.map(nameOfMember))),
      ...(several
        ? [
            "Where several interventions answer a need, a child or family in two of them is counted in each, so fewer may be reached.",
          ]
        : []),
    ],
  };
}

/** The share reached; beyond 100% it is said that one of the two numbers cannot be right. */
export const reachText = ({ reach, withNeed }: Pick<ReachRow, "reach" | "withNeed">): string =>
  reach.value === undefined ? (withNeed.value === 0 ? "nobody has it" : shown(reach)) : formatPercent(reach.value);

const answeredText = (title: string, by: readonly string[]): string =>
  by.length === 0
    ? `${title}: no intervention here says that it answers it.`
    : `${title} is answered by ${listed(by)}.`;

/** With some starts not known, a share reached is the least it can be, and what is not reached the most. */
const bounded = ({ served, unmet }: ReachRow, bound: string, text: string): string =>
  served.missing.length > 0 && served.value !== undefined && unmet.value !== undefined ? `${bound} ${text}` : text;

function noteOf({ over, served, withNeed }: ReachRow): string {
  if (over) return "more start than have the need: one of the two numbers is wrong, or others are served";
  if (withNeed.value === undefined) return "how many have it is not known";
  return missingBeside(served);
}

/** Of those eligible for each intervention, how many start, where the spec says how many are. */
export function eligibleSection({ members }: PortfolioAssessment): Section | undefined {
  const counted = members.filter(
    ({ assessment, spec }) =>
      spec?.population?.eligible?.word !== "all of area" &&
      assessment?.figures.get(figureKey("reach"))?.value !== undefined,
  );
  if (counted.length === 0) return undefined;
  return {
    title: "Of those eligible",
    columns: [left("intervention"), right("eligible, as written"), right("starts"), right("reached")],
    rows: counted.map(({ intervention, spec, assessment }) => {
      const reach = assessment?.figures.get(figureKey("reach"))?.value ?? 0;
      const starts = assessment?.figures.get(figureKey("starts_total"));
      return {
        cells: [
          intervention,
          spec?.population?.eligible?.text ?? "",
          starts === undefined ? "not known" : shown(starts),
          `${formatPercent(reach)}${reach > 1 + 1e-9 ? ", more than are eligible" : ""}`,
        ],
      };
    }),
    notes: [],
  };
}

/** Services for every child of some ages in the area, per child there. */
export function universalSection({ members }: PortfolioAssessment): Section | undefined {
  const universal = members.filter(({ spec }) => spec?.population?.eligible?.word === "all of area");
  if (universal.length === 0) return undefined;
  return {
    title: "Universal services, per child in the area",
    columns: [
      left("intervention"),
      left("ages"),
      right("own cost"),
      right("per child there, over its years"),
      right("reached"),
      left(""),
    ],
    rows: universal.map(({ intervention, spec, own, assessment }) => {
      const figure = assessment?.figures.get(figureKey("cost_per_eligible"));
      const reach = assessment?.figures.get(figureKey("reach"));
      return {
        cells: [
          intervention,
          spec?.population?.ages?.text ?? "not said",
          own.value === undefined ? "not costed" : shown(own),
          figure === undefined ? "not known" : shown(figure),
          reach?.value === undefined ? "not known" : formatPercent(reach.value),
          figure === undefined ? "" : missingBeside(figure),
        ],
      };
    }),
    notes: [],
  };
}
