/** League tables of a portfolio: returns, net benefit and the cost of each outcome, with the shared costs that each intervention carries. */
import { figureKey } from "../../../costing/figure.ts";
import { type Basis, league } from "../../../costing/league.ts";
import { outcomeKeys } from "../../../costing/outcome-figures.ts";
import { difference, none, product, quotient, sum, unknown, type Worked } from "../../../costing/worked.ts";
import { formatUnit } from "../../../values/units.ts";
import type { Appraisal } from "../../settings.ts";
import type {
  IntervalOf,
  LeagueEntry,
  MemberAssessment,
  PortfolioFrame,
  PortfolioLeague,
  RankBy,
} from "../portfolio-types.ts";
import type { Assessment } from "../types.ts";

/** Every league table that the interventions give; each intervention stands in each, ranked or with the reason why not. */
export function leaguesOf(
  members: readonly MemberAssessment[],
  frame: PortfolioFrame,
  interval: IntervalOf = asItIs,
): readonly PortfolioLeague[] {
  return [...moneyLeagues(members, frame, interval), ...outcomeLeagues(members, frame, interval)];
}

/** The league by which a portfolio is ordered; by cost per outcome, that of the outcome which most can be compared on. */
export function leagueFor(
  by: RankBy,
  members: readonly MemberAssessment[],
  frame: PortfolioFrame,
): PortfolioLeague | undefined {
  if (by !== "cost per outcome") return moneyLeagues(members, frame).find((each) => each.by === by);
  const all = outcomeLeagues(members, frame);
  const most = Math.max(0, ...all.map((each) => each.league.ranked.length));
  return all.find((each) => each.league.ranked.length === most);
}

const asItIs: IntervalOf = (_, __, figure) => figure;

function moneyLeagues(
  members: readonly MemberAssessment[],
  frame: PortfolioFrame,
  interval: IntervalOf = asItIs,
): readonly PortfolioLeague[] {
  return (["return", "net benefit"] as const).map((by) => ({
    by,
    league: league(
      members.map(
        (member): LeagueEntry => ({
          ...entry(member),
          figure: interval(member, by, by === "return" ? returnOf(member, frame) : netBenefitOf(member, frame)),
          basis: basisOf(member, by === "net benefit"),
        }),
      ),
      "higher",
      ({ intervention }) => intervention,
      homeOf(frame),
    ),
  }));
}

/** One table for each outcome that any intervention claims, in the order of their ids. */
function outcomeLeagues(
  members: readonly MemberAssessment[],
  frame: PortfolioFrame,
  interval: IntervalOf = asItIs,
): readonly PortfolioLeague[] {
  const outcomes = new Map<string, { readonly title: string; readonly entries: LeagueEntry[] }>();
  for (const member of members) {
    const claims = member.assessment?.outcomes ?? [];
    const keys = outcomeKeys(claims);
    claims.forEach(({ outcome, title, at }, index) => {
      const held = outcomes.get(outcome) ?? { title, entries: [] };
      outcomes.set(outcome, held);
      const key = keys[index] ?? outcome;
      const figure = interval(member, "cost per outcome", costPerOutcome(member, index, key), key);
      const counted: Basis = [["counted", formatUnit(figure.unit)]];
      held.entries.push({ ...entry(member), at, figure, basis: [...basisOf(member, true), ...counted] });
    });
  }
  return [...outcomes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { title, entries }]) => ({
      by: "cost per outcome",
      outcome: { id, title },
      league: league(entries, "lower", ({ intervention }) => intervention, homeOf(frame)),
    }));
}

/** What the portfolio itself rests on: where as many rest on one thing as on another, its own is ranked. */
const homeOf = ({ perspective, priceYear }: PortfolioFrame): Basis => [
  ["perspective", perspective],
  ["price year", priceYear ?? "not known"],
];

const entry = (member: MemberAssessment): Pick<LeagueEntry, "intervention" | "at" | "member"> => ({
  intervention: member.intervention,
  at: member.at,
  member,
});

/** What is so unless somebody says otherwise is not said. */
export const allMade = "all made";

/** What figures must share to be compared. A ratio has no price year; its horizon and rates it has. */
export function basisOf({ assessment, spec }: MemberAssessment, withPrices: boolean): Basis {
  if (assessment === undefined) return [];
  const { appraisal, perspective, priceYear, currency } = assessment;
  const { discounting, flows, costs, leaveOut } = appraisal;
  const horizon = spec?.costs?.horizon;
  const years = horizon?.text ?? (appraisal.horizon === undefined ? "no limit" : `${appraisal.horizon} years`);
  return [
    ["perspective", perspective],
    ["view of cost", costs],
    ["discounting", discountingName(discounting)],
    ["flows", flows],
    ["horizon", years],
    ["corrections", leaveOut.length === 0 ? allMade : `without ${[...leaveOut].sort().join(", ")}`],
    ...(withPrices
      ? ([
          ["currency", currency],
          ["price year", priceYear ?? "not known"],
        ] as const)
      : []),
  ];
}

