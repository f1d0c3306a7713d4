/** One intervention of a portfolio: assessed at the portfolio's starts and years, with where it starts and the shared costs that it carries. */
import { deliveryProfile, totalOf } from "../../../costing/volumes.ts";
import { given, type Missing, product, quotient, sum, unknown, type Worked } from "../../../costing/worked.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { Portfolio } from "../../../schema/kinds/portfolio.ts";
import type { Field } from "../../../schema/shape.ts";
import { baseName, unit } from "../../../values/units.ts";
import { assess } from "../assess.ts";
import type {
  ClusterStarts,
  Lookups,
  MemberAssessment,
  MemberNode,
  PortfolioContext,
  PortfolioFrame,
  PortfolioProblem,
  SharedAssessment,
} from "../portfolio-types.ts";
import type { Assessment } from "../types.ts";
import { lackOf, shareOfField } from "../values.ts";
import { readVolumes, writtenVolume } from "../volumes.ts";

const pounds = { unit: unit(["GBP", 1]) };

/** Assesses a member, before it carries shares of shared costs. */
export function readMember(
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
  const area = portfolio.area?.value === undefined ? undefined : context.area(portfolio.area.value);
  const overrides = {
    area,
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
  const work = (of: Intervention, lookups: Lookups): Assessment => assess(of, { ...context, ...lookups }, overrides);
  // All that it depends on besides the spec and what is looked up: the portfolio's own nodes, which outlive edits elsewhere in it.
  const marks = [
    member.starts?.$,
    portfolio.period?.$,
    years,
    area,
    context.perspective,
    settingsOf(portfolio, context),
  ];
  const assessment =
    spec === undefined
      ? undefined
      : context.member === undefined
        ? work(spec, context)
        : context.member(spec, marks, (lookups) => work(spec, lookups));
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
      ? given(id, 0, own === undefined ? pounds : { unit: own.unit })
      : own?.value === undefined
        ? unknown(id, lacking, { unit: own?.unit ?? pounds.unit, ref: at })
        : { ...own, label: id };
  return {
    member,
    at,
    intervention: id,
    spec,
    strand: spec?.strand?.value,
    needLevel: spec?.need_level?.value,
    firstYear,
    years,
    assessment,
    clusters: clustersOf(member, spec, assessment, years, id, problems),
    shares: [],
    own: cost,
    cost,
  };
}

/** The settings that a portfolio changes, as text; undefined: those in force for its file. */
const settingsOf = ({ appraisal }: Portfolio, context: PortfolioContext): string | undefined =>
  appraisal === undefined ? undefined : JSON.stringify(context.appraisal);

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
    // What has a capacity follows in whole steps.
    ({ multiplier, steps }) => steps === undefined && (multiplier?.by === "once" || multiplier?.by === "years"),
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

/** Where those who start do so, over the years in the portfolio. A number of a cluster follows the same rule as `starts`. */
function clustersOf(
  member: MemberNode,
  spec: Intervention | undefined,
  assessment: Assessment | undefined,
  years: number | undefined,
  id: string,
  problems: PortfolioProblem[],
): readonly ClusterStarts[] {
  const entries = member.clusters?.entries ?? [];
  if (entries.length === 0) return [];
  const participant = spec?.population?.unit?.value === undefined ? "" : baseName(spec.population.unit.value);
  const whole =
    assessment?.figures.get("starts_total")?.worked ??
    unknown("Participants who start", { reason: "volume-unknown", what: "the number of participants who start" });
  const period =
    years === undefined
      ? unknown("Period", { reason: "period-unknown", what: "the period of the portfolio" })
      : given("Years of delivery in the portfolio", years, { unit: unit(["year", 1]) });
  const clusters = entries.map(({ key, $key, value: field }): ClusterStarts => {
    const label = `Start in ${key}`;
    const lack = lackOf(field, `how many start in ${key}`, "volume-unknown");
    if (field.value?.kind === "share") {
      const share = shareOfField(`Share who start in ${key}`, field.value, field);
      return { cluster: key, at: $key, share, starts: product(label, [whole, share], { unit: whole.unit }) };
    }
    const volume =
      field.value === undefined
        ? undefined
        : writtenVolume(label, field.value, field as Field<unknown>, participant, []);
    const starts =
      volume === undefined ? unknown(label, lack, { unit: whole.unit }) : totalOf(label, volume, period, new Map());
    return { cluster: key, at: $key, starts, share: quotient(`Share who start in ${key}`, starts, whole) };
  });
  const total = sum(
    "Start in the clusters",
    clusters.map(({ starts }) => starts),
  );
  const whole_ = whole.value;
  if (total.missing.length === 0 && total.value !== undefined && whole_ !== undefined && differs(total.value, whole_))
    problems.push({
      reason: "cluster-starts-differ",
      at: member.clusters === undefined ? member.$ : member.clusters.$,
      intervention: id,
      clusters: total.value,
      whole: whole_,
    });
  return clusters;
}

const differs = (a: number, b: number): boolean => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** A member with its shares of the shared costs; one in other prices or another currency is left out of the totals and says so. */
export function withShares(
  member: MemberAssessment,
  shared: readonly SharedAssessment[],
  { priceYear, currency, money, discounter, period }: PortfolioFrame,
): MemberAssessment {
  const weight = discounter.weight(deliveryProfile(period));
  const shares = (member.member.shares?.entries ?? []).flatMap((entry) => {
    const whole = shared.find(({ id }) => id === entry.key);
    const share = entry.value.value?.value;
    if (whole === undefined || share === undefined || whole.counted === undefined) return [];
    const amount = product(
      `${whole.item}, share`,
      [whole.counted, given("Share carried", share, { ref: entry.value.$ })],
      { unit: whole.total.unit },
    );
    const presentValue = product(`${whole.item}, share, present value`, [amount, weight], { unit: whole.total.unit });
    return [{ id: entry.key, share, amount, presentValue }];
  });
  const own = whyApart(member, priceYear, currency) ?? member.own;
  return {
    ...member,
    shares,
    own,
    cost: shares.length === 0 ? own : sum(member.intervention, [own, ...shares.map(({ amount }) => amount)], money),
  };
}

/** Why a cost cannot be added to the others, as a cost that is not known; undefined where it can. */
function whyApart(
  { assessment, intervention, at }: MemberAssessment,
  priceYear: string | undefined,
  currency: string,
): Worked | undefined {
  if (assessment === undefined) return undefined;
  const money = { unit: unit([currency, 1]), ref: at };
  if (assessment.currency !== currency)
    return unknown(
      intervention,
      { reason: "currency-differs", what: `${intervention} in ${currency === "GBP" ? "pounds" : currency}`, ref: at },
      money,
    );
  return assessment.priceYear === priceYear
    ? undefined
    : unknown(
        intervention,
        { reason: "price-year-unknown", what: `${intervention} in prices of ${priceYear ?? "one year"}`, ref: at },
        money,
      );
}
