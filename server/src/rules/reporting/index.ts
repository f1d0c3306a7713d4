/** The rules on the reports of evaluations, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { costRatingDisagrees } from "./cost-rating-disagrees.ts";
import { noReport, reportIncomplete } from "./report-incomplete.ts";

export const reportingRules: readonly Rule[] = [noReport, reportIncomplete, costRatingDisagrees];
