/** A portfolio: what is funded together, shared costs once, against one budget (schemas/FORMAT.md, "What a line costs"). */

import { type Figure, figure, figureKey } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import { multiplyOut } from "../../costing/lines.ts";
import { groupsOf } from "../../costing/parties.ts";
import { pricesOf } from "../../costing/price-years.ts";
import { deliveryProfile, type Volumes } from "../../costing/volumes.ts";
import { difference, given, type Missing, product, sum, unknown, type Worked } from "../../costing/worked.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Portfolio } from "../../schema/kinds/portfolio.ts";
import { unit } from "../../values/units.ts";
import { refineAppraisal } from "../settings.ts";
import { assess } from "./assess.ts";
import { partiesOf } from "./parties.ts";
import { byPayer, byStrand } from "./portfolio-totals.ts";
import type {
  MemberAssessment,
  MemberNode,
  PortfolioAssessment,
  PortfolioContext,
  PortfolioProblem,
  SharedAssessment,
  SharedNode,
} from "./portfolio-types.ts";
import { nearestBase } from "./prices.ts";
import type { Assessment } from "./types.ts";
import { lackOf, quantityOf, yearsOf } from "./values.ts";
import { readVolumes } from "./volumes.ts";

const money = { unit: unit(["GBP", 1]) };

/** Works out a portfolio. Its total adds every intervention's own lines and each shared cost once, whole; never the shares. */
export function assessPortfolio(portfolio: Portfolio, context: PortfolioContext): PortfolioAssessment {
  const problems: PortfolioProblem[] = [];
  const appraisal = refineAppraisal(context.appraisal, portfolio.appraisal);
  const inside: PortfolioContext = { ...context, appraisal };
  const period =
    yearsOf("Period", portfolio.period, "period-unknown") ??
    unknown("Period", { reason: "period-unknown", what: "the period of the portfolio" }, { unit: unit(["year", 1]) });
  const members = (portfolio.interventions?.items ?? []).map((member) =>
    readMember(member, portfolio, period, inside, problems),
  );
  const priceYear =
    appraisal.priceYear?.label ?? members.find(({ assessment }) => assessment !== undefined)?.assessment?.priceYear;
  for (const { member, intervention, assessment } of members)
    if (assessment !== undefined && assessment.priceYear !== priceYear)
      problems.push({
        reason: "price-years-differ",
        at: (member.intervention ?? member).$,
        intervention,
        priceYear: assessment.priceYear,
        others: priceYear,
      });
  const shared = (portfolio.shared?.items ?? []).map((one) =>
    readShared(one, portfolio, period, inside, priceYear, problems),
  );
  for (const member of portfolio.interventions?.items ?? [])
    for (const entry of member.shares?.entries ?? [])
      if (!shared.some(({ id }) => id === entry.key))
        problems.push({ reason: "shared-cost-missing", at: entry.$key, id: entry.key });
  const complete = members.map((one) => withShares(one, shared, priceYear));
  return {
    priceYear,
    members: complete,
    shared,
    figures: figuresOf(portfolio, complete, shared, period, priceYear),
    problems,
  };
}

function readMember(
  member: MemberNode,
  portfolio: Portfolio,
  period: Worked,
  context: PortfolioContext,
  problems: PortfolioProblem[],
): MemberAssessment {
  const id = member.intervention?.value ?? "";
  const at = (member.intervention ?? member).$;
  const spec = id === "" ? undefined : context.intervention(id);
  if (spec === undefined && id !== "") problems.push({ reason: "intervention-missing", at, intervention: id });
  const start = member.from?.value ?? spec?.costs?.from?.value ?? portfolio.from?.value;
  const firstYear =
    start === undefined || portfolio.from?.value === undefined ? 0 : start.start - portfolio.from.value.start;
  const left = period.value === undefined ? undefined : period.value - firstYear;
  if (left !== undefined && (left <= 0 || firstYear < 0))
    problems.push({ reason: "outside-period", at: (member.from ?? member).$, intervention: id });
  const years = left === undefined ? undefined : Math.max(0, left);
  const overrides = {
    ...(member.starts === undefined ? {} : { starts: member.starts }),
    ...(years === undefined || years === 0
      ? {}
      : {
          period: given("Years of delivery in the portfolio", years, {
            unit: unit(["year", 1]),
            ref: portfolio.period?.$,
          }),
        }),
  };
  const assessment = spec === undefined ? undefined : assess(spec, context, overrides);
  if (spec !== undefined && assessment !== undefined && member.starts !== undefined)
    startsDiffer(spec, assessment, member, id, problems);
  const own = assessment?.figures.get("cost_total")?.worked;
  const lacking: Missing = {
    reason: "line",
    what: id,
    ref: at,
    because: own?.missing ?? [{ reason: "amount-unknown", what: `the cost of ${id}`, ref: at }],
  };
  const cost =
    years === 0
      ? given(id, 0, money)
      : own?.value === undefined
        ? unknown(id, lacking, { ...money, ref: at })
        : { ...own, label: id };
  const strand = spec?.strand?.value;
  return { member, at, intervention: id, strand, firstYear, years, assessment, shares: [], own: cost, cost };
}

