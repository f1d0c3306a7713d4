/** What to buy next: candidates in the order of the ranking, each whole at its stated volume, as long as the budget reaches. */
import type { Figure } from "../../../costing/figure.ts";
import { difference, sum, type Worked } from "../../../costing/worked.ts";
import type { MemberAssessment, NextAssessment, NextStep, PortfolioFrame, RankBy } from "../portfolio-types.ts";
import { memberYear } from "./figures.ts";
import { leagueFor } from "./leagues.ts";

/**
 * Takes the candidates in the order of the league, best first, and each that fits in what is left of the budget in every year: a plain
 * order of merit, not the best of all combinations. Shared costs are paid already, so a candidate adds its own lines.
 */
export function nextOf(
  candidates: readonly MemberAssessment[],
  by: RankBy,
  figures: ReadonlyMap<string, Figure>,
  frame: PortfolioFrame,
): NextAssessment | undefined {
  if (candidates.length === 0) return undefined;
  const league = leagueFor(by, candidates, frame);
  const rooms = roomsOf(figures);
  const { money } = frame;
  const left = rooms === undefined ? undefined : sum("Budget left", [...rooms.values()], money);
  const room = new Map([...(rooms ?? [])].map(([year, worked]) => [year, worked.value]));
  const taken: Worked[] = [];
  const steps = (league?.league.ranked ?? []).map(({ entrant, rank }): NextStep => {
    const costs = new Map([...room].map(([year]) => [year, costIn(entrant.member, year, frame)]));
    const unknown =
      rooms === undefined ||
      [...costs.values()].some((cost) => cost === undefined) ||
      [...room.values()].some((value) => value === undefined);
    const short = unknown
      ? undefined
      : [...costs].find(([year, cost]) => (cost ?? 0) > (room.get(year) ?? 0) + 1e-6)?.[0];
    const fits = unknown ? undefined : short === undefined;
    if (fits === true) {
      for (const [year, cost] of costs) room.set(year, (room.get(year) ?? 0) - (cost ?? 0));
      taken.push(entrant.member.own);
    }
    return {
      candidate: entrant.member,
      entry: entrant,
      rank,
      fits,
      shortIn: short === undefined || short === whole ? undefined : Number(short),
      left: left === undefined || fits !== true ? undefined : lessAll(left, taken, frame),
    };
  });
  return { candidates, by: league?.by ?? by, league, steps, left };
}

/** Stands for the whole period where the budget is one sum. */
const whole = "whole";

/** What is left of the budget, by year or as one sum. Undefined: no budget is known. */
function roomsOf(figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Worked> | undefined {
  const left = [...figures.values()].filter(({ id }) => id === "portfolio_budget_left");
  return left.length === 0 ? undefined : new Map(left.map(({ of = whole, worked }) => [of, worked]));
}

/** What a candidate costs in a year, or in all; undefined when that is not known whole. */
function costIn(member: MemberAssessment, year: string, { money }: PortfolioFrame): number | undefined {
  const cost = year === whole ? member.own : sum("Cost", memberYear(member, Number(year)), money);
  return cost.missing.length === 0 ? cost.value : undefined;
}

function lessAll(left: Worked, taken: readonly Worked[], { money }: PortfolioFrame): Worked {
  const spent = sum("Bought before and with it", taken, money);
  return difference("Budget left", left, spent, money);
}
