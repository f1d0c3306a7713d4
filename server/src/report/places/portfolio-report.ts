import type { AssessedPortfolio, Snapshot } from "../../analysis/types.ts";
import { figureKey } from "../../costing/figure.ts";
import { FIGURES } from "../../costing/figures.ts";
import type { MemberAssessment, PortfolioAssessment } from "../../model/assess/index.ts";
import { inYears } from "../../model/years.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { BarRow } from "../charts/types.ts";
import { fromPage, sentence } from "../from-page.ts";
import { gapMap, gapSection, mappedSpecs } from "../gap-map/index.ts";
import { missingSection } from "../missing.ts";
import type { Section } from "../page.ts";
import { partyName } from "../parties.ts";
import { nextSection, type Rate, stopSections } from "../portfolio-choices.ts";
import { type LeagueSection, leagueSections } from "../portfolio-leagues.ts";
import { isCosted, portfolioPage } from "../portfolio-page.ts";
import {
  clusterSection,
  memberSection,
  needLevelSection,
  sharedSection,
  strandSection,
  yearSection,
} from "../portfolio-sections.ts";
import { lackOf } from "../portfolio-words.ts";
import { ratedBy } from "../ratings.ts";
import { partSection } from "../sections.ts";
import type { Report, ReportHeadline, ReportSection } from "../types.ts";
import { notYetSimulated } from "../uncertainty-report.ts";
import { chanceText } from "../uncertainty-words.ts";
import { shown } from "../words.ts";
import { chartOf, costBars, groupBars } from "./bars.ts";
import { briefSection } from "./brief.ts";
import { leagueChart } from "./league-chart.ts";
import { spendLineSection } from "./lines.ts";
import { eligibleSection, reachSection, universalSection } from "./need.ts";
import { portfolioUncertaintyReport } from "./portfolio-uncertainty.ts";
import { stageSection } from "./stages.ts";
import { worthSection } from "./worth.ts";

/**
 * The report of one portfolio: what is funded, where the money goes, whom it reaches, what it buys, what could change. `offer`: whether
 * somebody can press a button in it. A simulation is shown where one has been made.
 */
export function portfolioReport(
  snapshot: Snapshot,
  path: FilePath,
  assessed: AssessedPortfolio,
  { offer = false }: { readonly offer?: boolean } = {},
): Report {
  const { spec, assessment } = assessed;
  const simulated = snapshot.portfolioSimulations.get(assessment);
  const years = inYears(spec.reading?.period?.value);
  const titleOf = namesOf(assessment.members);
  const page = portfolioPage(assessed, path, { name: titleOf });
  const candidateName = namesOf(assessment.next()?.candidates ?? []);
  return {
    title: page.title,
    id: page.id,
    path,
    facts: page.facts.map((fact, at) => (at === 0 ? sentence(fact) : fact)),
    headlines: headlines(assessment, page.headlines),
    sections: [
      briefSection(assessment, titleOf, {
        years: spec.reading?.period?.text,
        chance:
          simulated?.simulation.chanceOfGain === undefined ? undefined : chanceText(simulated.simulation.chanceOfGain),
      }),
      funded(assessment, page.notes, titleOf),
      ...(isCosted(assessment)
        ? [money(assessment, spec.reading?.from?.value?.start, years), plain("stages", stageSection(assessment))]
        : []),
      plain("worth", worthSection(assessment)),
      need(assessment, titleOf),
      ...leagueSections(assessment, simulated?.interval).map((section, at) => leagueReport(at, section, titleOf)),
      simulated === undefined
        ? offer && isCosted(assessment)
          ? notYetSimulated(assessment, "the interventions and of the portfolio")
          : undefined
        : portfolioUncertaintyReport(simulated, titleOf),
      stopping(assessment, titleOf, ratedBy(snapshot, path)),
      gaps(snapshot, assessment.members),
      plain("next", nextSection(assessment), candidateName),
      plain("spend-lines", spendLineSection(assessment)),
      missingSection(snapshot, path, { spec, assessment }),
    ].filter((section) => section !== undefined),
  };
}

/** What has been looked for in the interventions that it funds, and what was found. */
function gaps(snapshot: Snapshot, members: readonly MemberAssessment[]): ReportSection | undefined {
  const ids = new Set(members.map(({ intervention }) => intervention));
  return gapSection(gapMap(snapshot, mappedSpecs(snapshot, ids)));
}

type Name = (text: string) => string;

/** Interventions by the title that people know them by. */
const namesOf =
  (members: readonly MemberAssessment[]): Name =>
  (id) =>
    members.find(({ intervention }) => intervention === id)?.spec?.title?.value ?? id;

/** `targeted-indicated` as people read it. */
const spaced: Name = (text) => sentence(text.replaceAll("-", " "));

/** A section of one table: its notes stand above it. */
export function plain(
  id: string,
  section: Section | undefined,
  name: Name = (text) => text,
): ReportSection | undefined {
  if (section === undefined) return undefined;
  const { title, notes } = section;
  return { id, title, paragraphs: notes, charts: [], tables: [fromPage(section, title, { name })] };
}

function leagueReport(at: number, section: LeagueSection, name: Name): ReportSection | undefined {
  const made = plain(`league-${at + 1}`, section, name);
  return made === undefined || section.of === undefined ? made : { ...made, charts: leagueChart(section.of, name) };
}

/** Said in the tables below; a reader looks for the whole first. */
const below: ReadonlySet<string> = new Set([FIGURES.portfolio_shared.title, FIGURES.portfolio_unallocated.title]);

