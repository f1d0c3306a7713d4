import type { AssessedArea, Snapshot } from "../../analysis/types.ts";
import { figureKey } from "../../costing/figure.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { BarRow } from "../charts/types.ts";
import { fromPage, sentence } from "../from-page.ts";
import { missingSection } from "../missing.ts";
import type { Section } from "../page.ts";
import type { Report, ReportSection } from "../types.ts";
import { shown } from "../words.ts";
import { areaPage, stagesOf } from "./area-page.ts";
import { chartOf } from "./bars.ts";
import { factorSection, perChildSection } from "./beside.ts";
import { budgetSection, needSection, populationSection } from "./clusters.ts";
import { areaSpendSection } from "./lines.ts";
import { reachSection } from "./need.ts";
import { plain } from "./portfolio-report.ts";
import { directReach, portfoliosOf } from "./serving.ts";

/** The report of one area: who lives there, who of those in need is reached, what is spent, and beside whom. */
export function areaReport(snapshot: Snapshot, path: FilePath, assessed: AssessedArea): Report {
  const { spec, assessment } = assessed;
  const page = areaPage(snapshot, assessed, path);
  const serving = portfoliosOf(snapshot, spec.id);
  return {
    title: page.title,
    id: page.id,
    path,
    facts: page.facts.map((fact, at) => (at === 0 ? sentence(fact) : fact)),
    headlines: page.headlines.map((each) => ({ ...each, known: each.figure !== "not known" })),
    sections: [
      people(assessment, page.notes),
      ...serving.map(({ id, portfolio }) =>
        plain(
          `reach-${id}`,
          reachSection(
            portfolio.reach,
            `the portfolio ${id}`,
            (member) =>
              portfolio.members.find(({ intervention }) => intervention === member)?.spec?.title?.value ?? member,
          ),
        ),
      ),
      plain(
        "reach-direct",
        reachSection(
          directReach(snapshot, assessment, serving),
          "interventions that name this area and stand in no portfolio of it",
        ),
      ),
      budgets(assessment),
      spend(assessment),
      beside(assessment),
      missingSection(snapshot, path, { spec, assessment }),
    ].filter((section) => section !== undefined),
  };
}

type Of = AssessedArea["assessment"];

function people(assessment: Of, notes: readonly string[]): ReportSection | undefined {
  const tables = present(populationSection(assessment), needSection(assessment));
  if (tables.length + notes.length === 0) return undefined;
  return {
    id: "people",
    title: "Who lives there, and with which needs",
    paragraphs: [...notes, ...new Set(tables.flatMap((table) => table.notes))],
    charts: [],
    tables: tables.map((table) => fromPage(table, table.title)),
  };
}

function budgets(assessment: Of): ReportSection | undefined {
  const table = budgetSection(assessment);
  if (table === undefined) return undefined;
  const rows = assessment.clusters.flatMap(({ title, devolved, budget }): BarRow[] => {
    const part = devolved ?? budget;
    return part?.value === undefined
      ? []
      : [{ label: title, bars: [{ series: "cost", value: part.value, shown: shown(part) }] }];
  });
  return {
    id: "budgets",
    title: table.title,
    paragraphs: table.notes,
    charts: chartOf("budgets", "Budget of each cluster", rows),
    tables: [fromPage(table, "Budget by cluster", { places: assessment.clusters.map(({ at }) => at) })],
  };
}

function spend(assessment: Of): ReportSection | undefined {
  const [lines, stages] = [areaSpendSection(assessment), stagesOf(assessment)];
  if (lines === undefined) return undefined;
  const rows = ["early help", "late intervention"].flatMap((stage): BarRow[] => {
    const figure = assessment.figures.get(figureKey("area_spend_by_stage", stage));
    return figure?.value === undefined
      ? []
      : [{ label: sentence(stage), bars: [{ series: "cost", value: figure.value, shown: shown(figure) }] }];
  });
  return {
    id: "spend",
    title: "Early help, late intervention, and spend by line",
    paragraphs: stages?.notes ?? [],
    charts: chartOf("stages", "Net spend on early help and on late intervention", rows),
    tables: [
      ...(stages === undefined ? [] : [fromPage(stages, "Early help and late intervention")]),
      fromPage(lines, lines.title, { places: assessment.spend.map(({ at }) => at) }),
    ],
  };
}

function beside(assessment: Of): ReportSection | undefined {
  const [perChild, factors] = [perChildSection(assessment), factorSection(assessment)];
  if (perChild === undefined) return undefined;
  const rows = assessment.places.flatMap(({ place, perChild: each, own }): BarRow[] =>
    each.value === undefined
      ? []
      : [{ label: place, bars: [{ series: own ? "benefit" : "cost", value: each.value, shown: shown(each) }] }],
  );
  return {
    id: "beside",
    title: "Spend per child, beside other places",
    paragraphs: [...perChild.notes, ...(factors?.notes ?? [])],
    charts: chartOf("beside", "Spend per child here (blue) and elsewhere (orange)", rows),
    tables: [
      fromPage(perChild, perChild.title, { places: assessment.places.map(({ at }) => at) }),
      ...(factors === undefined ? [] : [fromPage(factors, factors.title)]),
    ],
  };
}

const present = (...sections: readonly (Section | undefined)[]): readonly Section[] =>
  sections.filter((section) => section !== undefined);
