import type { Ranked } from "../costing/league.ts";
import type { Worked } from "../costing/worked.ts";
import { allMade } from "../model/assess/places/leagues.ts";
import type { IntervalOf, LeagueEntry, PortfolioAssessment, PortfolioLeague } from "../model/assess/portfolio-types.ts";
import { bare } from "./beside.ts";
import type { Column, Row, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { missingText, rangeText, shown } from "./words.ts";

const titles = {
  return: "Benefit-cost ratio",
  "net benefit": "Net present value",
  "cost per outcome": "Cost per outcome",
};

/** A table, and the league that it shows; of outcomes that cannot be compared, of none. */
export interface LeagueSection extends Section {
  readonly of?: PortfolioLeague;
}

/** Every league table that compares anything: returns, net benefit, one for each outcome; what cannot be compared with anything stands together. */
export function leagueSections(assessment: PortfolioAssessment, interval?: IntervalOf): readonly LeagueSection[] {
  const leagues = assessment.leagues(interval);
  const money = leagues.filter(({ by, league }) => by === "return" || by === assessment.rankBy || compares(league));
  const outcomes = leagues.filter(({ outcome }) => outcome !== undefined);
  const compared = outcomes.filter(({ league }) => league.ranked.length + league.apart.length > 1);
  const others = outcomes.filter((each) => !compared.includes(each));
  return [
    ...[...money.filter(({ outcome }) => outcome === undefined), ...compared].map((each) => {
      const section = leagueSection(each);
      return interval === undefined
        ? { ...section, of: each }
        : { ...section, of: each, notes: [...section.notes, simulatedNote] };
    }),
    ...(others.length === 0 ? [] : [othersSection(others, compared.length > 0)]),
  ];
}

const simulatedNote =
  "Intervals are simulated: every uncertain value drawn at once, the shared costs too, and what several interventions share is one draw for all.";

const compares = ({ ranked }: PortfolioLeague["league"]): boolean => ranked.length > 1;

/** One league table: those that can be compared in order, then the others with the reason. */
function leagueSection({ by, outcome, league }: PortfolioLeague): Section {
  const { ranked, apart, unranked } = league;
  return {
    title: outcome === undefined ? `League table: ${inWords[by]}` : `League table: cost per outcome, ${outcome.title}`,
    ...withoutEmpty(
      [left("intervention"), right("rank"), right(titles[by].toLowerCase()), right("interval"), left("")],
      [
        ...ranked.map((each) => ({ cells: rowOf(each.entrant, by, String(each.rank), overlapText(each)) })),
        ...apart.map(({ entrant, differs }) => ({
          cells: rowOf(entrant, by, "", `not comparable: ${differencesText(differs)}`),
          faded: true,
        })),
        ...unranked.map((entrant) => ({ cells: rowOf(entrant, by, "", whyNot(entrant)), faded: true })),
      ],
    ),
    notes: [basisText(league), ...sharesNote(league)].filter((note) => note !== ""),
  };
}

/** Leaves out the intervals where none has one. */
function withoutEmpty(columns: readonly Column[], rows: readonly Row[]): Pick<Section, "columns" | "rows"> {
  const at = columns.findIndex(({ title }) => title === "interval");
  if (rows.some(({ cells }) => (cells[at] ?? "") !== "")) return { columns, rows };
  const kept = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => index !== at);
  return { columns: kept(columns), rows: rows.map((row) => ({ ...row, cells: kept(row.cells) })) };
}

const inWords = { return: "return", "net benefit": "net benefit", "cost per outcome": "cost per outcome" };

function rowOf({ intervention, figure }: LeagueEntry, by: PortfolioLeague["by"], rank: string, note: string): string[] {
  const ratio = by === "return" ? ({ id: "bcr" } as const) : {};
  return [intervention, rank, shown({ ...figure, ...ratio }), spreadText({ ...figure, ...ratio }), note];
}

