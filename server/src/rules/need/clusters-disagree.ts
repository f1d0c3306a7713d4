import { add, type Worked } from "../../costing/worked.ts";
import type { NeedAssessment, PeopleAssessment } from "../../model/assess/index.ts";
import type { Place } from "../../syntax/types.ts";
import { equalUnits, formatFigure } from "../../values/index.ts";
import type { DocumentRule, Reporter } from "../types.ts";
import { halves, place } from "./example.ts";

/** Clusters that together have more or fewer people, or people in need, than the area. */
export const clustersDisagree: DocumentRule = {
  code: "need/clusters-disagree",
  severity: "warning",
  scope: "document",
  page: {
    title: "Clusters that do not add up to the area",
    what: "Every cluster says how many live there, or have a need, and together they are not as many as the area has.",
    why: "Reach and budgets by cluster then rest on other numbers than those of the whole area.",
    fix: "Compare both with their sources. Where a part of the area belongs to no cluster, add it as one.",
    example: {
      file: "a.area.yaml",
      invalid: place({ clusters: halves(360, 230) }),
      valid: place({ clusters: halves(360, 260) }),
    },
  },
  check(context, report) {
    if (context.spec.kind !== "area") return;
    const area = context.area();
    if (area === undefined || area.clusters.length === 0) return;
    for (const need of area.needs)
      compare(
        report,
        need.at,
        ` with the need "${need.title}"`,
        need.number,
        area.clusters.map((one) => needIn(one.needs, need)),
      );
    for (const people of area.population)
      compare(
        report,
        people.at,
        agesOf(people),
        people.number,
        area.clusters.map((one) => peopleIn(one.population, people)),
      );
  },
};

const needIn = (needs: readonly NeedAssessment[], { need }: NeedAssessment) =>
  needs.find((one) => one.need === need)?.number;

/** Of the same people and ages; a cluster's entry that says no ages is of no known ages. */
const peopleIn = (all: readonly PeopleAssessment[], { who, ages }: PeopleAssessment) =>
  all.find((one) => one.who === who && one.ages?.from === ages?.from && one.ages?.to === ages?.to)?.number;

const agesOf = ({ agesText }: PeopleAssessment): string => (agesText === undefined ? "" : ` of ${agesText}`);

function compare(
  report: Reporter,
  at: Place,
  what: string,
  whole: Worked,
  parts: readonly (Worked | undefined)[],
): void {
  const known = parts.filter((part) => part !== undefined && part.value !== undefined && part.missing.length === 0);
  if (whole.value === undefined || known.length < parts.length) return;
  const units = (known as readonly Worked[]).map(({ unit }) => unit).filter(({ powers }) => powers.length > 0);
  if (whole.unit.powers.length > 0 && units.some((unit) => !equalUnits(unit, whole.unit))) return;
  const total = add((known as readonly Worked[]).map(({ value }) => value ?? 0));
  // A prevalence of each part gives broken numbers: less than one person apart is the same.
  if (Math.abs(total - whole.value) < Math.max(1, 0.005 * whole.value)) return;
  report({
    at,
    message: `The whole area has ${formatFigure({ value: whole.value, unit: whole.unit })}${what}, its clusters together ${formatFigure({ value: total, unit: whole.unit })}.`,
    help: "Compare both with their sources; where a part of the area belongs to no cluster, add it as one.",
  });
}
