import { expect, test } from "vitest";
import type { Snapshot } from "../../server/src/analysis/types.ts";
import { hover } from "../../server/src/features/hover.ts";
import { designOf } from "../../server/src/model/assess/design/index.ts";
import { evidenceSources } from "../../server/src/model/assess/evidence/index.ts";
import { designLine } from "../../server/src/report/design-words.ts";
import { examples, snapshotOf } from "../report/support.ts";

const plan = (evaluation: string, claim = "    without: 35%\n"): Snapshot =>
  snapshotOf({
    "wellspent.yaml": "root: true\n",
    "a.intervention.yaml": `intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: care\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    evidence: [one, two]\n${claim}evaluation:\n${evaluation}`,
    "care.outcome.yaml": "outcome: care\nkind: event\nbetter: lower\nmeasures:\n  - measure: strain\n    sd: 12\n",
    "one.study.yaml":
      "study: one\ndesign: rct\nsample: 684 families\nresults:\n  - outcome: care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n",
    "two.study.yaml":
      "study: two\ndesign: rct\nsample: 300 families\nresults:\n  - outcome: care\n    effect: RR 0.70 (95% CI 0.50 to 0.98)\n",
  });

function of(snapshot: Snapshot, id = "a") {
  for (const path of snapshot.files)
    for (const spec of snapshot.specs(path))
      if (spec.kind === "intervention" && spec.id === id && spec.reading !== undefined) {
        const design = designOf(spec.reading, evidenceSources(snapshot));
        if (design !== undefined) return design;
      }
  throw new Error(`${id} has no design`);
}

const schools = "  design: cluster-rct\n  clusters: 40 schools\n  per_cluster: 60 pupils\n  icc: 0.15\n";

test("IES table 7.3, as a spec: 104 schools with normal quantiles, 106 with t; said in one line", () => {
  const explained = "  explained:\n    cluster: 0.2\n    individual: 0.2\n  expected_effect: g 0.20\n";
  expect(designLine(of(plan(`${schools}${explained}  multiplier: normal\n`)))).toBe(
    "too small for the effect expected: finds g 0.32 or more, expected 0.20; 104 schools needed",
  );
  expect(of(plan(schools + explained)).expected[0]?.recruit).toBe(106);
});

test("58 schools an arm are 116, people lost and schools lost are left out, and what is needed is recruited before they are", () => {
  const evaluation =
    "  design: cluster-rct\n  clusters: 58 schools/arm\n  per_cluster: 60 pupils\n  icc: 0.15\n  attrition: 10%\n  cluster_attrition: 5%\n  expected_effect: g 0.20\n";
  const design = of(plan(evaluation));
  expect(design.plan.design).toMatchObject({ clusters: 116 * 0.95, perCluster: 54 });
  const [expected] = design.expected;
  // Whole arms: an even number.
  expect(expected?.recruit).toBe(2 * Math.ceil((expected?.needed?.exact ?? 0) / 0.95 / 2));
});

test("the people of a plan are spread over its clusters where a cluster's own are not said", () => {
  const design = of(
    plan(
      "  design: cluster-rct\n  clusters: 20 teams\n  participants: 600 families\n  per_cluster: unknown\n  icc: 0.05\n",
    ),
  );
  expect(design.plan.design).toMatchObject({ perCluster: 30 });
  expect(design.plan.notes).toEqual(["people in each cluster: all of them over the clusters"]);
});

test("without an intraclass correlation the power is not known, and four answers are given as what they would be", () => {
  const design = of(
    plan("  design: cluster-rct\n  clusters: 20 teams\n  per_cluster: 30 families\n  expected_effect: RR 0.72\n"),
  );
  expect(design.detectable).toBeUndefined();
  expect(design.expected[0]?.power).toBeUndefined();
  // t(0.975, 18) + t(0.8, 18) = 2.101 + 0.862; the variance by the formula of two levels.
  for (const { icc, detectable } of design.ifIcc)
    expect(detectable?.effect).toBeCloseTo(2.963 * Math.sqrt(icc / 5 + (1 - icc) / 150), 3);
  expect(design.ifIcc.map(({ icc }) => icc)).toEqual([0.05, 0.1, 0.15, 0.2]);
});

test("a yes/no outcome is held as a difference in chances, and the chances that are found are said", () => {
  const design = of(plan("  design: rct\n  participants: 600 families\n  expected_effect: RR 0.72\n"));
  const [expected] = design.expected;
  // (0.252 - 0.35) / sqrt(0.301 x 0.699), above zero where it is better.
  expect(expected?.size.kind === "sized" && expected.size.sd).toBeCloseTo(0.098 / Math.sqrt(0.301 * 0.699), 9);
  // 600 families: n an arm 300, M 2.805: by hand about 24.5%.
  expect(design.chances?.below).toBeCloseTo(0.245, 2);
  expect(design.chances?.above).toBeGreaterThan(0.35);
});

test("without what happens otherwise a relative risk has no size, an odds ratio has one through its logarithm, points have one over their spread", () => {
  const sizeOf = (effect: string, more = "") =>
    of(plan(`  design: rct\n  participants: 600 families\n  expected_effect: ${effect}\n${more}`, "")).expected[0]
      ?.size;
  expect(sizeOf("RR 0.72")).toMatchObject({ kind: "needs", lacking: { key: "outcomes.care.without" } });
  const odds = sizeOf("OR 0.60");
  // ln(0.6) x sqrt(3) / pi, better is lower.
  expect(odds?.kind === "sized" && odds.sd).toBeCloseTo(0.2816, 4);
  const scored = sizeOf("MD -3", "  measure: strain\n");
  expect(scored?.kind === "sized" && Math.abs(scored.sd)).toBeCloseTo(0.25, 9);
});