/** An interval; one that a simulation leaves without an end on a side says so. */
function spreadText(figure: Parameters<typeof rangeText>[0] & Pick<Worked, "unit">): string {
  const { low, high } = figure;
  if (low === undefined || high === undefined) return "";
  const end = (value: number): string => shown({ ...figure, value, low: undefined, high: undefined });
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) return "no end on either side";
  if (high === Number.POSITIVE_INFINITY) return `${end(low)} or more, without an end`;
  return low === Number.NEGATIVE_INFINITY ? `${end(high)} or less, without an end` : rangeText(figure);
}

const overlapText = ({ overlaps }: Ranked<LeagueEntry>): string =>
  overlaps === true ? "interval overlaps that of the one above: the order is not sure" : "";

/** `perspective society, the others public-sector`. */
export const differencesText = (differs: PortfolioLeague["league"]["apart"][number]["differs"]): string =>
  differs.map(({ name, own, others }) => `${name} ${own}, the others ${others}`).join("; ");

/** Why a figure cannot be ranked: not known, known in part, or none. */
export function whyNot({ figure }: LeagueEntry): string {
  if (figure.none !== undefined) return `cannot be ranked: ${figure.none}`;
  const lack = missingText(figure);
  return figure.value === undefined ? `cannot be ranked: ${lack}` : `cannot be ranked, known in part: ${lack}`;
}

function basisText({ ranked, basis }: PortfolioLeague["league"]): string {
  if (ranked.length === 0) return "None of these can be ranked, which says nothing against them.";
  const words = basis.flatMap(([name, value]) => basisWords[name]?.(value) ?? []).join(", ");
  const one = ranked.length === 1 ? "Only one can be ranked" : "Ranked on one basis";
  return `${one}: ${words}. Those without a rank are not the worst: nobody can say where they stand.`;
}

/** What figures rest on, in words; that nothing out of the ordinary holds is not said. */
const basisWords: Readonly<Record<string, (value: string) => string | undefined>> = {
  perspective: (value) => `${value} perspective`,
  "view of cost": (value) => `${value} cost`,
  discounting: (value) => `discounted ${value.endsWith("%") ? `at ${value} a year` : `by ${value}`}`,
  horizon: (value) => (value === "no limit" ? "all years counted" : `counted over ${value}`),
  corrections: (value) => (value === allMade ? undefined : value),
  currency: (value) => (value === "GBP" ? undefined : `in ${value}`),
  "price year": (value) => (value === "not known" ? "prices as printed" : `prices of ${value}`),
  counted: (value) => value.replace(/^[^/]*\//, "for each "),
};

function sharesNote({ ranked, apart, unranked }: PortfolioLeague["league"]): string[] {
  const all = [...ranked.map(({ entrant }) => entrant), ...apart.map(({ entrant }) => entrant), ...unranked];
  return all.some(({ member }) => member.shares.length > 0)
    ? ["With the shared costs that each carries: the headline, not the figure of its own cost alone."]
    : [];
}

/** Outcomes on which nothing can be compared: one intervention alone claims them, or their cost is known of none. */
function othersSection(leagues: readonly PortfolioLeague[], afterOthers: boolean): Section {
  return {
    title: afterOthers ? "Cost per outcome: other outcomes" : "Cost per outcome",
    columns: [left("intervention"), left("outcome"), right("cost per outcome"), right("interval"), left("")],
    rows: leagues.flatMap(({ outcome, league }): Row[] => {
      const entries = [
        ...league.ranked.map(({ entrant }) => entrant),
        ...league.apart.map(({ entrant }) => entrant),
        ...league.unranked,
      ];
      return entries.map((entry) => ({
        cells: [
          entry.intervention,
          outcome?.title ?? "",
          shown(entry.figure),
          spreadText(entry.figure),
          entry.figure.none === undefined ? bare(missingText(entry.figure)) : "",
        ],
      }));
    }),
    notes: ["Different outcomes, or none known: these costs cannot be compared with each other."],
  };
}
