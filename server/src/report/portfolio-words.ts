import type { Figure } from "../costing/figure.ts";
import type { Missing, Worked } from "../costing/worked.ts";
import type { MemberAssessment, PortfolioAssessment } from "../model/assess/portfolio-types.ts";
import { listed } from "./words.ts";

/** What a total of a portfolio leaves out: interventions not costed or in other prices, by name; how many lines of the others; then whatever else. */
export function lackOf({ members }: Pick<PortfolioAssessment, "members">, { missing, value }: Figure): string {
  const ids = new Set(members.map(({ intervention }) => intervention));
  const inOtherPrices = new Map(
    members.flatMap(({ own, intervention }) =>
      own.missing.flatMap(({ reason, what }) =>
        reason === "price-year-unknown" || reason === "currency-differs" ? [[what, intervention] as const] : [],
      ),
    ),
  );
  const whole = missing.filter(({ reason, what }) => reason === "line" && ids.has(what)).map(({ what }) => what);
  const lines = missing.filter(({ reason, what }) => reason === "line" && !ids.has(what)).length;
  const priced = missing.flatMap(({ what }) => inOtherPrices.get(what) ?? []);
  const unvalued = missing
    .filter(({ reason }) => reason === "no-benefit-in-money")
    .map(({ what }) => what.slice(what.lastIndexOf(" ") + 1));
  const others = missing.filter(
    ({ reason, what }) => reason !== "line" && reason !== "no-benefit-in-money" && !inOtherPrices.has(what),
  );
  return [
    ...(whole.length === 0 ? [] : [`not costed: ${listed([...new Set(whole)])}`]),
    ...(lines === 0
      ? []
      : [
          `${whole.length === 0 ? "not costed: " : ""}${lines === 1 ? "1 line" : `${lines} lines`}${whole.length === 0 ? "" : " of others"}`,
        ]),
    ...(priced.length === 0 ? [] : [`in other prices or another currency: ${listed([...new Set(priced)])}`]),
    ...(unvalued.length === 0 ? [] : [`no benefit in money: ${listed([...new Set(unvalued)])}`]),
    ...(others.length === 0
      ? []
      : [`${value === undefined ? "" : "without "}${listed([...new Set(others.map(({ what }) => what))])}`]),
  ].join("; ");
}

/**
 * The benefit-cost ratio of an intervention with its shares of the shared costs: the headline, and what is ranked. Without shares it is
 * that of its own lines.
 */
export function headlineReturn(assessment: PortfolioAssessment, member: MemberAssessment): Worked | undefined {
  const league = assessment.leagues().find(({ by }) => by === "return")?.league;
  const entries = [
    ...(league?.ranked ?? []).map(({ entrant }) => entrant),
    ...(league?.apart ?? []).map(({ entrant }) => entrant),
    ...(league?.unranked ?? []),
  ];
  return entries.find((entry) => entry.member === member)?.figure;
}

/** What one intervention's cost needs, down to the amounts that its lines lack. */
export function needsOf(missing: readonly Missing[]): string {
  const leaves = (each: Missing): readonly string[] =>
    each.because === undefined || each.because.length === 0 ? [each.what] : each.because.flatMap(leaves);
  return listed([...new Set(missing.flatMap(leaves))]);
}
