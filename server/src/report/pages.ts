import type { AssessedSpec } from "../analysis/types.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { Appraisal } from "../model/settings.ts";
import { formatPercent } from "../values/format.ts";
import { agencySection } from "./agencies.ts";
import { bare } from "./beside.ts";
import { timingSection } from "./by-timing.ts";
import { chainSection, correctionText } from "./chain.ts";
import { correctionSection } from "./corrections.ts";
import { perspectiveReason } from "./facts.ts";
import { figureName } from "./figure-name.ts";
import { uncapped } from "./from-page.ts";
import { otherVolumesSection } from "./other-volumes.ts";
import type { CostPage, Headline } from "./page.ts";
import { scenarioSection } from "./scenarios.ts";
import { beginsIn, benefitSection, lineSection, outcomeSection, partSection, statedSection } from "./sections.ts";
import { noteOf, rangeText, shown, UNVERIFIED_MARK, unverifiedText } from "./words.ts";

/** What a reader looks for first, in the order of the argument: whom it reaches, what it costs, what it returns. */
const headlineIds: readonly FigureId[] = [
  "starts_total",
  "completes_total",
  "cost_total",
  "cost_total_corrected",
  "cost_in_kind",
  "cost_per_year",
  "cost_per_starter",
  "cost_per_completer",
  "annualised_cost_per_starter",
  "cost_per_year_per_eligible",
  "cost_per_unit",
  "incremental_cost",
  "gross_benefit",
  "net_benefit",
  "net_benefit_per_starter",
  "pv_cost",
  "equivalent_annual_cost",
  "pv_benefit",
  "npv",
  "bcr",
  "bcr_uncorrected",
  "public_value_return",
  "public_value_return_uncorrected",
  "fiscal_return",
  "fiscal_return_uncorrected",
  "net_present_budget_impact",
  "net_present_budget_impact_uncorrected",
  "payback",
  "payback_uncorrected",
];

/** The page of one spec. `path` is shown as it is given. */
export function pageOf({ spec, assessment }: AssessedSpec, path: string): CostPage {
  const title = spec.kind === "intervention" || spec.kind === "portfolio" ? spec.reading?.title?.value : undefined;
  const agencies = agencySection(assessment);
  const headlines = headlineIds.flatMap((id) => headlinesOf(assessment, id));
  return {
    title: title ?? spec.id ?? "Without a title",
    id: spec.id ?? "",
    path,
    facts: factsOf({ spec, assessment }),
    headlines,
    sections: [
      lineSection(assessment),
      timingSection(assessment),
      otherVolumesSection(assessment),
      partSection(assessment, "cost_by_site", "Sites"),
      ...(agencies === undefined ? [partSection(assessment, "cost_by_payer", "Who pays")] : []),
      benefitSection(assessment),
      partSection(assessment, "benefit_by_kind", "Benefits by kind"),
      ...(agencies === undefined ? [partSection(assessment, "benefit_by_gainer", "Who gains")] : [agencies]),
      chainSection(assessment),
      correctionSection(assessment),
      outcomeSection(assessment),
      statedSection(assessment),
      scenarioSection(assessment),
    ].filter((section) => section !== undefined),
    notes: [...unverifiedNotes(headlines, assessment), ...reasonNotes(spec), ...notesOf(assessment)],
  };
}

function headlinesOf(assessment: Assessment, id: FigureId): Headline[] {
  return [...assessment.figures.values()]
    .filter((figure) => figure.id === id && isWorthShowing(assessment, figure))
    .map((figure) => ({
      label: figureName(figure, assessment),
      figure: shown(figure),
      note: bare(noteOf(figure, false, UNVERIFIED_MARK)),
    }));
}

/** A figure that only repeats another is left out: the cost less a comparator that costs nothing, a period of one year. */
function isWorthShowing({ figures }: Assessment, figure: Figure): boolean {
  // Over one year or less it says no more than the cost.
  if (figure.id === "equivalent_annual_cost") return (figure.worked.operands[1]?.value ?? 0) > 1;
  const twin = {
    incremental_cost: "cost_total",
    cost_per_year: "cost_total",
    bcr_uncorrected: "bcr",
    public_value_return_uncorrected: "public_value_return",
    fiscal_return_uncorrected: "fiscal_return",
    net_present_budget_impact_uncorrected: "net_present_budget_impact",
    payback_uncorrected: "payback",
  } as const;
  const other = figure.id in twin ? figures.get(figureKey(twin[figure.id as keyof typeof twin])) : undefined;
  return other === undefined || other.value !== figure.value || other.complete !== figure.complete;
}

