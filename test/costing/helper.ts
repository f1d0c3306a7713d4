/** Specs written in a test, assessed by the real reader and the real reference figures. */
import { type AssessContext, type Assessment, assess } from "../../server/src/model/assess/index.ts";
import { referenceData } from "../../server/src/model/assess/reference.ts";
import { readAs } from "../../server/src/model/read.ts";
import { type Appraisal, defaultAppraisal } from "../../server/src/model/settings.ts";
import type { Area } from "../../server/src/schema/kinds/area.ts";
import { area, intervention, outcome, portfolio, unitCosts } from "../../server/src/schema/kinds/index.ts";
import type { Intervention } from "../../server/src/schema/kinds/intervention.ts";
import type { Outcome } from "../../server/src/schema/kinds/outcome.ts";
import type { Portfolio } from "../../server/src/schema/kinds/portfolio.ts";
import type { UnitCosts } from "../../server/src/schema/kinds/unit-costs.ts";
import type { Shape } from "../../server/src/schema/shape.ts";
import { parse } from "../../server/src/syntax/index.ts";

export interface Project {
  readonly intervention: (id?: string) => Intervention;
  readonly library: (id: string) => UnitCosts;
  readonly portfolio: () => Portfolio;
  readonly context: AssessContext;
}

/** Reads several documents of any kinds; references among them resolve. */
export function project(text: string, appraisal: Partial<Appraisal> = {}): Project {
  const interventions = new Map<string, Intervention>();
  const outcomes = new Map<string, Outcome>();
  const libraries = new Map<string, UnitCosts>();
  const areas = new Map<string, Area>();
  const portfolios: Portfolio[] = [];
  for (const document of parse(text).documents) {
    const { root } = document;
    if (root?.kind !== "mapping") continue;
    const head = root.entries[0]?.key.text;
    const id = root.entries[0]?.value.kind === "scalar" ? root.entries[0].value.text : "";
    const as = <T>(shape: Shape<T>): T => readAs(shape, document, root) as T;
    if (head === "intervention") interventions.set(id, as(intervention.shape) as Intervention);
    if (head === "outcome") outcomes.set(id, as(outcome.shape) as Outcome);
    if (head === "unit_costs") libraries.set(id, as(unitCosts.shape) as UnitCosts);
    if (head === "area") areas.set(id, as(area.shape) as Area);
    if (head === "portfolio") portfolios.push(as(portfolio.shape) as Portfolio);
  }
  const context: AssessContext = {
    appraisal: { ...defaultAppraisal, ...appraisal },
    costBand: "eif",
    data: referenceData,
    unitCost(id) {
      const [library = "", name = ""] = id.split("/");
      const found = libraries.get(library);
      const entry = found?.entries?.items.find((one) => one.entry?.value === name);
      return entry === undefined ? undefined : { entry, library: found };
    },
    outcome: (id) => outcomes.get(id),
    area: (id) => areas.get(id),
  };
  const one = <T>(map: ReadonlyMap<string, T>, id: string | undefined): T => {
    const found = id === undefined ? [...map.values()][0] : map.get(id);
    if (found === undefined) throw new Error(`no such document: ${id ?? "any"}`);
    return found;
  };
  return {
    intervention: (id) => one(interventions, id),
    library: (id) => one(libraries, id),
    portfolio: () => one(new Map(portfolios.map((p, i) => [String(i), p])), "0"),
    context,
  };
}

/** Assesses the first (or named) intervention of some documents. */
export function assessed(text: string, appraisal: Partial<Appraisal> = {}, id?: string): Assessment {
  const all = project(text, appraisal);
  return assess(all.intervention(id), all.context);
}

/** The value of a figure by its key; undefined when it is not known or not there. */
export function value(assessment: Assessment, key: string): number | undefined {
  return assessment.figures.get(key)?.value;
}

/** Ten children start, in one year, and each costs the NHS £100: £1,000 in year 0. */
export const tenChildren = (rest: string): string => `
intervention: x
population: {unit: child, starts: 10 children}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: society
  comparator: {cost: none}
  lines:
    - {item: Line, amount: £100/child, who_pays: nhs}
appraisal: {price_year: 2023-24}
${rest}`;