/** The cost, the budget and what is left of it, and how many it reaches. */
function headlines(
  assessment: PortfolioAssessment,
  all: readonly { readonly label: string; readonly figure: string; readonly note: string }[],
): readonly ReportHeadline[] {
  const isKnown = (label: string): boolean =>
    [...assessment.figures.values()].find(({ title }) => title === label)?.value !== undefined;
  const whole = assessment.reach.filter(({ cluster }) => cluster === undefined);
  const reached = whole.filter(({ reach }) => reach.value !== undefined);
  return [
    ...all.filter(({ label }) => !below.has(label)).map((each) => ({ ...each, known: isKnown(each.label) })),
    ...tightest(assessment),
    ...(whole.length === 0
      ? []
      : [
          {
            label: "Needs measured and answered",
            figure: `${reached.filter(({ by }) => by.length > 0).length} of ${whole.length}`,
            note: "",
            known: true,
          },
        ]),
  ];
}

/** Of a yearly budget, the year in which least of it is left. */
function tightest({ figures }: PortfolioAssessment): readonly ReportHeadline[] {
  if (figures.has(figureKey("portfolio_budget_left"))) return [];
  const left = [...figures.values()].filter(({ id, value }) => id === "portfolio_budget_left" && value !== undefined);
  const [least] = [...left].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return least === undefined
    ? []
    : [
        {
          label: "Budget left in the tightest year",
          figure: shown(least),
          note: `${(least.value ?? 0) < 0 ? "over the budget in" : "in"} year ${Number(least.of) + 1}${least.complete ? "" : ", without what is not known"}`,
          known: true,
        },
      ];
}

function funded(assessment: PortfolioAssessment, notes: readonly string[], name: Name): ReportSection | undefined {
  const table = memberSection(assessment, true);
  if (table === undefined) return undefined;
  const shared = sharedSection(assessment, partyName);
  const charts = costBars(
    "members",
    "Cost of each intervention over the period, with the shared costs that it carries",
    assessment.members.map(({ intervention, cost }) => ({ label: name(intervention), cost })),
  );
  return {
    id: "funded",
    title: "What is funded",
    paragraphs: [...notes, ...table.notes],
    charts,
    tables: [
      fromPage(table, "Interventions", { name, places: assessment.members.map(({ at }) => at) }),
      ...(shared === undefined
        ? []
        : [fromPage(shared, shared.title, { places: assessment.shared.map(({ at }) => at) })]),
    ],
  };
}

/** Where the money goes: every grouping adds up to the same whole. */
function money(assessment: PortfolioAssessment, from: number | undefined, years: number | undefined): ReportSection {
  const { figures } = assessment;
  const payers = partSection(assessment, "portfolio_cost_by_payer", "By payer", (figure) => lackOf(assessment, figure));
  const cluster: Name = (id) => assessment.area?.clusters.find((each) => each.cluster === id)?.title ?? sentence(id);
  const tables: readonly (readonly [Section | undefined, Name])[] = [
    [payers, partyName],
    [strandSection(assessment), spaced],
    [needLevelSection(assessment), spaced],
    [clusterSection(assessment, years), cluster],
    [yearSection(assessment, from), sentence],
  ];
  return {
    id: "money",
    title: "Where the money goes",
    paragraphs: [],
    charts: costBars(
      "need-levels",
      "Cost by level of need, over the period",
      groupBars(figures, "portfolio_cost_by_need_level").map(({ label, cost }) => ({ label: spaced(label), cost })),
    ),
    tables: tables.flatMap(([table, name]) => (table === undefined ? [] : [fromPage(table, table.title, { name })])),
  };
}

function need(assessment: PortfolioAssessment, name: Name): ReportSection | undefined {
  const table = reachSection(assessment.reach, "this portfolio", name);
  const universal = universalSection(assessment);
  const eligible = eligibleSection(assessment);
  if (table === undefined && universal === undefined && eligible === undefined) return undefined;
  const rows = assessment.reach.flatMap((row): BarRow[] => {
    const { withNeed, served } = row;
    if (withNeed.value === undefined || served.value === undefined) return [];
    return [
      {
        label: `${row.title}, ${row.cluster === undefined ? "whole area" : row.cluster.title}`,
        bars: [
          { series: "cost", value: withNeed.value, shown: shown(withNeed) },
          { series: "benefit", value: served.value, shown: shown(served) },
        ],
      },
    ];
  });
  return {
    id: "need",
    title: "Need, and who is reached",
    paragraphs: table?.notes ?? [],
    charts: chartOf("need", "With the need (orange) and starting in a year (blue)", rows),
    tables: [
      ...(table === undefined ? [] : [fromPage(table, "Those with each need, and those who start in a year")]),
      ...(eligible === undefined ? [] : [fromPage(eligible, eligible.title, { name })]),
      ...(universal === undefined ? [] : [fromPage(universal, universal.title, { name })]),
    ],
  };
}

function stopping(assessment: PortfolioAssessment, name: Name, rate: Rate): ReportSection | undefined {
  const [first, second] = stopSections(assessment, rate);
  if (first === undefined) return undefined;
  return {
    id: "stopping",
    title: "What to stop first, and what stopping loses",
    paragraphs: first.notes,
    charts: [],
    tables: [
      fromPage(first, "What stopping frees", { name }),
      ...(second === undefined ? [] : [fromPage(second, second.title, { name })]),
    ],
  };
}