test("what the evidence supports: the studies together, and one by one", () => {
  const design = of(plan("  design: rct\n  participants: 600 families\n  expected_effect: RR 0.60\n"));
  const supported = design.supported();
  expect(supported?.studies).toBe(2);
  // Between the two, 0.80 and 0.70 of 35%.
  const sd = (withIt: number) => (0.35 - withIt) / Math.sqrt(((0.35 + withIt) / 2) * (1 - (0.35 + withIt) / 2));
  expect(supported?.sd).toBeGreaterThan(sd(0.28));
  expect(supported?.sd).toBeLessThan(sd(0.245));
  expect(design.shown()?.map(({ study, sd: each }) => [study, each.toFixed(3)])).toEqual([
    ["one", sd(0.28).toFixed(3)],
    ["two", sd(0.245).toFixed(3)],
  ]);
});

test("several primary outcomes share the level; a design that chance does not decide has no power, one that is not worked out says so", () => {
  const one = of(plan(schools)).detectable?.effect ?? 0;
  const holm = of(plan(`${schools}  primary_tests:\n    number: 2\n    correction: holm\n`));
  expect(holm.plan.test.tests).toBe(2);
  expect(holm.detectable?.effect).toBeGreaterThan(one);
  expect(() => of(plan("  design: matched\n  participants: 600 families\n"))).toThrow();
  expect(designLine(of(plan("  design: crossover\n  clusters: 12 teams\n  icc: 0.05\n")))).toBe(
    "power not worked out for a crossover trial",
  );
});

// PASS, as printed in the comparison that comes with swdpwr: 10 clusters in 2 steps, 15 in each of 3 periods, icc 0.01, an effect of
// half of the residual standard deviation: 0.826.
test("a stepped wedge is read: people over all periods, starts, and clusters needed in whole steps", () => {
  const wedge =
    "  design: stepped-wedge\n  clusters: 10 teams\n  steps: 2\n  per_cluster: 45 families\n  icc: 0.01\n  multiplier: normal\n";
  const design = of(plan(`${wedge}  expected_effect: g 0.4975\n`));
  expect(design.expected[0]?.power?.toFixed(3)).toBe("0.826");
  expect(design.plan.taken).toContain("clusters as alike over time as at one time");
  const small = of(plan(`${wedge}  expected_effect: g 0.40\n`)).expected[0];
  expect(small?.enough).toBe(false);
  expect((small?.recruit ?? 1) % 2).toBe(0);
  const changing = of(plan(`${wedge}  cluster_autocorrelation: 0.8\n`)).detectable?.effect ?? 0;
  expect(changing).toBeGreaterThan(design.detectable?.effect ?? 0);
  expect(designLine(of(plan(wedge.replace("  steps: 2\n", ""))))).toContain("`steps`");
  expect(of(plan(wedge.replace("steps: 2", "steps: 12"))).plan.impossible).toHaveLength(1);
});

test("blocks, groups in clusters and clusters in blocks are read", () => {
  const within = "  design: blocked-rct\n  clusters: 20 sites\n  per_cluster: 15 children\n";
  // PowerUpR, bira2f1: 0.325.
  expect(of(plan(within)).detectable?.effect.toFixed(3)).toBe("0.325");
  const random = "  blocks:\n    effects: random\n    icc: 0.17\n    effect_variation: 0.5\n";
  // PowerUpR, bira2: 0.366.
  expect(of(plan(within + random)).detectable?.effect.toFixed(3)).toBe("0.366");
  const three =
    "  design: cluster-rct\n  clusters: 50 schools\n  allocation: 2 to 3\n  groups:\n    per_cluster: 2 classes\n    size: 10 pupils\n    icc: 0.06\n  icc: 0.18\n  explained:\n    cluster: 0.45\n    group: 0.5\n    individual: 0.55\n  covariates:\n    cluster: 1\n  expected_effect: g 0.30\n";
  // PowerUpR, vignette: 50 schools find 0.30.
  expect(Math.round(of(plan(three)).expected[0]?.needed?.exact ?? 0)).toBe(50);
  const blocked =
    "  design: cluster-rct\n  clusters: 220 schools\n  per_cluster: 20 pupils\n  icc: 0.10\n  blocks:\n    number: 5 areas\n";
  // PowerUpR, bcra3f2: printed .145, 0.1445 worked out.
  expect(of(plan(blocked)).detectable?.effect).toBeCloseTo(0.1445, 4);
});

test("the hover shows the formula, its numbers and the evidence; of the examples, KiVa's design says what it finds and what it lacks", () => {
  const snapshot = plan("  design: rct\n  participants: 600 families\n  expected_effect: RR 0.60\n");
  const text = snapshot.text("a.intervention.yaml") ?? "";
  const shown = hover(snapshot, "a.intervention.yaml", text.indexOf("participants:"))?.markdown.replaceAll("\\", "");
  for (const said of [
    "Smallest detectable effect = M x sqrt((1 - R1) / (p (1 - p) n))",
    "| n | **600** |",
    "t quantiles with 598 degrees of freedom, power 80%, 5% two-sided",
    "Its evidence (2 studies)",
    "Taken as usual: power 80%; 5%, two-sided",
  ])
    expect(shown).toContain(said);
  // Clarkson 2022, BMC Public Health: 116 schools, about 13,000 pupils, icc 0.02, power 90%.
  const kiva = of(examples(), "kiva");
  // M(114 df, 90%) = 3.270; sqrt(0.02/29 + 0.98/3250) = 0.03149.
  expect(kiva.detectable?.effect).toBeCloseTo(3.27 * 0.03149, 3);
  expect(designLine(kiva)).toContain("whether it finds -22% relative needs what happens without it");
});
