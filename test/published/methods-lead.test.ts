/**
 * Published trials of children's services as somebody would type them, with a claim that rests on each: whether the questions are asked that a
 * methods lead would ask of it, and no others. What every spec lacks (costs, money) is left out of view.
 */
import { describe, expect, test } from "vitest";
import { check } from "../rules/support/project.ts";

const settings = { "wellspent.yaml": "root: true\ncountry: England\n" };

/** Codes of the findings on evidence, effects, values and outcomes, each once. */
function asked(study: string, claim: string, outcome: string): readonly string[] {
  const found = check({
    ...settings,
    "a.study.yaml": study,
    "a.intervention.yaml": claim,
    "o.outcome.yaml": outcome,
  });
  const about = /^(evidence|units|schema)\/|^outcome\/(odds|risk|direction)/;
  return [...new Set(found.map(({ code }) => code).filter((code) => about.test(code)))].sort();
}

// Robling and others, Lancet 2016;387:146 (Family Nurse Partnership, Building Blocks): no effect on its primary outcomes, at 97.5%.
const buildingBlocks = `study: building-blocks-2016
source: Robling M and others, Lancet 2016;387:146
country: England
delivered_in: home
need_level: targeted-selective
ages: 13 to 19 years
design: rct
control: usual-services
planned: 1,600
arms:
  - arm: FNP and usual care
    randomised: 823
    analysed: 808
  - arm: usual care
    randomised: 822
    analysed: 810
significance: 2.5% two-sided
analysis: intention-to-treat
independent_evaluator: true
registration: ISRCTN23019866
last_follow_up: 24 months after birth
results:
  - outcome: smoking
    role: primary
    at: birth
    reported_by: test
    validated: true
    effect: aOR 0.90 (97.5% CI 0.64 to 1.28)
    with: 304/547
    without: 306/545
  - outcome: birthweight
    role: primary
    at: birth
    reported_by: administrative
    effect: adjusted mean difference 20.75 grams (97.5% CI -47.73 to 89.23)
    with: 3217.4 (SD 618.0, n = 742) grams
    without: 3197.5 (SD 581.5, n = 768) grams
  - outcome: second-pregnancy
    role: primary
    at: within 24 months after birth
    reported_by: administrative
    effect: aOR 1.01 (97.5% CI 0.77 to 1.33)
    with: 426/643
    without: 427/646
  - outcome: emergency-attendance
    role: primary
    at: 24 months after birth
    reported_by: administrative
    effect: aOR 1.32 (97.5% CI 0.99 to 1.76)
    with: 587/725
    without: 577/753
`;
const mothers = ["smoking", "second-pregnancy", "emergency-attendance"]
  .map((id) => `outcome: ${id}\nkind: event\nbetter: lower\n`)
  .concat("outcome: birthweight\nkind: score\nbetter: higher\n")
  .join("---\n");
const partnership = (claim: string): string =>
  `intervention: fnp\nsource: Robling 2016\nneed_level: targeted-selective\ndelivered_in: home\npopulation:\n  unit: family\n  ages: 13 to 19 years\noutcomes:\n${claim}`;

describe("Family Nurse Partnership", () => {
  test("the null result claimed as it is: only that nothing is shown", () => {
    const claim =
      "  - outcome: smoking\n    without: 56%\n    effect: aOR 0.90 (97.5% CI 0.64 to 1.28)\n    evidence: [building-blocks-2016]\n";
    expect(asked(buildingBlocks, partnership(claim), mothers)).toEqual(["evidence/not-significant-as-effect"]);
  });

  test("an American effect claimed on it: larger than found, and found not to be there", () => {
    const claim =
      "  - outcome: second-pregnancy\n    without: 66%\n    effect: RR 0.67 (95% CI 0.50 to 0.90)\n    evidence: [building-blocks-2016]\n";
    expect(asked(buildingBlocks, partnership(claim), mothers)).toEqual([
      "evidence/claim-larger",
      "evidence/not-significant-as-effect",
      "evidence/one-study",
    ]);
  });
});

// Hutchings and others, BMJ 2007;334:678 (Incredible Years in Sure Start areas of Wales): 104 and 49 randomised, 86 and 47 followed up.
test("Incredible Years: another nation, unequal losses, old, and counted longer than it was followed", () => {
  const study = `study: hutchings-2007
source:
  title: Parenting intervention in Sure Start services for children at risk of developing conduct disorder
  authors: Hutchings J and others
  year: 2007
country: Wales
delivered_in: [community, early-years]
need_level: targeted-indicated
ages: 36 to 59 months
design: rct
control: waiting-list
allocation: 2 to 1
arms:
  - arm: intervention
    randomised: 104
    analysed: 86
  - arm: waiting list
    randomised: 49
    analysed: 47
analysis: intention-to-treat
independent_evaluator: true
registration: ISRCTN46984318
results:
  - outcome: child-behaviour
    measure: ecbi-intensity
    role: primary
    at: 6 months post-baseline
    effect: MD 25.1 better (95% CI 14.9 to 35.2)
  - outcome: child-behaviour
    measure: observed
    at: 6 months post-baseline
    effect: d 0.34 better (95% CI 0.02 to 0.66)
`;
  const claim =
    "intervention: incredible-years\nsource: Hutchings 2007\nneed_level: targeted-indicated\ndelivered_in: community\npopulation:\n  unit: child\n  ages: 3 to 4 years\noutcomes:\n  - outcome: child-behaviour\n    measure: ecbi-intensity\n    effect: MD 25.1 better (95% CI 14.9 to 35.2)\n    lag: 0 months\n    lasts: 3 years\n    evidence: [hutchings-2007]\n";
  const outcome =
    "outcome: child-behaviour\nkind: score\nbetter: lower\nmeasures:\n  - measure: ecbi-intensity\n    reported_by: parent\n    validated: true\n  - measure: observed\n    reported_by: observer\n    validated: true\n";
  expect(asked(study, claim, outcome)).toEqual([
    "evidence/beyond-follow-up",
    "evidence/differential-attrition",
    "evidence/old",
    "evidence/one-study",
    "evidence/other-country",
  ]);
});

// Fonagy and others, Lancet Psychiatry 2018;5:119 (START): 13% against 11% placed out of home, OR 1.25 (0.77 to 2.05), p = 0.37.
test("Multisystemic Therapy: a claim of fewer placements on a trial that found none, for families in greater need", () => {
  const study = `study: start-2018
source: Fonagy P and others, Lancet Psychiatry 2018;5:119
country: England
delivered_in: home
need_level: targeted-indicated
ages: 11 to 17 years
design: rct
control: usual-services
sample: 684 families
retained: 90%
analysis: intention-to-treat
independent_evaluator: true
registration: ISRCTN77132214
results:
  - outcome: placement
    role: primary
    at: 18 months post-randomisation
    reported_by: administrative
    validated: true
    effect: OR 1.25 (95% CI 0.77 to 2.05), p = 0.37
    with: 13%
    without: 11%
`;
  const claim =
    "intervention: mst\nsource: A brochure\nneed_level: specialist\ndelivered_in: home\npopulation:\n  unit: family\n  ages: 11 to 17 years\noutcomes:\n  - outcome: placement\n    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    evidence: [start-2018]\n";
  expect(asked(study, claim, "outcome: placement\nkind: event\nbetter: lower\n")).toEqual([
    "evidence/claim-larger",
    "evidence/not-significant-as-effect",
    "evidence/one-study",
    "evidence/other-need",
  ]);
});
