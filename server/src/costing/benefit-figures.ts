import { NO_UNIT, unit } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import type { BenefitKind, BenefitResult, LeftOut } from "./benefits.ts";
import { type Flow, flowsOf } from "./cash.ts";
import { incrementalCost, presentCost } from "./cost-figures.ts";
import type { Discounter, Profile } from "./discounting.ts";
import { countedGroups, countedPart, groupPart, type Perspective } from "./parties.ts";
import { type CumulativeYear, cumulative, type Dated, type DatedAmount, paybackOf, paybackYears } from "./payback.ts";
import { paybackSteps } from "./payback-steps.ts";
import {
  benefitSum,
  costSum,
  countedLines,
  incremental,
  present as presentCostOf,
  presentUncorrected as presentUncorrectedCostOf,
  type Run,
  type Selection,
  selectBenefits,
  whyNoBenefit,
} from "./run.ts";
import {
  apply,
  difference,
  lacking,
  type Missing,
  type NoneReason,
  none,
  product,
  quotient,
  sum,
  unknown,
  type Worked,
} from "./worked.ts";

type Of = (benefit: BenefitResult) => Worked;
const undiscounted: Of = (benefit) => benefit.total;
export const present: Of = (benefit) => benefit.presentValue;
export const presentUncorrected: Of = (benefit) => benefit.presentValueUncorrected;

/** Why benefits are left out of the total. */
export function benefitsLeftOut({ whole, settings }: Sheet): ReadonlyMap<BenefitResult, LeftOut> {
  return whole.benefits.length === 0
    ? new Map()
    : selectBenefits(whole, whole.benefits, undiscounted, settings).leftOut;
}

/** Every figure of benefit and return. None where the case has no benefits. */
export function benefitFigures(sheet: Sheet): void {
  const { whole, settings, put, input } = sheet;
  if (whole.benefits.length === 0) return;
  const selection = selectBenefits(whole, whole.benefits, undiscounted, settings);
  const gross = put("gross_benefit", benefitSum("Benefit", whole, selection));
  put(
    "gross_benefit_per_starter",
    sheet.perStarter("Benefit per starter", (run) => grossOf(sheet, run)),
  );
  grouped(sheet, selection);
  put("fiscal_benefit", fiscal(sheet, whole, undiscounted));
  if (isCashSaid(sheet))
    put("cashable_benefit", kindSum("Cashable fiscal benefit", sheet, whole, "fiscal", cashableOf(undiscounted)));
  budgetImpact(sheet, true);
  put("pv_benefit", presentBenefit(sheet, whole, present));
  const corrected = isCorrected(sheet);
  if (corrected) put("pv_benefit_uncorrected", presentBenefit(sheet, whole, presentUncorrected));
  if (corrected) budgetImpact(sheet, false);
  if (input.costs.length === 0) return;
  put("net_benefit", sheet.ofAll(difference("Net benefit", gross, incrementalCost(sheet, whole))));
  put(
    "net_benefit_per_starter",
    sheet.perStarter("Net benefit per starter", (run) =>
      difference("Net benefit", grossOf(sheet, run), incrementalCost(sheet, run)),
    ),
  );
  returns(sheet, true);
  if (corrected) returns(sheet, false);
  put("payback", payback(sheet));
  if (corrected) put("payback_uncorrected", payback(sheet, false));
}

/** Whether optimism is corrected for anywhere: an uncorrected figure then stands beside each corrected one. */
export const isCorrected = ({ input, whole }: Sheet): boolean =>
  input.costs.some((line) => line.correction !== undefined) ||
  whole.benefits.some((benefit) => benefit.presentValue !== benefit.presentValueUncorrected);

const grossOf = (sheet: Sheet, run: Run): Worked =>
  benefitSum("Benefit", run, selectBenefits(run, run.benefits, undiscounted, sheet.settings));

/** Present value of what is added of the benefits of a run. */
export function presentBenefit(sheet: Sheet, run: Run, of: Of): Worked {
  return benefitSum("Present value of the benefit", run, selectBenefits(run, run.benefits, of, sheet.settings));
}

