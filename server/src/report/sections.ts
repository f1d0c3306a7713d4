import type { AssessedSpec } from "../analysis/types.ts";
import { perYearFactor } from "../costing/conversion.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import { product } from "../costing/worked.ts";
import type { Assessment, BenefitAssessment, LineAssessment, StatedCheck } from "../model/assess/types.ts";
import type { Place } from "../syntax/types.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import { lackBeside, missingBeside } from "./beside.ts";
import { breakEvenNotes } from "./break-even.ts";
import { lineNote, timesText } from "./lines.ts";
import { netMonetaryBenefits, outcomePrices } from "./outcome-price.ts";
import type { Column, Section } from "./page.ts";
import { missingText, rangeText, shown } from "./words.ts";

export const left = (title: string): Column => ({ title, align: "left" });
export const right = (title: string): Column => ({ title, align: "right" });

/** `40 weeks/year` at £500 a week is £20,000 a year, not £383.30 a week: a part of the year is shown by the year. */
function amountText(line: LineAssessment): string {
  const { original } = line;
  if (original === undefined) return notOneAmount(line);
  const quantity = line.line.quantity?.value;
  const isPartOfTime =
    quantity?.unit.powers.length === 0 &&
    quantity.terms.some(({ factors }) => factors.some(({ unit }) => unit.powers.length > 0));
  const factor = isPartOfTime && original.value !== undefined ? perYearFactor(original.unit) : undefined;
  return shown(factor === undefined ? original : product(original.label, [original, factor]));
}

/** What stands for the amount of a line that is no one amount: it is by site, or adds up unlike things. */
const notOneAmount = ({ sites, line, total }: LineAssessment): string => {
  if (sites.size > 0) return "by site";
  return line.quantity !== undefined && total.value !== undefined ? "in several units" : "not known";
};

/** The cost line by line: what is written, what it is multiplied by, what it comes to. */
export function lineSection(assessment: Assessment, nameOfParty: NameOfParty = asWritten): Section | undefined {
  const { lines, figures } = assessment;
  if (lines.length === 0) return undefined;
  const total = figures.get(figureKey("cost_total"));
  const titles = priceTitles(assessment);
  return {
    title: "Costs",
    columns: [left("line"), right(titles.amount), left("times"), right(titles.total), left("paid by"), left("")],
    rows: [
      ...lines.map((line) => ({
        cells: [
          line.item,
          amountText(line),
          timesText(line, assessment),
          line.total.value === undefined ? "not costed" : shown(line.total),
          partiesText(line.payers, nameOfParty),
          lineNote(line, assessment, titles.ofEach),
        ],
        faded: line.counted === "none",
      })),
      ...(total === undefined
        ? []
        : [{ cells: ["Total", "", "", shown(total), "", missingBeside(total)], total: true }]),
    ],
    notes: [],
  };
}

interface PriceTitles {
  readonly amount: string;
  readonly total: string;
  /** Whether each line says its own price year. */
  readonly ofEach: boolean;
}

/** In whose prices the amounts as written and the totals stand, where any line is moved to another year. */
function priceTitles({ lines, priceYear }: Assessment): PriceTitles {
  if (priceYear === undefined || !lines.some(isMoved)) return { amount: "amount", total: "total", ofEach: false };
  const total = `total, ${priceYear} prices`;
  const years = new Set(lines.filter(({ original }) => original !== undefined).map((line) => line.priceYear));
  const [only] = years;
  return years.size === 1 && only !== undefined
    ? { amount: `amount, ${only} prices`, total, ofEach: false }
    : { amount: "amount, as written", total, ofEach: true };
}

/** Whether the amount as written stands in other prices than the total. */
const isMoved = ({ priceYear, amount, original }: LineAssessment): boolean =>
  priceYear !== undefined && amount !== undefined && original !== undefined && amount.value !== original.value;

/** Groups that add up to a total: payers, kinds of benefit, gainers. */
export function partSection(
  { figures }: Pick<Assessment, "figures">,
  id: FigureId,
  title: string,
  lack: (figure: Figure) => string = missingBeside,
): Section | undefined {
  const parts = [...figures.values()].filter((figure) => figure.id === id);
  if (parts.length === 0) return undefined;
  return {
    title,
    columns: [left(""), right("total"), left("")],
    rows: parts.map((figure) => ({ cells: [figure.of ?? "", shown(figure), lack(figure)] })),
    notes: [],
  };
}

/** Every benefit, those that are not added with the reason. */
export function benefitSection({ benefits }: Assessment, nameOfParty: NameOfParty = asWritten): Section | undefined {
  if (benefits.length === 0) return undefined;
  return {
    title: "Benefits",
    columns: [
      left("benefit"),
      left("kind"),
      left("gained by"),
      right("amount"),
      right("total"),
      right("present value"),
      left(""),
    ],
    rows: benefits.map((benefit) => ({
      cells: [
        benefit.name,
        benefit.kind ?? "not said",
        partiesText(benefit.gains, nameOfParty),
        benefit.amount === undefined ? severalAmounts(benefit) : shown(benefit.amount),
        shown(benefit.total),
        shown(benefit.presentValue),
        benefitNote(benefit),
      ],
      faded: benefit.leftOut !== undefined,
    })),
    notes: lumpNotes(benefits),
  };
}

