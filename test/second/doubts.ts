import { costs } from "./costs.ts";
import { years } from "./reading.ts";
import { publicCost } from "./returns.ts";

import type { Case } from "./spec.ts";

/**
 * Where the documents leave a doubt, so that two careful readers may differ: each case as narrow as it can be, with the sentence.
 * None of these is worked out to agree.
 */
export function leftOut(given: Case): (figure: string) => boolean {
  const { spec, outcomes } = given;
  // METHODS 4: "(start-up + recurring x 3) / 3 / pupils" does not say whether what lasts less than three years is bought again within them.
  const boughtAgain = spec.costs.lines.some((line) => line.lasts !== undefined && years(line.lasts) < 3);
  // METHODS 2: "first period where cumulative discounted fiscal benefit >= cumulative cost" does not say what it is where the comparator
  // would have cost the public sector more, in the end or at first. The product gives the year, or none, by which comes first.
  const c = costs(given);
  const spared = [true, false].some((raise) => publicCost(c, raise, c.who.period + 1).some((sum) => sum <= 1e-6));
  // FORMAT: the horizon "cuts benefits and outcomes counted by the year"; whether QALYs gained at one moment beyond it count is not said.
  const beyond = c.s.horizon < 500;
  const cut = new Set(outcomes.filter(({ kind }) => beyond && kind === "qaly").map(({ outcome }) => outcome));
  return (figure) => {
    const [name = "", of = ""] = figure.split("/");
    if (boughtAgain && name === "averaged_cost_per_starter") return true;
    if (spared && name.startsWith("payback")) return true;
    return cut.has(of) && /^discounted_qalys$|^net_monetary_benefit_discounted$/.test(name);
  };
}