/** Whether anybody says of a fiscal benefit that is added how much of it is cash: else there is nothing to say of cash. */
const isCashSaid = (sheet: Sheet): boolean =>
  ofKind(sheet, sheet.whole, "fiscal", undiscounted).selection.added.some(
    ({ benefit }) => benefit.cashable !== undefined,
  );

/** The part of a benefit that can be withdrawn as cash; not known where nobody says what part that is. */
const cashableOf =
  (of: Of): Of =>
  (benefit) => {
    const all = of(benefit);
    const share =
      benefit.cashable ??
      unknown("Cashable share", {
        reason: "cashable-unknown",
        what: `the cashable share of ${benefit.name}`,
        ref: benefit.ref,
      });
    return all.none === undefined
      ? product(benefit.name, [all, share], { unit: all.unit, ref: benefit.ref, aspect: "cashable part" })
      : all;
  };

/** Whose benefits of a kind are counted: fiscal ones are the public sector's, whatever the perspective of the case. */
const gainersOf = (kind: BenefitKind): Perspective => (kind === "fiscal" ? "public-sector" : "society");

/** Benefits of one kind that are added, and what is missing: of a benefit that says no kind nobody knows whether it is one of them. */
function ofKind(
  sheet: Sheet,
  run: Run,
  kind: BenefitKind,
  of: Of,
): { readonly selection: Selection; readonly open: readonly Missing[] } {
  const some = run.benefits.filter((benefit) => benefit.kind === kind || benefit.kind === undefined);
  const selection = selectBenefits(run, some, of, sheet.settings, gainersOf(kind));
  const added = selection.added.filter(({ benefit }) => benefit.kind === kind);
  const open = selection.added.flatMap(({ benefit }): readonly Missing[] =>
    benefit.kind === undefined && benefit.total.none === undefined ? [kindMissing(benefit)] : [],
  );
  return { selection: { added, leftOut: selection.leftOut }, open };
}

const kindMissing = ({ name, ref }: BenefitResult): Missing => ({
  reason: "kind-unknown",
  what: `whether ${name} is fiscal, economic or social`,
  ref,
});

/** Sum of the benefits of one kind, each once; those that say no kind are missing from it. */
export function kindSum(label: string, sheet: Sheet, run: Run, kind: BenefitKind, of: Of = undiscounted): Worked {
  const { selection, open } = ofKind(sheet, run, kind, of);
  if (selection.added.length === 0 && open.length > 0) return unknown(label, open, { unit: run.money });
  return lacking(benefitSum(label, run, selection, kind), open);
}

const fiscal = (sheet: Sheet, run: Run, of: Of): Worked => kindSum("Fiscal benefit", sheet, run, "fiscal", of);

function grouped(sheet: Sheet, selection: Selection): void {
  const { perspective, parties } = sheet.settings;
  const kinds = new Map<string, Worked[]>();
  const gainers = new Map<string, Worked[]>();
  for (const { benefit, part } of selection.added) {
    push(kinds, benefit.kind ?? "not said", part);
    for (const group of countedGroups(benefit.gains, perspective, parties))
      push(gainers, group.group, groupPart(benefit.total, part, group, "gained"));
  }
  for (const [kind, parts] of kinds) sheet.put("benefit_by_kind", sum(`Benefit, ${kind}`, parts), kind as BenefitKind);
  for (const [party, parts] of gainers) sheet.put("benefit_by_gainer", sum(`Benefit to ${party}`, parts), party);
}

function push(map: Map<string, Worked[]>, key: string, value: Worked): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}

/** A ratio of benefit to cost: none where the cost is zero or below, never infinite. */
export function ratioOf(label: string, benefit: Worked, cost: Worked): Worked {
  const ratio = quotient(label, benefit, cost, { unit: NO_UNIT });
  if (cost.value === undefined || cost.value > 0) return ratio;
  return cost.missing.length === 0 ? none(label, "no cost", [benefit, cost]) : notKnown(ratio);
}

/** What is left of a cost when a part of it is not known may be nothing or less: that says nothing of the whole. */
export const notKnown = (worked: Worked): Worked => ({ ...worked, value: undefined, low: undefined, high: undefined });

