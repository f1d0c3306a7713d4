/**
 * The reference figures of `schemas/data/`, typed and frozen. Whoever computes takes them as arguments; nothing below
 * `model` imports this room, so that a figure can always be worked out under another edition.
 */
import wwc4 from "../../../schemas/data/attrition/wwc-4.json" with { type: "json" };
import wwc5 from "../../../schemas/data/baseline-difference/wwc-5.json" with { type: "json" };
import cheers2022 from "../../../schemas/data/checklists/cheers-2022.json" with { type: "json" };
import children2026 from "../../../schemas/data/checklists/children-2026.json" with { type: "json" };
import consort2025 from "../../../schemas/data/checklists/consort-2025.json" with { type: "json" };
import eefProtocol from "../../../schemas/data/checklists/eef-2022.json" with { type: "json" };
import magenta2020 from "../../../schemas/data/checklists/magenta-2020.json" with { type: "json" };
import spirit2025 from "../../../schemas/data/checklists/spirit-2025.json" with { type: "json" };
import tidier2014 from "../../../schemas/data/checklists/tidier-2014.json" with { type: "json" };
import gmca2014 from "../../../schemas/data/confidence-grades/gmca-2014.json" with { type: "json" };
import eefBands from "../../../schemas/data/cost-bands/eef.json" with { type: "json" };
import eef2013Bands from "../../../schemas/data/cost-bands/eef-2013.json" with { type: "json" };
import eifBands from "../../../schemas/data/cost-bands/eif.json" with { type: "json" };
import sensitivity from "../../../schemas/data/discount-rates/green-book-2026-sensitivity.json" with { type: "json" };
import health from "../../../schemas/data/discount-rates/green-book-health.json" with { type: "json" };
import standard from "../../../schemas/data/discount-rates/green-book-standard.json" with { type: "json" };
import earlyLate from "../../../schemas/data/early-and-late/england-2021.json" with { type: "json" };
import eefPadlocks from "../../../schemas/data/evidence-standards/eef-padlocks-2019.json" with { type: "json" };
import eif2017 from "../../../schemas/data/evidence-standards/eif-2017.json" with { type: "json" };
import grade2013 from "../../../schemas/data/evidence-standards/grade-2013.json" with { type: "json" };
import maryland2016 from "../../../schemas/data/evidence-standards/maryland-2016.json" with { type: "json" };
import nesta2013 from "../../../schemas/data/evidence-standards/nesta-2013.json" with { type: "json" };
import hmt2017 from "../../../schemas/data/gdp-deflator/hmt-2017-11.json" with { type: "json" };
import hmt2025 from "../../../schemas/data/gdp-deflator/hmt-2025-12-calendar.json" with { type: "json" };
import hmtMarch from "../../../schemas/data/gdp-deflator/hmt-2026-03.json" with { type: "json" };
import hmtJune from "../../../schemas/data/gdp-deflator/hmt-2026-06.json" with { type: "json" };
import eefMonths from "../../../schemas/data/months-of-progress/eef.json" with { type: "json" };
import mottMacdonald from "../../../schemas/data/optimism-bias/mott-macdonald-2002.json" with { type: "json" };
import payers from "../../../schemas/data/payers.json" with { type: "json" };
import outturn from "../../../schemas/data/section-251/outturn-2013-14.json" with { type: "json" };
import newton from "../../../schemas/data/spend-factors/newton-lga-2018.json" with { type: "json" };
import dft from "../../../schemas/data/value-for-money/dft.json" with { type: "json" };
import { frozen } from "./frozen.ts";
import type {
  AttritionBoundary,
  BaselineDifference,
  Checklist,
  ConfidenceGrades,
  CostBands,
  Deflator,
  DiscountSchedule,
  EarlyAndLate,
  EvidenceStandardData,
  MonthsOfProgress,
  OptimismBounds,
  Parties,
  Section251,
  SpendFactors,
  ValueForMoney,
} from "./types.ts";

export type * from "./types.ts";

/** Editions of the GDP deflator, by the names that `appraisal.deflator` uses. */
export const deflators = frozen({
  "hmt-2026-03": hmtMarch as Deflator,
  "hmt-2026-06": hmtJune as Deflator,
  "hmt-2025-12-calendar": hmt2025 as Deflator,
  "hmt-2017-11": hmt2017 as Deflator,
});
export type DeflatorEdition = keyof typeof deflators;

/** Schedules of discount rates, by the names that `appraisal.discounting` uses. */
export const discountSchedules = frozen({
  "green-book-standard": standard as DiscountSchedule,
  "green-book-health": health as DiscountSchedule,
  "green-book-2026-sensitivity": sensitivity as DiscountSchedule,
});

/** Cost ratings, by the names that `standards.cost_band` uses. */
export const costBands = frozen({
  eif: eifBands as CostBands,
  eef: eefBands as CostBands,
  "eef-2013": eef2013Bands as CostBands,
});

/** Corrections for optimism by grade of confidence: from memory, so unverified wherever shown. */
export const confidenceGrades: ConfidenceGrades = frozen(gmca2014 as ConfidenceGrades);
export const optimismBounds: OptimismBounds = frozen(mottMacdonald as OptimismBounds);
export const monthsOfProgress: MonthsOfProgress = frozen(eefMonths as MonthsOfProgress);
export const attritionBoundary: AttritionBoundary = frozen(wwc4 as AttritionBoundary);
export const baselineDifference: BaselineDifference = frozen(wwc5 as BaselineDifference);
export const section251: Section251 = frozen(outturn as Section251);
export const earlyAndLate: EarlyAndLate = frozen(earlyLate as EarlyAndLate);
export const spendFactors: SpendFactors = frozen(newton as SpendFactors);
export const valueForMoney: ValueForMoney = frozen(dft as ValueForMoney);
export const parties: Parties = frozen(payers as Parties);

/** Editions in force of the standards of evidence, by the names that `standards.evidence` uses. */
export const evidenceStandardData = frozen({
  eif: eif2017 as EvidenceStandardData,
  maryland: maryland2016 as EvidenceStandardData,
  nesta: nesta2013 as EvidenceStandardData,
  "eef-padlocks": eefPadlocks as EvidenceStandardData,
  grade: grade2013 as EvidenceStandardData,
});

/** Checklists of plans and reports, by the names that `standards.checklists` uses; `consort` is for studies. */
export const checklistData = frozen({
  children: children2026 as Checklist,
  magenta: magenta2020 as Checklist,
  spirit: spirit2025 as Checklist,
  tidier: tidier2014 as Checklist,
  cheers: cheers2022 as Checklist,
  eef: eefProtocol as Checklist,
  consort: consort2025 as Checklist,
});
