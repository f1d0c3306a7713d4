import { createSession } from "../../server/src/analysis/index.ts";
import { simulated } from "../../server/src/analysis/simulated.ts";
import { shared } from "./corpus.ts";
import { median } from "./measure.ts";

const items = [
  "Therapists",
  "Visits",
  "Supervision",
  "Rooms",
  "Travel",
  "Materials",
  "Interpreters",
  "Crèche",
  "Licence",
  "Training",
];

/** A spec of twenty cost lines, half of them with a range, and a claim with an interval. */
const spec = `intervention: simulated
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
    cost: £1,900/family
  lines:
${Array.from({ length: 20 }, (_, at) => {
  const amount = at % 2 === 0 ? `£${100 + at} to £${200 + at}` : `£${150 + at}`;
  return `    - item: ${items[at % items.length]} ${at}\n      who_pays: local-authority\n      amount: ${amount}/family`;
}).join("\n")}
outcomes:
  - outcome: bench-outcome
    affects: starters
    without: 44/108
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    lag: 6 months
    lasts: 2 years
    drop_off: 20%/year
`;

/** Milliseconds that 10,000 draws of a spec of twenty lines take, all its figures, sensitivities and curves; once warm. */
export function timeSimulation(runs: number): number {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 1, day: 1 } });
  for (const [path, text] of Object.entries(shared)) session.setFile(path, text);
  session.setFile("simulated.intervention.yaml", spec);
  session.setComplete(true);
  const snapshot = session.snapshot();
  const [assessed] = snapshot.assessments("simulated.intervention.yaml");
  if (assessed === undefined) throw new Error("The spec to simulate has no figures.");
  const times: number[] = [];
  for (let run = 0; run < runs + 3; run++) {
    const from = performance.now();
    const found = simulated(snapshot, assessed, { seed: run });
    if (run >= 3) times.push(performance.now() - from);
    if (found?.simulation.figures.get("npv")?.low === undefined) throw new Error("The simulation gave no interval.");
  }
  return median(times);
}
