/** What a portfolio as a whole is worth: present values of its interventions in its own year 0, shared costs once (HM Treasury Green Book). */
import { figureKey } from "../../../costing/figure.ts";
import type { FigureId } from "../../../costing/figures.ts";
import { type Basis, commonestBasis } from "../../../costing/league.ts";
import { deliveryProfile } from "../../../costing/volumes.ts";
import {
  difference,
  type Missing,
  none,
  product,
  quotient,
  sum,
  unknown,
  type Worked,
} from "../../../costing/worked.ts";
import type { MemberAssessment, PortfolioFrame } from "../portfolio-types.ts";
import { basisOf, discountingName, moved } from "./leagues.ts";

/** Facts that figures must share to be added. A horizon may differ: each sum is of its own years, and a ratio of sums needs no more. */
const addedOn: ReadonlySet<string> = new Set(["perspective", "view of cost", "discounting", "flows", "corrections"]);

/** The present values, net present value and ratio of a portfolio; nothing where none of its interventions has a benefit in money. */
export function returnFigures(
  members: readonly MemberAssessment[],
  counted: readonly Worked[],
  frame: PortfolioFrame,
  put: (id: FigureId, worked: Worked) => void,
): void {
  const delivered = members.filter(({ years }) => years !== 0);
  if (!delivered.some(({ assessment }) => assessment?.figures.has(figureKey("pv_benefit")))) return;
  const { money } = frame;
  // What the portfolio itself discounts, a shared cost or a later start, goes with present values at its own rates only.
  const discounts = counted.length > 0 || delivered.some(({ firstYear }) => firstYear > 0);
  const basis = sharedBasis(delivered, frame, discounts);
  const each = delivered.map((member) => presentValues(member, basis, frame));
  const weight = frame.discounter.weight(deliveryProfile(frame.period));
  const shared = counted.map((one) => product(`${one.label}, present value`, [one, weight], money));
  const cost = sum("Present value of the portfolio's cost", [...each.map((one) => one.cost), ...shared], money);
  const benefit = sum(
    "Present value of the portfolio's benefit",
    each.map((one) => one.benefit),
    money,
  );
  put("portfolio_pv_cost", cost);
  put("portfolio_pv_benefit", benefit);
  put("portfolio_npv", difference("Net present value of the portfolio", benefit, cost, money));
  const label = "Benefit-cost ratio of the portfolio";
  const isFree = cost.value !== undefined && cost.missing.length === 0 && cost.value <= 0;
  put("portfolio_bcr", isFree ? none(label, "no cost", [cost]) : quotient(label, benefit, cost));
}

/** What most of those under the portfolio's perspective rest on: its shared costs are counted under no other. */
function sharedBasis(members: readonly MemberAssessment[], frame: PortfolioFrame, discounts: boolean): Basis {
  const { discounting, flows } = frame.context.appraisal;
  const home: Basis = [
    ["perspective", frame.perspective],
    ...(discounts
      ? ([
          ["discounting", discountingName(discounting)],
          ["flows", flows],
        ] as const)
      : []),
  ];
  const isHome = (basis: Basis): boolean => {
    const of = new Map(basis);
    return home.every(([name, value]) => of.get(name) === value);
  };
  const all = members.map(addedBasis).filter(isHome);
  return all.length === 0 ? home : commonestBasis(all, home);
}

const addedBasis = (member: MemberAssessment): Basis => basisOf(member, false).filter(([name]) => addedOn.has(name));

interface PresentValues {
  readonly cost: Worked;
  readonly benefit: Worked;
}

/** In year 0 of the portfolio. What has no cost that can be added brings no benefit either: the ratio would be too high. */
function presentValues(member: MemberAssessment, basis: Basis, frame: PortfolioFrame): PresentValues {
  const { intervention, at } = member;
  const extra = { ...frame.money, ref: at };
  const lacks = whyLeftOut(member, basis);
  if (lacks !== undefined) {
    const neither = unknown(intervention, lacks, extra);
    return { cost: neither, benefit: neither };
  }
  const of = (id: "pv_cost" | "pv_benefit"): Worked | undefined => {
    const found = member.assessment?.figures.get(figureKey(id))?.worked;
    return found === undefined ? undefined : { ...moved(found, member, frame), label: intervention };
  };
  const cost = of("pv_cost");
  if (cost?.value === undefined) {
    const because = cost?.missing ?? [];
    const neither = unknown(intervention, { reason: "line", what: intervention, ref: at, because }, extra);
    return { cost: neither, benefit: neither };
  }
  const notValued: Missing = {
    reason: "no-benefit-in-money",
    what: `a benefit in money of ${intervention}`,
    ref: at,
  };
  return { cost, benefit: of("pv_benefit") ?? unknown(intervention, notValued, extra) };
}

/** Why an intervention's present values cannot be added to the others: in other prices, not there at all, on another basis. */
function whyLeftOut(member: MemberAssessment, basis: Basis): readonly Missing[] | undefined {
  const { own, intervention, at, assessment } = member;
  if (assessment === undefined || own.missing.some(({ reason }) => apart.has(reason))) return own.missing;
  const ours = new Map(basis);
  const [differs] = addedBasis(member).filter(([name, value]) => ours.has(name) && ours.get(name) !== value);
  if (differs === undefined) return undefined;
  const [name, value] = differs;
  return [{ reason: "basis-differs", what: `${intervention}, of another ${name} (${value})`, ref: at }];
}

const apart: ReadonlySet<string> = new Set(["currency-differs", "price-year-unknown"]);
