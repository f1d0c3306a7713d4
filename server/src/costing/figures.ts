/**
 * Every figure that Wellspent works out: the closed list of stable ids that the JSON contract, hovers and the help share. `unit` is in
 * words; `of` says what a figure that comes in several is told apart by. Sources: HM Treasury Green Book; HM Treasury and New Economy,
 * cost benefit analysis guidance for local partnerships (2014), "GMCA"; Levin and McEwan, Cost-Effectiveness Analysis (2001).
 */
import { BENEFIT_FIGURES } from "./figure-table/benefits.ts";
import { COST_FIGURES } from "./figure-table/costs.ts";
import type { FigureDescription } from "./figure-table/describe.ts";
import { OUTCOME_FIGURES } from "./figure-table/outcomes.ts";
import { PLACE_FIGURES } from "./figure-table/places.ts";

export type { FigureDescription };

export const FIGURES = { ...COST_FIGURES, ...OUTCOME_FIGURES, ...BENEFIT_FIGURES, ...PLACE_FIGURES };

export type FigureId = keyof typeof FIGURES;
