/** The rules on portfolios, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { notAllocated } from "./not-allocated.ts";
import { outsidePeriod } from "./outside-period.ts";
import { overBudget } from "./over-budget.ts";
import { sharesOver } from "./shares-over.ts";
import { startsDiffer } from "./starts-differ.ts";

export const portfolioRules: readonly Rule[] = [sharesOver, notAllocated, overBudget, startsDiffer, outsidePeriod];
