/** The figures that a printed headline may mean, undiscounted as publications print them, then discounted. */
import { baseName, unit } from "../values/units.ts";
import type { Appraised, Sheet } from "./appraise.ts";
import { kindSum, netPresentValue, present, presentBenefit, presentUncorrected, ratioOf } from "./benefit-figures.ts";
import type { BenefitKind, BenefitResult } from "./benefits.ts";
import { incrementalCost, presentCost } from "./cost-figures.ts";
import { benefitSum, cash, charged, costSum, incremental, type Run, selectBenefits } from "./run.ts";
import { meanOf, sitesPer, siteTotals } from "./sites.ts";
import type { Volumes } from "./volumes.ts";
import { apply, difference, quotient, type Worked } from "./worked.ts";

type OfRun = (run: Run) => Worked;

/** A headline split at its slash: `cost/starter`. */
export interface HeadlineName {
  readonly name: string;
  readonly per: string | undefined;
}

/** Reads `net_benefit/case`, `cost/young people`; a second slash belongs to the unit. */
export function headlineName(text: string): HeadlineName {
  const at = text.indexOf("/");
  if (at < 0) return { name: text, per: undefined };
  const per = text
    .slice(at + 1)
    .trim()
    .replaceAll(/\s+/g, "-");
  return { name: text.slice(0, at).trim(), per: baseName(per) };
}

/** What a headline may mean, the likeliest first; empty when nothing of the kind is worked out. */
export function meantBy(headline: HeadlineName, site: string | undefined, appraised: Appraised): readonly Worked[] {
  const { sheet } = appraised;
  if (site !== undefined && site !== "all")
    return headline.name === "cost" ? siteMeaning(headline.per, site, sheet) : [];
  const totals = [...totalsOf(headline.name, appraised)];
  if (headline.per === undefined) {
    const direct = directOf(headline.name, appraised);
    return [...totals.map((total) => sheet.better(total)), ...direct];
  }
  totals.push(...presentValues(headline.name, sheet));
  return totals.flatMap((total) => perUnit(total, headline.per ?? "", sheet));
}

/** Discounted sums, corrected for optimism and not: per something they are divided here, in all they are the figures themselves. */
function presentValues(name: string, sheet: Sheet): readonly OfRun[] {
  const costed = sheet.input.costs.length > 0;
  const valued = sheet.whole.benefits.length > 0;
  switch (name) {
    case "present_value_of_cost":
      return costed ? [(run) => presentCost(sheet, run, true), (run) => presentCost(sheet, run, false)] : [];
    case "present_value_of_benefit":
      return valued
        ? [(run) => presentBenefit(sheet, run, present), (run) => presentBenefit(sheet, run, presentUncorrected)]
        : [];
    case "net_present_value":
      return costed && valued
        ? [(run) => netPresentValue(sheet, run, true), (run) => netPresentValue(sheet, run, false)]
        : [];
    default:
      return [];
  }
}

/** Sums that make sense per something. */
function totalsOf(name: string, { sheet }: Appraised): readonly OfRun[] {
  const { settings } = sheet;
  const undiscounted = (benefit: BenefitResult): Worked => benefit.total;
  const inside: OfRun = (run) => benefitSum("Benefit", run, selectBenefits(run, run.benefits, undiscounted, settings));
  const all: OfRun = (run) =>
    benefitSum("All benefits", run, selectBenefits(run, run.benefits, undiscounted, settings, "society"));
  const ofKind =
    (kind: BenefitKind): OfRun =>
    (run) =>
      kindSum(`Benefit, ${kind}`, sheet, run, kind);
  const cost: OfRun = (run) => incrementalCost(sheet, run);
  const publicCost: OfRun = (run) =>
    incremental(
      "Incremental cost",
      run,
      sheet.input,
      costSum("Cost", run, cash, settings, { perspective: "public-sector" }),
      cash,
      "public-sector",
    );
  const wholeCost: OfRun = (run) =>
    incremental(
      "Incremental cost",
      run,
      sheet.input,
      costSum("Cost", run, cash, settings, { perspective: "society" }),
      cash,
      "society",
    );
  if (sheet.input.costs.length === 0 && name !== "gross_benefit" && !name.endsWith("_benefit")) return [];
  const hasBenefits = sheet.whole.benefits.length > 0;
  switch (name) {
    case "cost":
      return [
        (run) => costSum("Cost of the whole period", run, cash, settings),
        (run) => costSum("Cost, capital charged", run, charged, settings),
      ];
    case "incremental_cost":
      return [cost];
    case "gross_benefit":
      return hasBenefits ? [inside, all] : [];
    case "net_benefit":
      return hasBenefits
        ? [
            (run) => difference("Net benefit", inside(run), cost(run)),
            (run) => difference("Net benefit", all(run), wholeCost(run)),
          ]
        : [];
    case "fiscal_benefit":
      return hasBenefits ? [ofKind("fiscal")] : [];
    case "net_fiscal_benefit":
      return hasBenefits ? [(run) => difference("Net fiscal benefit", ofKind("fiscal")(run), publicCost(run))] : [];
    case "economic_benefit":
      return hasBenefits ? [ofKind("economic")] : [];
    case "social_benefit":
      return hasBenefits ? [ofKind("social")] : [];
    case "benefit_cost_ratio":
      return hasBenefits
        ? [
            (run) => ratioOf("Benefit-cost ratio", inside(run), cost(run)),
            (run) => ratioOf("Benefit-cost ratio", all(run), wholeCost(run)),
          ]
        : [];
    case "fiscal_return":
      return hasBenefits ? [(run) => ratioOf("Fiscal return", ofKind("fiscal")(run), publicCost(run))] : [];
    default:
      return [];
  }
}