/** Discounted benefits less discounted incremental cost, of the whole service or of one participant, corrected for optimism or not. */
export function netPresentValue(sheet: Sheet, run: Run, corrected: boolean): Worked {
  const benefit = presentBenefit(sheet, run, corrected ? present : presentUncorrected);
  return difference("Net present value", benefit, presentCost(sheet, run, corrected));
}

function returns(sheet: Sheet, corrected: boolean): void {
  const { put, settings } = sheet;
  const of = corrected ? present : presentUncorrected;
  const cost = (run: Run): Worked => presentCost(sheet, run, corrected);
  const benefit = (run: Run): Worked => presentBenefit(sheet, run, of);
  put(corrected ? "npv" : "npv_uncorrected", sheet.ofAll(netPresentValue(sheet, sheet.whole, corrected)));
  put(
    corrected ? "bcr" : "bcr_uncorrected",
    sheet.better((run) => ratioOf("Benefit-cost ratio", benefit(run), cost(run))),
  );
  const costUnder = (run: Run, perspective: Perspective): Worked =>
    costInPresentValue(sheet, run, perspective, corrected);
  put(
    corrected ? "public_value_return" : "public_value_return_uncorrected",
    sheet.better((run) =>
      ratioOf(
        "Public value return",
        benefitSum("Present value of all benefits", run, selectBenefits(run, run.benefits, of, settings, "society")),
        costUnder(run, "society"),
      ),
    ),
  );
  put(
    corrected ? "fiscal_return" : "fiscal_return_uncorrected",
    sheet.better((run) => ratioOf("Fiscal return", fiscal(sheet, run, of), costUnder(run, "public-sector"))),
  );
}

/** Incremental present value of the cost to those of a perspective. */
function costInPresentValue(
  sheet: Sheet,
  run: Run,
  perspective: Perspective,
  corrected: boolean,
  view = sheet.settings.view,
): Worked {
  const of = corrected ? presentCostOf : presentUncorrectedCostOf;
  const lines = costSum("Present value of the cost lines", run, of, sheet.settings, { perspective, view });
  return incremental("Present value of the cost", run, sheet.input, lines, of, perspective);
}

/** What can be taken out of public budgets as cash, against what has to be paid out of them. */
function budgetImpact(sheet: Sheet, corrected: boolean): void {
  const { whole } = sheet;
  if (!isCashSaid(sheet)) return;
  const of = cashableOf(corrected ? present : presentUncorrected);
  const cash = kindSum("Present value of the cashable fiscal benefit", sheet, whole, "fiscal", of);
  if (corrected) sheet.put("pv_cashable_benefit", cash);
  if (sheet.input.costs.length === 0) return;
  const cost = costInPresentValue(sheet, whole, "public-sector", corrected, "budget");
  sheet.put(
    corrected ? "net_present_budget_impact" : "net_present_budget_impact_uncorrected",
    sheet.ofAll(difference("Net present budget impact", cash, cost)),
  );
}

/** Discounted public cost and fiscal benefit up to the end of each year, why there is none, or what is not known. */
export type PaybackPath =
  | { readonly kind: "years"; readonly years: readonly CumulativeYear[] }
  | { readonly kind: "none"; readonly reason: NoneReason }
  | { readonly kind: "not known"; readonly missing: readonly Missing[] };

/** How public costs and fiscal benefits add up over the years. A lump has no path in time: then nobody knows. */
export function paybackPath(sheet: Sheet): PaybackPath {
  const flows = paybackFlows(sheet, true);
  if (flows.kind !== "flows") return flows;
  return { kind: "years", years: cumulative(amountsOf(flows.costs), amountsOf(flows.gains), sheet.whole.discounter) };
}

type Discounted = Flow & Dated;

const amountsOf = (flows: readonly Discounted[]): readonly DatedAmount[] =>
  flows.map(({ worked, profile, discounter }) => ({ amount: worked.value ?? 0, profile, discounter }));

