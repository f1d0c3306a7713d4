/** A portfolio: what is funded together, shared costs once, against one budget (schemas/FORMAT.md, "Places and portfolios"). */

import { discounter } from "../../costing/discounting.ts";
import type { Perspective } from "../../costing/parties.ts";
import { unknown } from "../../costing/worked.ts";
import type { Portfolio } from "../../schema/kinds/portfolio.ts";
import { unit } from "../../values/units.ts";
import { type Appraisal, refineAppraisal } from "../settings.ts";
import { scheduleOf } from "./assess.ts";
import { assessArea } from "./places/area.ts";
import { portfolioFigures } from "./places/figures.ts";
import { leaguesOf } from "./places/leagues.ts";
import { readMember, withShares } from "./places/members.ts";
import { nextOf } from "./places/next.ts";
import { reachOf } from "./places/reach.ts";
import { placeReference } from "./places/reference.ts";
import { readShared } from "./places/shared.ts";
import { spendLinesOf } from "./places/spend-lines.ts";
import { stoppingOf } from "./places/stop.ts";
import type {
  MemberAssessment,
  PortfolioAssessment,
  PortfolioContext,
  PortfolioFrame,
  PortfolioProblem,
} from "./portfolio-types.ts";
import { yearsOf } from "./values.ts";

/** Works out a portfolio. Its total adds every intervention's own lines and each shared cost once, whole; never the shares. */
export function assessPortfolio(portfolio: Portfolio, context: PortfolioContext): PortfolioAssessment {
  const problems: PortfolioProblem[] = [];
  const appraisal = refineAppraisal(context.appraisal, portfolio.appraisal);
  const inside: PortfolioContext = { ...context, appraisal };
  const period =
    yearsOf("Period", portfolio.period, "period-unknown") ??
    unknown("Period", { reason: "period-unknown", what: "the period of the portfolio" }, { unit: unit(["year", 1]) });
  const read = (member: NonNullable<Portfolio["interventions"]>["items"][number]): MemberAssessment =>
    readMember(member, portfolio, period, inside, problems);
  const members = (portfolio.interventions?.items ?? []).map(read);
  // Looked up now, as everything that an assessment reads: what it lacks is said of the candidate, not of what is funded.
  const bids = (portfolio.candidates?.items ?? []).map((one) => readMember(one, portfolio, period, inside, []));
  // Of a portfolio that funds nothing yet, those of what it might buy.
  const leading = members.some(({ assessment }) => assessment !== undefined) ? members : bids;
  const priceYear =
    appraisal.priceYear?.label ?? leading.find(({ assessment }) => assessment !== undefined)?.assessment?.priceYear;
  const currency = currencyOf(leading);
  for (const { member, intervention, assessment } of members)
    if (assessment !== undefined && assessment.currency === currency && assessment.priceYear !== priceYear)
      problems.push({
        reason: "price-years-differ",
        at: (member.intervention ?? member).$,
        intervention,
        priceYear: assessment.priceYear,
        others: priceYear,
      });
  const frame: PortfolioFrame = {
    context: inside,
    period,
    priceYear,
    currency,
    money: { unit: unit([currency, 1]) },
    perspective: context.perspective ?? perspectiveOf(leading, appraisal),
    discounter: discounter(scheduleOf(appraisal, inside), appraisal.flows),
    problems,
  };
  const shared = (portfolio.shared?.items ?? []).map((one) => readShared(one, portfolio, frame));
  for (const member of portfolio.interventions?.items ?? [])
    for (const entry of member.shares?.entries ?? [])
      if (!shared.some(({ id }) => id === entry.key))
        problems.push({ reason: "shared-cost-missing", at: entry.$key, id: entry.key });
  const carrying = (member: MemberAssessment): MemberAssessment => withShares(member, shared, frame);
  const complete = members.map(carrying);
  const candidates = bids.map(carrying);
  const served = portfolio.area?.value === undefined ? undefined : context.area(portfolio.area.value);
  // Other areas than the one served are not asked for: whom it is compared with does not matter here.
  const area = served === undefined ? undefined : assessArea(served, { ...placeReference, area: () => undefined });
  const reach = area === undefined ? [] : reachOf(area, complete);
  const figures = portfolioFigures(portfolio, complete, shared, reach, frame);
  const leagues = once(() => leaguesOf(complete, frame));
  const rankBy = portfolio.rank_by?.value ?? "return";
  return {
    appraisal,
    priceYear,
    perspective: frame.perspective,
    rankBy,
    area,
    reach,
    members: complete,
    shared,
    figures,
    problems,
    leagues: (interval) => (interval === undefined ? leagues() : leaguesOf(complete, frame, interval)),
    spendLines: once(() => spendLinesOf(figures, area, frame)),
    stopping: once(() => stoppingOf(complete, rankBy, frame)),
    under: (perspective) =>
      perspective === frame.perspective &&
      members.every((each) => (each.assessment?.perspective ?? perspective) === perspective)
        ? figures
        : assessPortfolio(portfolio, { ...context, perspective, lines: undefined }).figures,
    next: once(() => nextOf(candidates, rankBy, figures, frame)),
  };
}

/** Worked out when first asked for. */
function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}

/** The currency of the interventions where they share one: a portfolio of dollars is one of dollars. Two never add. */
function currencyOf(members: readonly MemberAssessment[]): string {
  const all = new Set(members.flatMap(({ assessment }) => (assessment === undefined ? [] : [assessment.currency])));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : "GBP";
}

/** Whose money is counted: that of the interventions where they agree, else that of the settings, else everyone's. */
function perspectiveOf(members: readonly MemberAssessment[], appraisal: Appraisal): Perspective {
  const all = new Set(members.flatMap(({ assessment }) => (assessment === undefined ? [] : [assessment.perspective])));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : (appraisal.perspective ?? "society");
}