/** Figures compared as they are, after the sums. */
function directOf(name: string, { figures, whole }: Appraised): readonly Worked[] {
  const pick = (id: string): readonly Worked[] => {
    const found = figures.get(id)?.worked;
    return found === undefined ? [] : [found];
  };
  switch (name) {
    case "present_value_of_cost":
      return [...pick("pv_cost"), ...pick("pv_cost_uncorrected")];
    case "present_value_of_benefit":
      return [...pick("pv_benefit"), ...pick("pv_benefit_uncorrected")];
    case "net_present_value":
      return [...pick("npv"), ...pick("npv_uncorrected")];
    case "benefit_cost_ratio":
      return [...pick("bcr"), ...pick("bcr_uncorrected"), ...pick("public_value_return")];
    case "fiscal_return":
      return pick("fiscal_return");
    case "payback":
      return pick("payback");
    case "outcomes": {
      const [only, ...more] = whole.outcomes;
      return only === undefined || more.length > 0 ? [] : outcomesMeant(only.gained);
    }
    default:
      return [];
  }
}

/** A printed number of outcomes may be the gain, or the fall written without its sign. */
export function outcomesMeant(gained: Worked): readonly Worked[] {
  return [gained, apply("Outcomes", [gained], ([n = 0]) => Math.abs(n), { unit: gained.unit })];
}

function perUnit(total: OfRun, per: string, sheet: Sheet): readonly Worked[] {
  const { volumes } = sheet.input;
  const { bases, period, things } = volumes;
  const of = total(sheet.whole);
  switch (per) {
    case "year":
      return [quotient(of.label, of, period)];
    case "completer":
      return [quotient(of.label, of, bases.completers)];
    case "offered":
      return [quotient(of.label, of, bases.offered)];
    case "eligible":
      return [quotient(of.label, of, bases.eligible)];
    case "cost":
      return [ratioOf(of.label, of, incrementalCost(sheet, sheet.whole))];
    case "starter":
    case "participant":
    case volumes.unit:
      return [sheet.perStarter(of.label, total)];
    default: {
      const counted = things.get(per);
      if (counted !== undefined) return [quotient(of.label, of, counted)];
      const has = volumes.has.get(per);
      return has === undefined
        ? []
        : [
            quotient(of.label, sheet.perStarter(of.label, total), has, {
              unit: unit([sheet.input.currency, 1], [per, -1]),
            }),
          ];
    }
  }
}

function siteMeaning(per: string | undefined, site: string, sheet: Sheet): readonly Worked[] {
  const totals = siteTotals(sheet);
  if (totals.size === 0) return [];
  const parts =
    per === undefined ? totals : sitesPer(totals, sheet.input.siteVolumes, (volumes) => countedBy(per, volumes));
  if (site === "mean_of_sites")
    return parts.size < totals.size ? [] : [meanOf("Mean of the sites", [...parts.values()])];
  const own = parts.get(site);
  return own === undefined ? [] : [own];
}

function countedBy(per: string, volumes: Volumes): Worked | undefined {
  switch (per) {
    case "starter":
    case "participant":
    case volumes.unit:
      return volumes.bases.starters;
    case "completer":
      return volumes.bases.completers;
    case "offered":
      return volumes.bases.offered;
    case "eligible":
      return volumes.bases.eligible;
    case "year":
      return volumes.period;
    default:
      return volumes.things.get(per);
  }
}
