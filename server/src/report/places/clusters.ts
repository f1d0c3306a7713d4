import type { AreaAssessment, ClusterAssessment } from "../../model/assess/index.ts";
import { weightsTotal } from "../../model/assess/places/devolve.ts";
import { formatPercent } from "../../values/format.ts";
import { missingBeside } from "../beside.ts";
import type { Section } from "../page.ts";
import { left, right } from "../sections.ts";
import { shown } from "../words.ts";

/** Who lives in the area and in each of its clusters, by age. */
export function populationSection({ population, clusters }: AreaAssessment): Section | undefined {
  const parts = clusters.flatMap((cluster) => cluster.population.map((people) => ({ cluster, people })));
  if (population.length + parts.length === 0) return undefined;
  const all = [...population.map((people) => ({ cluster: undefined, people })), ...parts];
  const sources = sourced(all.map(({ people }) => people.source));
  return {
    title: "Who lives there",
    columns: [left("where"), left("who"), left("ages"), right("number"), left("year"), ...sources.column, left("")],
    rows: all.map(({ cluster, people }) => ({
      cells: [
        cluster === undefined ? "whole area" : cluster.title,
        people.who,
        people.agesText ?? "not said",
        shown(people.number),
        people.year ?? "",
        ...sources.cell(people.source),
        missingBeside(people.number),
      ],
      total: cluster === undefined && parts.length > 0,
    })),
    notes: sources.notes,
  };
}

/** Each need in the area, and in each cluster that says how many have it. */
export function needSection({ needs, clusters }: AreaAssessment): Section | undefined {
  if (needs.length === 0) return undefined;
  const known = clusters.filter((cluster) => cluster.needs.length > 0);
  const sources = sourced(needs.map(({ source }) => source));
  return {
    title: "Needs",
    columns: [
      left("need"),
      right("whole area"),
      ...known.map(({ title }) => right(title)),
      left("year"),
      ...sources.column,
      left(""),
    ],
    rows: needs.map((need) => ({
      cells: [
        need.title,
        shown(need.number),
        ...known.map((cluster) => {
          const own = cluster.needs.find((each) => each.need === need.need);
          return own === undefined ? "not measured" : shown(own.number);
        }),
        need.year ?? "",
        ...sources.cell(need.source),
        need.measured ? missingBeside(need.number) : "not measured here",
      ],
    })),
    notes: sources.notes,
  };
}

/** One source of all stands in a note, several in a column. */
function sourced(all: readonly (string | undefined)[]) {
  const known = new Set(all.filter((source) => source !== undefined));
  const [only] = known;
  const several = known.size > 1;
  return {
    column: several ? [left("source")] : [],
    cell: (source: string | undefined): readonly string[] => (several ? [source ?? ""] : []),
    notes: several || only === undefined ? [] : [`Source: ${only.replace(/[.\s]+$/, "")}.`],
  };
}

/** The devolved budget by cluster: by the formula, and as decided where that is written too. The parts add up to the whole. */
export function budgetSection({ devolved, clusters }: AreaAssessment): Section | undefined {
  const stated = clusters.some(({ budget }) => budget !== undefined);
  if (devolved === undefined && !stated) return undefined;
  const rows = clusters.map((cluster) => ({ cells: budgetCells(cluster, devolved !== undefined, stated) }));
  return {
    title: "Budgets devolved to clusters",
    columns: [
      left("cluster"),
      ...(devolved === undefined ? [] : [right("share"), right("by the formula")]),
      ...(stated ? [right("as decided")] : []),
      left(""),
    ],
    rows:
      devolved === undefined
        ? rows
        : [
            ...rows,
            {
              cells: ["Whole", "", shown(devolved.budget), ...(stated ? [""] : []), missingBeside(devolved.budget)],
              total: true,
            },
          ],
    notes: devolved === undefined ? [] : [formulaText(devolved)],
  };
}

function budgetCells(cluster: ClusterAssessment, formula: boolean, stated: boolean): string[] {
  const { title, share, devolved, budget } = cluster;
  return [
    title,
    ...(formula
      ? [
          share?.value === undefined ? "not known" : formatPercent(share.value),
          devolved === undefined ? "not known" : shown(devolved),
        ]
      : []),
    ...(stated ? [budget === undefined ? "not said" : shown(budget)] : []),
    share !== undefined && share.value === undefined ? missingBeside(share) : "",
  ];
}

/** What the budget is shared out by, in words. */
export function formulaText(devolved: NonNullable<AreaAssessment["devolved"]>): string {
  const { by, need } = devolved;
  const names = {
    population: "population",
    need: `those with the need ${need ?? "(not said)"}`,
    shares: "given shares",
  };
  const parts = by.map(([base, weight]) =>
    by.length === 1 ? names[base] : `${formatPercent(weight)} by ${names[base]}`,
  );
  const total = weightsTotal(devolved);
  const wrong =
    Math.abs(total - 1) > 1e-9 ? ` The weights come to ${formatPercent(total)}, so nothing is shared out.` : "";
  return `Shared out ${by.length === 1 ? "by " : ""}${parts.join(", ")}.${wrong}`;
}
