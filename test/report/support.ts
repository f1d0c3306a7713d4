import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createSession } from "../../server/src/analysis/index.ts";
import type { AssessedSpec, Snapshot } from "../../server/src/analysis/types.ts";
import { reportOf } from "../../server/src/report/model.ts";
import type { Report, ReportCell } from "../../server/src/report/types.ts";

const asOf = { kind: "date", year: 2026, month: 6, day: 1 } as const;

export function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  const session = createSession({ asOf });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.setComplete(true);
  return session.snapshot();
}

/** The example project of the repository, as on disk. */
export function examples(): Snapshot {
  const root = fileURLToPath(new URL("../../examples", import.meta.url));
  const files: Record<string, string> = {};
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) visit(path);
      else if (/\.ya?ml$/.test(name)) files[relative(root, path).replaceAll("\\", "/")] = readFileSync(path, "utf8");
    }
  };
  visit(root);
  return snapshotOf(files);
}

export interface Case {
  readonly path: string;
  readonly assessed: AssessedSpec;
  readonly report: Report;
}

/** Every intervention of a project with its report. */
export const reportsOf = (snapshot: Snapshot): readonly Case[] =>
  snapshot.files.flatMap((path) =>
    snapshot
      .assessments(path)
      .filter(({ spec }) => spec.kind === "intervention")
      .map((assessed) => ({ path, assessed, report: reportOf(snapshot, path, assessed) })),
  );

export const cellText = (cell: ReportCell): string => (typeof cell === "string" ? cell : cell.text);

/** A whole chain, from volumes to payback: the case that published figures rarely allow. */
export const chain: Readonly<Record<string, string>> = {
  "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2023-24\n",
  "mst.intervention.yaml": `intervention: mst-edge-of-care
title: Multisystemic Therapy for young people on the edge of care
status: piloting
population:
  who: Young people aged 11 to 17 at risk of care or custody, and their families
  unit: family
  starts: 60 families/year
  completes: 85%
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    title: Usual services
    cost: £1,900/family
  lines:
    - item: Therapists
      timing: recurring
      resource: staff
      who_pays:
        local-authority: 60%
        nhs: 40%
      quantity: 4 FTE
      unit_cost: local/therapist
    - item: Family support visits
      who_pays: local-authority
      quantity: 1.5 hours/visit x 12 visits/family
      unit_cost: £38/hour
    - item: Licence and initial training
      who_pays: local-authority
      timing: start-up
      amount: £46,000
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 35%
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    lag: 6 months
    lasts: 2 years
    drop_off: 20%/year
    attribution: 100%
    evidence: [trial-2018]
`,
  "trial.study.yaml": `study: trial-2018
title: A trial of the therapy
source:
  authors: Fonagy P, Butler S, Cottrell D
  year: 2018
  doi: 10.1016/S2215-0366(18)30001-4
design: rct
country: England
sample: 684 families
results:
  - outcome: child-enters-care
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    at: 18 months after start
`,
  "local.unit-costs.yaml": `unit_costs: local
title: Local rates
source:
  title: Council pay scales
  year: 2023
price_year: 2023-24
entries:
  - entry: therapist
    title: Family therapist with on-costs
    value: £52,300/FTE/year
`,
  "care.outcome.yaml": `outcome: child-enters-care
title: A child enters care
kind: event
better: lower
for: family
values:
  - value: £24,000/family
    price_year: 2023-24
    kind: fiscal
    gains: local-authority
`,
};