/** A schedule by its name, a rate of one's own as a percentage. */
export const discountingName = (discounting: Appraisal["discounting"]): string =>
  typeof discounting === "string" ? discounting : `${Number((discounting.rate * 100).toPrecision(12))}%`;

/** Incremental cost with its shares of the shared costs, over the outcomes gained: the figure of the spec where it carries none. */
function costPerOutcome(member: MemberAssessment, claim: number, key: string): Worked {
  const { assessment, shares } = member;
  const label = "Cost per outcome";
  const own = assessment?.figures.get(figureKey("cost_per_outcome", key))?.worked;
  const result = assessment?.outcomes[claim]?.result;
  if (own === undefined || result === undefined)
    return unknown(label, { reason: "amount-unknown", what: "its cost", ref: member.at });
  const cost = assessment?.figures.get(figureKey("incremental_cost"))?.worked;
  if (shares.length === 0 || cost === undefined) return own;
  if (own.none !== undefined && own.none !== "no cost") return own;
  const starts = startsOf(assessment);
  if (starts.value === undefined) return unknown(label, starts.missing, { unit: own.unit });
  const whole = withShares(cost, member, "amount");
  if (whole.value !== undefined && whole.missing.length === 0 && whole.value <= 0)
    return none(label, "no cost", [whole], { unit: own.unit });
  return quotient(label, whole, result.gained, { unit: own.unit });
}

/** Present value of the benefit / (present value of the cost + its shares), both in year 0 of the portfolio. */
function returnOf(member: MemberAssessment, frame: PortfolioFrame): Worked {
  const label = "Benefit-cost ratio";
  const figures = member.assessment?.figures;
  const own = figures?.get(figureKey("bcr"))?.worked;
  if (own === undefined) return lacksBenefit(member, label);
  const [cost, benefit] = [figures?.get(figureKey("pv_cost"))?.worked, figures?.get(figureKey("pv_benefit"))?.worked];
  if (member.shares.length === 0 || cost === undefined || benefit === undefined) return own;
  if (own.none !== undefined && own.none !== "no cost") return own;
  const starts = startsOf(member.assessment);
  if (starts.value === undefined) return unknown(label, starts.missing);
  const whole = withShares(moved(cost, member, frame), member, "presentValue");
  if (whole.value !== undefined && whole.missing.length === 0 && whole.value <= 0)
    return none(label, "no cost", [whole]);
  return quotient(label, moved(benefit, member, frame), whole);
}

/** Net present value less its shares, in year 0 of the portfolio. */
function netBenefitOf(member: MemberAssessment, frame: PortfolioFrame): Worked {
  const label = "Net present value";
  const own = member.assessment?.figures.get(figureKey("npv"))?.worked;
  if (own === undefined) return lacksBenefit(member, label);
  const here = moved(own, member, frame);
  if (member.shares.length === 0 || here.none !== undefined) return here;
  const carried = sum(
    "Shares of shared costs, present value",
    member.shares.map((each) => each.presentValue),
  );
  return difference(label, here, carried);
}

function lacksBenefit({ assessment, at, intervention }: MemberAssessment, label: string): Worked {
  const what = assessment === undefined ? `the spec of ${intervention}` : "a benefit in money";
  return unknown(label, { reason: "value-unknown", what, ref: at });
}

/** A present value of the spec's own year 0, in year 0 of the portfolio. */
export function moved(worked: Worked, { firstYear }: MemberAssessment, { discounter }: PortfolioFrame): Worked {
  if (firstYear <= 0) return worked;
  const factor = discounter.weight([{ year: firstYear, share: 1 }]);
  const start = discounter.weight([{ year: 0, share: 1 }]);
  const shift = quotient(`Discount factor of year ${firstYear}, in which it starts`, factor, start);
  return product(worked.label, [worked, shift], { unit: worked.unit });
}

const withShares = (cost: Worked, { shares, intervention }: MemberAssessment, of: "amount" | "presentValue"): Worked =>
  sum(`${intervention} with its shares of shared costs`, [cost, ...shares.map((each) => each[of])], {
    unit: cost.unit,
  });

/** Shares are sums for the whole service: without its number of starts they cannot stand beside figures for one participant. */
const startsOf = (assessment: Assessment | undefined): Worked =>
  assessment?.figures.get(figureKey("starts_total"))?.worked ??
  unknown("Participants who start", { reason: "volume-unknown", what: "the number of participants who start" }, {});
