import { costs } from "./costs.ts";
import { publicCost } from "./returns.ts";

import type { Case } from "./spec.ts";

/**
 * Where the documents leave a doubt, so that two careful readers may differ: each case as narrow as it can be, with the sentence.
 * None of these is worked out to agree.
 */
export function leftOut(given: Case): (figure: string) => boolean {
  // METHODS 2: "first period where cumulative discounted fiscal benefit >= cumulative cost" does not say what it is where the comparator
  // would have cost the public sector more, in the end or at first. The product gives the year, or none, by which comes first.
  const c = costs(given);
  const spared = [true, false].some((raise) => publicCost(c, raise, c.who.period + 1).some((sum) => sum <= 1e-6));
  return (figure) => spared && figure.startsWith("payback");
}
