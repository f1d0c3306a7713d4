import { type Simulation, type SimulationSettings, simulate } from "../../../server/src/costing/simulation/simulate.ts";
import { assess } from "../../../server/src/model/assess/index.ts";
import type { Assessment } from "../../../server/src/model/assess/types.ts";
import { type Uncertainty, uncertaintyOf } from "../../../server/src/model/assess/uncertainty.ts";
import type { Appraisal } from "../../../server/src/model/settings.ts";
import { project } from "../helper.ts";

export interface Simulated {
  readonly assessment: Assessment;
  readonly uncertainty: Uncertainty;
  readonly simulation: Simulation;
}

/** The first intervention of some documents, simulated. */
export function simulated(
  text: string,
  over: Partial<SimulationSettings> = {},
  appraisal: Partial<Appraisal> = {},
): Simulated {
  const all = project(text, appraisal);
  const spec = all.intervention();
  const assessment = assess(spec, all.context);
  const uncertainty = uncertaintyOf(spec, assessment, (id) => all.context.unitCost(id));
  return { assessment, uncertainty, simulation: simulate(uncertainty.case, { ...uncertainty.settings, ...over }) };
}

/** A service with ranges, counts, intervals and a shared unit cost; `more` are further cost lines. */
export const service = (more = "", appraisal = ""): string => `intervention: edge-of-care
population:
  unit: family
  has: 1.5 children/family
  starts: 60 families/year
  completes: 85% (80% to 90%)
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    title: Usual services
    cost: £1,900/family
  lines:
    - item: Therapists
      who_pays: local-authority
      amount: £4,000 to £5,200/family
    - item: Visits
      who_pays: local-authority
      quantity: 12 hours/family
      unit_cost: local/worker
    - item: Reviews
      who_pays: local-authority
      quantity: 2 hours/family
      unit_cost: local/worker
    - item: Licence
      who_pays: local-authority
      timing: start-up
      amount: £46,000
      lasts: 3 years
${more}outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 44/108
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    lag: 6 months
    lasts: 1 to 3 years
    drop_off: 20%/year
${appraisal}---
unit_costs: local
price_year: 2023-24
entries:
  - entry: worker
    value: £38/hour (95% CI £34 to £42)
---
outcome: child-enters-care
counts: children
kind: state
better: lower
values:
  - value: £20,000/child/year (95% CI £15,000 to £27,000)
    price_year: 2023-24
    kind: fiscal
    gains: local-authority
`;