function factsOf({ spec, assessment }: AssessedSpec): string[] {
  const { appraisal } = assessment;
  const status = spec.kind === "intervention" ? spec.reading?.status?.value : undefined;
  return [
    ...(status === undefined ? [] : [status]),
    assessment.priceYear === undefined
      ? "prices as printed, of a year that is not known"
      : `prices of ${assessment.priceYear}`,
    assessment.perspectiveWritten
      ? `${assessment.perspective} perspective`
      : `perspective not said, taken to be ${assessment.perspective}`,
    `${appraisal.costs} cost`,
    `discounted by ${discounting(appraisal)} to ${yearZero({ spec, assessment })}, flows at ${appraisal.flows === "mid-year" ? "mid-year" : "the start of the year"}`,
    `deflator ${appraisal.deflator}`,
    ...(appraisal.leaveOut.length === 0 ? [] : [`without ${appraisal.leaveOut.map(correctionText).join(", ")}`]),
  ];
}

/** Price base and discount base are two years; where delivery begins is said when it is known. */
function yearZero({ spec, assessment }: AssessedSpec): string {
  const from = beginsIn(spec, assessment)?.label;
  return `year 0${from === undefined ? "" : `, ${from}`}`;
}

const discounting = ({ discounting }: Appraisal): string =>
  typeof discounting === "string" ? discounting : `${formatPercent(discounting.rate)} a year`;

/** The footnote of the figures that are marked. */
function unverifiedNotes(headlines: readonly Headline[], { figures }: Assessment): string[] {
  if (!headlines.some(({ note }) => note.includes(UNVERIFIED_MARK))) return [];
  const titles = new Set([...figures.values()].flatMap(({ unverified }) => unverified));
  return [`${UNVERIFIED_MARK} ${unverifiedText}: ${[...titles].sort().join("; ")}.`];
}

/** Why these costs and benefits count and no others, where the plan says so. */
function reasonNotes(spec: AssessedSpec["spec"]): string[] {
  const reason = perspectiveReason(spec);
  return reason === undefined ? [] : [`Why this perspective: ${reason}.`.replace(/([.!?])\.$/, "$1")];
}

function notesOf(assessment: Assessment): string[] {
  const { inferred, costBand, priceNote, valueForMoney } = assessment;
  const inText = (figure: Figure): string => uncapped(figureName(figure, assessment));
  const notes: string[] = [];
  if (valueForMoney !== undefined)
    notes.push(
      `Value for money: ${valueForMoney.category} (${valueForMoney.printed}), from ${inText(valueForMoney.from)}, ${shown(valueForMoney.from)}; ${valueForMoney.title}, ${valueForMoney.edition}${valueForMoney.isQuoted ? ", as quoted by others" : ""}.`,
    );
  if (priceNote === "not movable")
    notes.push(
      "The figures stand in the prices they were printed in: their year is not known, or no deflator reaches it.",
    );
  if (costBand !== undefined)
    notes.push(
      `Cost band, indicative: ${costBand.rating} (${costBand.printed}) by the ${[...new Set([...costBand.title.split(", "), costBand.edition])].join(", ")}, from ${inText(costBand.from)}, ${shown(costBand.from)}.`,
    );
  if (inferred !== undefined) {
    const first = inferred.closed[0] ?? undefined;
    const unit = first?.unit.powers.filter(([, power]) => power > 0) ?? [["GBP", 1] as const];
    const money = { unit: { powers: unit } };
    const range = rangeText({ ...money, low: inferred.total.low, high: inferred.total.high });
    const closed = inferred.closed.map((figure) => `${inText(figure)} ${shown(figure)}`);
    notes.push(
      `Inferred: if the printed figures are right, "${inferred.item}" is ${shown({ ...money, value: inferred.total.value })} over the period (${range})` +
        `${closed.length === 0 ? "." : `; then ${closed.join(", ")}.`} Nothing above uses it.`,
    );
  }
  return notes;
}