/** What payback is worked out from: every public cost and fiscal benefit with the years it falls in. */
function paybackFlows(
  sheet: Sheet,
  corrected: boolean,
):
  | Exclude<PaybackPath, { kind: "years" }>
  | { readonly kind: "flows"; readonly costs: readonly Flow[]; readonly gains: readonly Discounted[] } {
  const run = sheet.whole;
  const { selection, open } = ofKind(sheet, run, "fiscal", present);
  const { added } = selection;
  if (open.length > 0) return { kind: "not known", missing: open };
  if (added.length === 0) return { kind: "none", reason: whyNoBenefit(selection, "fiscal") };
  const lump = added.find(({ benefit }) => benefit.lump);
  if (lump !== undefined) {
    const what = `the years in which "${lump.benefit.name}" is gained: it is given as one sum`;
    return { kind: "not known", missing: [{ reason: "no-path-in-time", what, ref: lump.benefit.ref }] };
  }
  const lines = countedLines(run, presentCostOf, sheet.settings, { perspective: "public-sector" });
  const missing = [...added, ...lines].flatMap(({ part }) => part.missing);
  if (sheet.input.comparator.kind === "unknown") missing.push(sheet.input.comparator.missing);
  const costs = lines.flatMap(({ line }) =>
    flowsOf(corrected ? line.corrected : line.total, line).flatMap(({ worked, profile }) =>
      flowOf(countedPart(worked, run.shareOf(line, "public-sector")), { profile }),
    ),
  );
  const { comparator } = run;
  const avoided =
    comparator === undefined ? undefined : countedPart(comparator.total, run.shareOf(comparator, "public-sector"));
  missing.push(...(avoided?.missing ?? []));
  if (comparator !== undefined && avoided?.value !== undefined)
    costs.push(
      ...flowOf(
        apply(avoided.label, [avoided], ([value = 0]) => -value, { unit: avoided.unit }),
        comparator,
      ),
    );
  const gains = added.flatMap(({ benefit }) =>
    (benefit.years ?? [benefit]).flatMap((year) => {
      const part = countedPart(year.total, run.shareOf(benefit, "public-sector"));
      const { presentValue, presentValueUncorrected: plain, profile } = year;
      const falls = { profile, discounter: benefit.discounter };
      if (!corrected || part === undefined || presentValue === plain || plain.value === undefined || plain.value === 0)
        return flowOf(part, falls);
      const correction = quotient("Left after the correction for optimism", presentValue, plain);
      return flowOf(product(part.label, [part, correction], { unit: part.unit }), falls);
    }),
  );
  if (missing.length > 0) return { kind: "not known", missing };
  return { kind: "flows", costs, gains };
}

const flowOf = (
  worked: Worked | undefined,
  { profile, discounter }: { readonly profile: Profile | undefined; readonly discounter?: Discounter | undefined },
): Discounted[] => (profile === undefined || worked?.value === undefined ? [] : [{ worked, profile, discounter }]);

const PAYBACK =
  "end of the first year in which cumulative discounted fiscal benefits reach cumulative discounted costs";

/** Years until fiscal benefits have paid for the cost. */
function payback(sheet: Sheet, corrected = true): Worked {
  const label = "Payback";
  const extra = { unit: unit(["year", 1]) };
  const flows = paybackFlows(sheet, corrected);
  if (flows.kind === "none") return none(label, flows.reason, [], extra);
  if (flows.kind === "not known") return unknown(label, flows.missing, extra);
  const { costs, gains } = flows;
  const { discounter } = sheet.whole;
  const years = cumulative(amountsOf(costs), amountsOf(gains), discounter);
  const found = paybackYears(years);
  if (found === undefined && (years.at(-1)?.cost ?? 0) <= 0) return none(label, "no cost", [], extra);
  if (found === undefined)
    return none(label, "never paid back", [], { ...extra, note: "fiscal benefits never reach the cost" });
  const operands = [...costs, ...gains].map(({ worked }) => worked);
  const byDraw = paybackOf(costs, gains, discounter);
  const worked = apply(label, operands, byDraw, {
    ...extra,
    note: PAYBACK,
    steps: () =>
      apply(label, paybackSteps(years.slice(0, found), costs, gains, discounter, sheet.whole.money), () => found, {
        ...extra,
        note: PAYBACK,
      }),
  });
  // Where a benefit just reaches the cost, the order in which the same amounts are added may decide: the years as listed hold.
  return worked.value === found ? worked : { ...worked, value: found };
}
