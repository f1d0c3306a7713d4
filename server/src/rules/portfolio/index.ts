/** The rules on portfolios, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { clusterStarts } from "./cluster-starts.ts";
import { inTwoPortfolios } from "./in-two-portfolios.ts";
import { listedTwice } from "./listed-twice.ts";
import { notAllocated } from "./not-allocated.ts";
import { notComparable } from "./not-comparable.ts";
import { notCosted } from "./not-costed.ts";
import { otherArea } from "./other-area.ts";
import { outsidePeriod } from "./outside-period.ts";
import { overBudget } from "./over-budget.ts";
import { overItemBudget } from "./over-item-budget.ts";
import { sharesOver } from "./shares-over.ts";
import { startsDiffer } from "./starts-differ.ts";
import { unknownCluster } from "./unknown-cluster.ts";
import { unknownSpendLine } from "./unknown-spend-line.ts";

export const portfolioRules: readonly Rule[] = [
  sharesOver,
  notAllocated,
  overBudget,
  overItemBudget,
  notCosted,
  listedTwice,
  inTwoPortfolios,
  notComparable,
  startsDiffer,
  outsidePeriod,
  otherArea,
  unknownCluster,
  clusterStarts,
  unknownSpendLine,
];
