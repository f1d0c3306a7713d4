/** The rules on need, clusters and comparators, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { budgetDisagrees } from "./budget-disagrees.ts";
import { clustersDisagree } from "./clusters-disagree.ts";
import { comparatorSource } from "./comparator-without-source.ts";
import { notComparable } from "./not-comparable.ts";
import { notMeasured } from "./not-measured.ts";
import { notSharedOut } from "./not-shared-out.ts";
import { reachOver } from "./reach-over.ts";
import { reachUnknown } from "./reach-unknown.ts";
import { sharesNotWhole } from "./shares-not-whole.ts";
import { startsAboveEligible } from "./starts-above-eligible.ts";

export const needRules: readonly Rule[] = [
  notMeasured,
  clustersDisagree,
  startsAboveEligible,
  reachOver,
  reachUnknown,
  sharesNotWhole,
  notSharedOut,
  budgetDisagrees,
  comparatorSource,
  notComparable,
];
