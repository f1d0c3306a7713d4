import { years } from "./reading.ts";
import { settle } from "./setting.ts";
import type { Case } from "./spec.ts";

/**
 * Where the documents leave a doubt, so that two careful readers may differ: each case as narrow as it can be, with the sentence.
 * None of these is worked out to agree.
 */
export function leftOut(given: Case): (figure: string) => boolean {
  const { spec, outcomes } = given;
  // METHODS 4: "(start-up + recurring x 3) / 3 / pupils" does not say whether what lasts less than three years is bought again within them.
  const boughtAgain = spec.costs.lines.some((line) => line.lasts !== undefined && years(line.lasts) < 3);
  // FORMAT: "Payback with a lump over years: not known", and "`undiscounted` without `over` falls in the first year"; SEMANTICS A16:
  // "Payback with any lump: not known". Whether a sum given without `over` is such a lump is not said.
  const lump = (spec.benefits ?? []).some((benefit) => benefit.over === undefined);
  // FORMAT: the horizon "cuts benefits and outcomes counted by the year"; whether QALYs gained at one moment beyond it count is not said.
  const beyond = Number.isFinite(settle(given).horizon) && settle(given).horizon < 500;
  const cut = new Set(outcomes.filter(({ kind }) => beyond && kind === "qaly").map(({ outcome }) => outcome));
  return (figure) => {
    const [name = "", of = ""] = figure.split("/");
    if (boughtAgain && name === "averaged_cost_per_starter") return true;
    if (lump && name.startsWith("payback")) return true;
    return cut.has(of) && /^discounted_qalys$|^net_monetary_benefit_discounted$/.test(name);
  };
}