/** What stands for the amount of a benefit that is no one amount. */
function severalAmounts({ line }: BenefitAssessment): string {
  if (line?.by_year !== undefined) return "by year";
  return line?.amount?.$kind === "map" ? "by site" : "";
}

/** Said once of all benefits that are one sum: nobody can tell from them when the money comes back. */
function lumpNotes(benefits: readonly BenefitAssessment[]): string[] {
  const added = benefits.filter(({ leftOut }) => leftOut === undefined);
  const lumps = added.filter(({ lump }) => lump);
  if (lumps.length === 0) return [];
  const which =
    lumps.length === added.length
      ? "What is added is given as"
      : `${lumps.map(({ name }) => `"${name}"`).join(", ")}: given as`;
  return [`${which} one sum over all years; in which years it is gained is not known, so payback is not known.`];
}

function benefitNote({ leftOut, origin, total }: BenefitAssessment): string {
  const by = leftOut?.by === undefined ? "another" : `"${leftOut.by}"`;
  const why = {
    contained: `not added, contained in ${by}`,
    replaced: `not added, ${by} stands for it`,
    "same-benefit": `not added, the same benefit as ${by}`,
    "outside-perspective": "not added, outside the perspective",
    transfer: "not added, it only moves money from one party to another",
    "no-effect-shown": "not added, no effect shown",
  };
  return [
    leftOut === undefined ? "" : why[leftOut.reason],
    origin === "outcome" ? "worked out from the outcome" : "",
    leftOut === undefined ? lackBeside(total) : "",
  ]
    .filter((each) => each !== "")
    .join("; ");
}

/** What is claimed to change, by how much, at what price. */
export function outcomeSection(assessment: Assessment): Section | undefined {
  const { outcomes } = assessment;
  if (outcomes.length === 0) return undefined;
  const prices = outcomePrices(assessment);
  return {
    title: "Outcomes",
    columns: [left("outcome"), right("difference"), right("expected change"), right("cost per outcome"), left("")],
    rows: outcomes.map(({ title, result, noEffectShown }, at) => {
      const price = prices[at];
      const { difference, expected } = result;
      const isRisk = difference.unit.powers.length === 0;
      const points = (share: number): string => formatNumber(share * 100);
      const size =
        difference.value === undefined
          ? shown(difference)
          : isRisk
            ? `${points(difference.value)} points`
            : shown(difference);
      const range =
        difference.low === undefined || difference.high === undefined
          ? ""
          : isRisk
            ? `${points(difference.low)} to ${points(difference.high)} points`
            : rangeText(difference);
      return {
        cells: [
          title,
          size,
          shown(expected),
          price === undefined ? "" : shown(price),
          [
            noEffectShown ? "no effect shown" : "",
            range === "" ? "" : `difference ${range}`,
            // Without the expected change, what that lacks says enough.
            expected.value === undefined || price === undefined ? lackBeside(expected) : missingText(price),
          ]
            .filter((each) => each !== "")
            .join("; "),
        ],
      };
    }),
    notes: [...netMonetaryBenefits(assessment), ...breakEvenNotes(assessment)],
  };
}

/** What the publication prints beside what its own lines come to. */
export function statedSection({ stated }: Assessment): Section | undefined {
  if (stated.length === 0) return undefined;
  return {
    title: "Printed by the source, in its own prices",
    columns: [left("figure"), right("printed"), right("worked out"), left("")],
    rows: stated.map((check) => ({
      cells: [
        check.site === undefined ? check.headline : `${check.headline}, ${check.site}`,
        textAt(check.at),
        check.figure === undefined ? "" : shown(check.figure),
        verdictText(check),
      ],
    })),
    notes: [],
  };
}

/** The characters at a place, as written. */
export const textAt = ({ chunk, start, end }: Place): string => chunk.text.slice(start, end);

function verdictText({ verdict, figure, explainedBy }: StatedCheck): string {
  switch (verdict.kind) {
    case "agrees":
      return "agrees";
    case "disagrees":
      return `differs by ${shown({ value: Math.abs(verdict.gap), unit: figure?.unit ?? { powers: [] } })}`;
    case "incomplete":
      return explainedBy === undefined
        ? missingBeside({ value: 0, missing: verdict.missing })
        : `the gap is what "${explainedBy.item}" would have to be`;
    case "not known":
      return missingBeside({ value: undefined, missing: verdict.missing });
    case "not checked":
      return "kept as stated";
  }
}

/** What a payer or gainer is called: in the terminal as the spec writes it, in the report in words. */
export type NameOfParty = (party: string) => string;

const asWritten: NameOfParty = (party) => party;

/** Payers or gainers with their shares. */
export const partiesText = (
  parties: readonly (readonly [party: string, share: number])[],
  nameOfParty: NameOfParty = asWritten,
): string =>
  parties.length === 0
    ? "not known"
    : parties
        .map(([party, share]) =>
          Math.abs(share - 1) < 1e-9 ? nameOfParty(party) : `${nameOfParty(party)} ${formatPercent(share)}`,
        )
        .join(", ");

/** The financial year in which delivery begins: of the spec, else of its settings. */
export const beginsIn = (spec: AssessedSpec["spec"], { appraisal }: Assessment) =>
  (spec.kind === "intervention" ? spec.reading?.costs?.from?.value : undefined) ?? appraisal.flowsFrom;
