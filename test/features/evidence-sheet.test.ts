import { expect } from "vitest";
import { at } from "../../server/src/features/at.ts";
import { claimedSheet, claimSheet, resultSheet } from "../../server/src/features/evidence-sheet.ts";
import { type Marked, marked } from "./marked.ts";

const plain = (text: string | undefined): string => (text ?? "").replaceAll("\\", "");

const sheets = ({ snapshot, path, offset }: Marked): string => {
  const here = at(snapshot, path, offset);
  if (here === undefined) throw new Error("nowhere");
  return plain(resultSheet(snapshot, here) ?? claimedSheet(snapshot, here) ?? claimSheet(snapshot, here));
};

const outcome = "---\noutcome: in-care\nkind: event\nbetter: lower\n";

// START, Lancet Psychiatry 2018: OR 1.25 (0.77 to 2.05) on 11%. By hand: 0.1375 / 1.0275 - 0.11 = 2.4 points; 1 / 0.0238 = 42.
marked(
  "a result of a study is shown on every scale, its null as a null",
  {
    "s.study.yaml": `study: s\ndesign: rct\nresults:\n  - outcome: in-care\n    effect: OR$0 1.25 (95% CI 0.77 to 2.05)\n    without: 11%\n${outcome}`,
  },
  (project) => {
    const sheet = sheets(project);
    expect(sheet).toContain("No effect shown");
    expect(sheet).toMatch(/2\.4 percentage points \(95% CI -2\.3 to 9\.2\)/);
    expect(sheet).toContain("NNTH 42 (95% CI NNTB 44 to infinity to NNTH 11)");
    expect(sheet).toContain("logistic");
    expect(sheet).not.toContain("Months");
  },
);

// EEF table: 0.26 is +3 months, for attainment alone.
marked(
  "months of progress stand beside attainment",
  {
    "s.study.yaml":
      "study: s\ndesign: cluster-rct\nresults:\n  - outcome: reading\n    effect: g$0 0.26 (0.17 to 0.35)\n---\noutcome: reading\nkind: score\nbetter: higher\nattainment: true\n",
  },
  (project) => expect(sheets(project)).toMatch(/Months of progress \| \*\*\+3/),
);

marked(
  "the evidence of a claim: what its studies show together, each with its weight",
  {
    "i.intervention.yaml": `intervention: i\npopulation:\n  unit: child\noutcomes:\n  - outcome: in-care\n    evidence: [a$0, b]\n---\nstudy: a\ndesign: rct\nresults:\n  - outcome: in-care\n    effect: RR 0.5 (0.25 to 1.0)\n---\nstudy: b\ndesign: rct\nresults:\n  - outcome: in-care\n    effect: RR 0.8 (0.4 to 1.6)\n${outcome}`,
  },
  (project) => {
    const sheet = sheets(project);
    expect(sheet).toContain("2 studies together: RR 0.63 (95% CI 0.39 to 1.03)");
    expect(sheet).toContain("weight 50%");
    expect(sheet).toContain("below 1 is better");
    expect(sheet).toContain("I² 0%");
  },
);

// By hand: 0.72 x 0.35 - 0.35 = -0.098, 0.55 and 0.94 give -0.1575 and -0.021; 1 / 0.098 = 10.2, so 11; 1 / 0.1575 = 6.3, 1 / 0.021 = 47.6.
marked(
  "the effect that a claim states stands on every scale too",
  {
    "i.intervention.yaml": `intervention: i\npopulation:\n  unit: child\noutcomes:\n  - outcome: in-care\n    without: 35%\n    effect: RR$0 0.72 (95% CI 0.55 to 0.94)\n${outcome}`,
  },
  (project) => {
    const sheet = sheets(project);
    expect(sheet).toContain("Better");
    expect(sheet).toContain("-9.8 percentage points (95% CI -15.8 to -2.1)");
    expect(sheet).toContain("NNTB 11 (95% CI 7 to 48)");
    expect(sheet).toContain("35% without it (as the claim says)");
  },
);