function startsDiffer(
  spec: Intervention,
  here: Assessment,
  member: MemberNode,
  id: string,
  problems: PortfolioProblem[],
): void {
  const period = here.figures.get("starts_total")?.worked;
  const own = readVolumes(spec, undefined, []).whole.bases.starters;
  if (own.value === undefined || period?.value === undefined || own.value === 0) return;
  const fixedLines = here.lines.filter(
    ({ multiplier }) => multiplier?.by === "once" || multiplier?.by === "years",
  ).length;
  if (Math.abs(period.value / own.value - 1) > 0.1 && fixedLines > 0)
    problems.push({
      reason: "starts-differ",
      at: (member.starts ?? member).$,
      intervention: id,
      own: own.value,
      here: period.value,
      fixedLines,
    });
}

function readShared(
  shared: SharedNode,
  portfolio: Portfolio,
  period: Worked,
  context: PortfolioContext,
  priceYear: string | undefined,
  problems: PortfolioProblem[],
): SharedAssessment {
  const item = shared.item?.value ?? shared.id?.value ?? "Shared cost";
  const id = shared.id?.value ?? "";
  const field = shared.amount;
  const amount =
    field?.value === undefined
      ? unknown(
          item,
          field === undefined
            ? { reason: "amount-unknown", what: `the amount of ${item}`, ref: shared.$ }
            : lackOf(field, `the amount of ${item}`),
          money,
        )
      : quantityOf(item, field.value, field);
  const index = context.data.deflator(context.appraisal.deflator);
  const target =
    priceYear === undefined
      ? undefined
      : { label: priceYear, basis: priceYear.includes("-") ? ("financial" as const) : ("calendar" as const) };
  const moved =
    target === undefined || index === undefined
      ? amount
      : pricesOf(target, index, "GBP").convert(amount, nearestBase(shared.price_year));
  const reading =
    moved.value === undefined
      ? undefined
      : multiplyOut(item, moved, sharedVolumes(period), { base: "starters", worked: period });
  const total =
    reading?.ok === true
      ? { ...reading.total, label: item, ref: shared.$ }
      : unknown(
          item,
          { reason: "line", what: item, ref: shared.$, because: moved.missing },
          { ...money, ref: shared.$ },
        );
  let allocated = 0;
  for (const member of portfolio.interventions?.items ?? [])
    for (const entry of member.shares?.entries ?? []) if (entry.key === id) allocated += entry.value.value?.value ?? 0;
  if (allocated > 1 + 1e-9)
    problems.push({ reason: "shares-over", at: (shared.id ?? shared).$, item, total: allocated });
  const rest = Math.max(0, 1 - allocated);
  return {
    shared,
    at: (shared.amount ?? shared).$,
    id,
    item,
    payers: groupsOf(partiesOf(shared.who_pays)),
    total,
    allocated,
    unallocated: product(
      `${item}, not allocated`,
      [total, given("Share that no intervention carries", rest < 1e-9 ? 0 : Number(rest.toFixed(12)))],
      { unit: total.unit, ref: shared.$ },
    ),
  };
}

/** A shared cost is money once or a year: it knows no participants. */
function sharedVolumes(period: Worked): Volumes {
  const nobody = unknown("Participants", { reason: "volume-unknown", what: "participants of a shared cost" });
  return {
    unit: "",
    bases: { starters: nobody, completers: nobody, offered: nobody, eligible: nobody },
    period,
    delivery: deliveryProfile(period),
    has: new Map(),
    timeInService: unknown("Time in service", { reason: "time-unknown", what: "time in service" }),
    things: new Map(),
    perParticipant: false,
  };
}

