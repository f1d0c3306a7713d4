import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Repeatable numbers from 0 to 1 (mulberry32), so that every run measures the same text. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const items = [
  "Therapists",
  "Family support visits",
  "Room hire",
  "Supervision",
  "Course materials",
  "Travel",
  "Interpreters",
  "Crèche",
];

/** One cost line of seven lines of text. `alias` writes its payer as an alias of an anchor. */
function costLine(next: () => number, index: number, alias: boolean): string {
  const hours = (1 + Math.floor(next() * 8)) / 2;
  return [
    `    - item: ${items[index % items.length]} ${index}`,
    "      timing: recurring",
    "      resource: staff",
    `      who_pays: ${alias ? "*payer" : "local-authority"}`,
    `      quantity: ${hours} hours/visit x ${4 + Math.floor(next() * 12)} visits/family`,
    `      unit_cost: ${next() < 0.3 ? "bench/worker-1" : `£${20 + Math.floor(next() * 40)}/hour`}`,
    "      basis: published",
  ].join("\n");
}

/** An intervention of about `lines` lines of text. */
export function intervention(id: string, lines: number, seed: number, aliases = 0): string {
  const next = random(seed);
  const count = Math.max(1, Math.floor((lines - 42) / 7));
  const step = aliases === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(count / aliases));
  const cost = Array.from({ length: count }, (_, index) => costLine(next, index, index > 0 && index % step === 0)).join(
    "\n",
  );
  return `intervention: ${id}
title: Family support number ${id}
status: piloting
strand: edge-of-care
need_level: targeted-indicated
source:
  title: Generated for measuring
  year: 2024
population:
  who: Families at the edge of care
  unit: family
  has: 1.5 children/family
  eligible: 240 families/year
  starts: ${40 + Math.floor(next() * 40)} families/year
  completes: 85%
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    title: Usual services
    cost: £1,900/family
  lines:
    - item: Licence and initial training
      timing: start-up
      amount: £46,000
      lasts: 3 years
      who_pays: ${aliases > 0 ? "&payer local-authority" : "local-authority"}
${cost}
outcomes:
  - outcome: bench-outcome
    affects: starters
    without: 35%
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    lag: 6 months
    lasts: 1 year
    drop_off: 20%/year
    attribution: 100%
    evidence: [bench-study, bench-again]

`;
}

const study = (id: string, title: string, year: number): string => `study: ${id}
title: ${title}
country: England
need_level: targeted-indicated
source:
  year: ${year}
design: rct
sample: 684 families
retained: 90%
analysis: intention-to-treat
blinded:
  assessors: true
developer_led: false
independent_evaluator: true
baseline_equivalent: true
registration: ISRCTN00000000
last_follow_up: 5 years after start
results:
  - outcome: bench-outcome
    reported_by: administrative
    validated: true
    effect: RR 0.72 (95% CI 0.55 to 0.94)
`;

/** What the generated interventions refer to. */
export const shared: Readonly<Record<string, string>> = {
  "wellspent.yaml":
    "root: true\ncountry: England\nappraisal:\n  price_year: 2024-25\n  discounting: green-book-standard\n",
  "bench.unit-costs.yaml":
    "unit_costs: bench\ntitle: Generated for measuring\nsource:\n  title: Generated for measuring\n  year: 2024\nprice_year: 2023-24\nentries:\n  - entry: worker-1\n    value: £38/hour\n",
  "bench.outcome.yaml":
    "outcome: bench-outcome\ntitle: A child enters care\ncounts: children\nkind: state\nbetter: lower\nvalues:\n  - value: £51,080/child/year\n    price_year: 2013-14\n    kind: fiscal\n    gains: local-authority\n    confidence: 1\n",
  "bench.study.yaml": study("bench-study", "A trial", 2020),
  "bench-again.study.yaml": study("bench-again", "The same, tried again", 2022),
};

/** A repository of `files` specs of about 3.4 kB each: 8% with CRLF, 5% of two documents. */
export function repository(folder: string, files: number): readonly string[] {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(shared)) writeFileSync(join(folder, name), text);
  const next = random(files);
  return Array.from({ length: files }, (_, index) => {
    const parent = join(folder, `team-${index % 40}`);
    mkdirSync(parent, { recursive: true });
    let text = intervention(`spec-${index}`, 105, index);
    if (next() < 0.05) text += `---\n${intervention(`spec-${index}-b`, 60, index + 1)}`;
    if (next() < 0.08) text = text.replaceAll("\n", "\r\n");
    const path = join(parent, `spec-${index}.intervention.yaml`);
    writeFileSync(path, text);
    return path;
  });
}