function withShares(
  member: MemberAssessment,
  shared: readonly SharedAssessment[],
  priceYear: string | undefined,
): MemberAssessment {
  const shares = (member.member.shares?.entries ?? []).flatMap((entry) => {
    const whole = shared.find(({ id }) => id === entry.key);
    const share = entry.value.value?.value;
    if (whole === undefined || share === undefined) return [];
    return [
      {
        id: entry.key,
        share,
        amount: product(`${whole.item}, share`, [whole.total, given("Share carried", share, { ref: entry.value.$ })], {
          unit: whole.total.unit,
        }),
      },
    ];
  });
  const other = member.assessment !== undefined && member.assessment.priceYear !== priceYear;
  const own = other
    ? unknown(
        member.intervention,
        {
          reason: "price-year-unknown",
          what: `${member.intervention} in prices of ${priceYear ?? "one year"}`,
          ref: member.at,
        },
        money,
      )
    : member.cost;
  return {
    ...member,
    shares,
    own,
    cost: shares.length === 0 ? own : sum(member.intervention, [own, ...shares.map(({ amount }) => amount)], money),
  };
}

function figuresOf(
  portfolio: Portfolio,
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  period: Worked,
  priceYear: string | undefined,
): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const put = (id: FigureId, worked: Worked, of?: string): void => {
    figures.set(figureKey(id, of), figure(id, worked, priceYear, of));
  };
  // An intervention's cost holds its shares; the portfolio takes its own lines alone and each shared cost whole.
  const ownLines = members.map(({ own }) => own);
  const total = sum("Cost of the portfolio", [...ownLines, ...shared.map((one) => one.total)], money);
  put("portfolio_cost", total);
  if (shared.length > 0) {
    put(
      "portfolio_shared",
      sum(
        "Shared costs",
        shared.map((one) => one.total),
        money,
      ),
    );
    put(
      "portfolio_unallocated",
      sum(
        "Shared costs not allocated",
        shared.map((one) => one.unallocated),
        money,
      ),
    );
  }
  for (const [payer, cost] of byPayer(members, shared, money)) put("portfolio_cost_by_payer", cost, payer);
  for (const [strand, cost] of byStrand(members, shared, money)) put("portfolio_cost_by_strand", cost, strand);
  const years = period.value === undefined ? 0 : Math.min(100, Math.ceil(period.value));
  const delivery = deliveryProfile(period);
  const budget =
    portfolio.budget?.value === undefined ? undefined : quantityOf("Budget", portfolio.budget.value, portfolio.budget);
  if (portfolio.budget !== undefined)
    put(
      "portfolio_budget",
      budget ?? unknown("Budget", lackOf(portfolio.budget, "the budget of the portfolio"), { unit: money.unit }),
    );
  const yearly = budget?.unit.powers.some(([base, power]) => base === "year" && power === -1) === true;
  for (let year = 0; year < years; year++) {
    const share = delivery[year]?.share ?? 0;
    const parts = members.flatMap((member) => memberYear(member, year));
    const shares = shared.map((one) =>
      product(one.item, [one.total, given(`Share in year ${year}`, share)], { unit: one.total.unit }),
    );
    const cost = sum(`Cost in year ${year}`, [...parts, ...shares], money);
    put("portfolio_cost_by_year", cost, String(year));
    if (budget !== undefined && yearly)
      put(
        "portfolio_budget_left",
        difference(`Budget left in year ${year}`, { ...budget, unit: money.unit }, cost),
        String(year),
      );
  }
  if (budget !== undefined && !yearly) put("portfolio_budget_left", difference("Budget left", budget, total));
  return figures;
}

/** An intervention's cash in a year of the portfolio; what is missing from it stays missing. */
function memberYear(member: MemberAssessment, year: number): readonly Worked[] {
  const { own, firstYear, years } = member;
  const runs = years === undefined || (year >= firstYear && year < firstYear + years);
  if (!runs) return [];
  if (own.value === undefined) return [own];
  const found = member.assessment?.figures.get(figureKey("cost_by_year", String(year - member.firstYear)))?.worked;
  if (found !== undefined) return [{ ...found, label: member.intervention }];
  const what = `when ${member.intervention} is paid`;
  return [unknown(member.intervention, { reason: "no-path-in-time", what, ref: member.at }, money)];
}
