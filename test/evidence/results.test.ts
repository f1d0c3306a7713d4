import { describe, expect, test } from "vitest";
import { effectText } from "../../server/src/evidence/index.ts";
import { commonEffect, onScale } from "../../server/src/model/assess/evidence/index.ts";
import { firstResult } from "./project.ts";

const outcome = (better: string, kind = "score"): string => `---\noutcome: o\nkind: ${kind}\nbetter: ${better}\n`;
const study = (facts: string, result: string, better = "higher"): string =>
  `study: s\n${facts}results:\n  - outcome: o\n${result.replace(/^/gm, "    ").trimEnd()}\n${outcome(better)}`;

function common(text: string): number {
  const found = commonEffect(firstResult(text));
  if (!("effect" in found)) throw new Error(found.needs);
  return found.effect.value;
}

// Day and others, BMJ 2012;344:e1107; EIF Guidebook: index 15.
test("EPEC: the printed interval leads; the index stands behind it", () => {
  const found = firstResult(
    study(
      "design: rct\narms:\n  - arm: intervention\n    randomised: 59\n  - arm: control\n    randomised: 57\n",
      "effect: d 0.38 better (95% CI 0.01 to 0.75), P=0.01\nchange: 10.57 points better\nimprovement_index: 15\n",
      "lower",
    ),
  );
  expect(found.direction).toBe("better");
  expect(found.readings.map(({ effect }) => effect.scale)).toEqual(["d", "MD", "g"]);
  expect(found.readings[0]?.effect.se).toBeCloseTo(0.1888, 4);
  // Less is better, so a fall is better: raw numbers are below zero, the common one above.
  expect(found.readings.map(({ effect, sign }) => Math.sign(effect.value) * (sign ?? 0))).toEqual([1, 1, 1]);
  expect(found.readings[2]?.effect.value).toBeCloseTo(-0.385, 3);
});

describe("which way is better", () => {
  test("a word turns a difference; a negative number with the word stays better", () => {
    expect(common(study("design: rct\n", "effect: d -0.3 better (-0.5 to -0.1)\n", "lower"))).toBeCloseTo(0.3, 6);
    expect(common(study("design: rct\n", "effect: g 0.3 worse (0.1 to 0.5)\n", "lower"))).toBeCloseTo(-0.3, 6);
  });
  // g 0.2 better of 30%: ln OR = -0.2 pi / sqrt 3 = -0.3628, OR 0.6957, 0.6957 x 0.3 / (0.7 + 0.6957 x 0.3) = 0.2297.
  test("better, of a chance of which less is better, is a smaller chance", () => {
    const found = onScale(
      firstResult(study("design: rct\n", "effect: g 0.2 better (0.1 to 0.3)\nwithout: 30%\n", "lower")),
      "RD",
    );
    expect(found?.conversion.kind === "converted" ? found.conversion.effect.value : Number.NaN).toBeCloseTo(-0.0703, 4);
  });
  test("a ratio below one is better where less is", () => {
    expect(common(study("design: rct\n", "effect: OR 0.5 (0.3 to 0.8)\n", "lower"))).toBeCloseTo(0.3822, 4);
    expect(firstResult(study("design: rct\n", "effect: OR 0.5 (0.3 to 0.8)\n", "higher")).direction).toBe("worse");
  });
  test("d without a word, where less is better, is not guessed", () => {
    expect(commonEffect(firstResult(study("design: rct\n", "effect: d 0.3 (0.1 to 0.5)\n", "lower")))).toEqual({
      needs: "which way is better",
    });
  });
});

describe("from what is printed", () => {
  test("a standard error, an exact p, the numbers in the arms", () => {
    expect(firstResult(study("design: rct\n", "effect: g 0.35 (SE 0.11)\n")).readings[0]?.effect.low).toBeCloseTo(
      0.1344,
      4,
    );
    expect(firstResult(study("design: rct\n", "effect: MD 3.8\np: 0.008\n")).readings[0]?.effect.basis).toBe("p value");
    const arms = "arms:\n  - arm: control\n    analysed: 57\n  - arm: intervention\n    analysed: 59\n";
    expect(firstResult(study(`design: rct\n${arms}`, "effect: d 0.38\n")).sizes).toEqual({ with: 59, without: 57 });
  });
  test("counts beside each other", () => {
    const found = firstResult(study("design: rct\n", "effect: 44/108 v 39/104\n", "lower"));
    expect(found.direction).toBe("no effect shown");
    expect(found.readings.map(({ effect }) => effect.scale)).toEqual(["RR", "OR", "RD"]);
  });
  // Borenstein and others 2009, ch. 4: d 0.5970, g 0.5924.
  test("means with their standard deviations and numbers", () => {
    const text = study(
      "design: rct\n",
      "with: 103 points (SD 5.5)\nwithout: 100 points (SD 4.5)\nwith_analysed: 50\nwithout_analysed: 50\n",
    );
    expect(common(text)).toBeCloseTo(0.5924, 4);
    expect(firstResult(text).readings[1]?.effect.value).toBeCloseTo(3, 10);
  });
  // The same beside the means themselves.
  test("means with their standard deviations and numbers in one line", () => {
    const text = study("design: rct\n", "effect: 103 (SD 5.5, n = 50) v 100 (SD 4.5, n = 50)\n");
    expect(common(text)).toBeCloseTo(0.5924, 4);
  });
  test("a relative change is the relative risk it is", () => {
    const [lead] = firstResult(
      study("design: rct\n", "effect: +5.5% relative (95% CI -4.5% to +16.6%)\n", "lower"),
    ).readings;
    expect(lead?.effect.scale).toBe("RR");
    expect(lead?.effect.low).toBeCloseTo(0.955, 10);
  });
});

// Pause: 14.4 infants fewer for each authority and year; E-SEE: 0.034 QALY. A difference is counted in what it is counted in.
test("differences keep their units, rates make a ratio too", () => {
  const infants = firstResult(
    study("design: difference-in-differences\n", "effect: MD -14.4 infants/authority/year\n", "lower"),
  );
  expect(effectText(infants.readings[0]?.effect ?? { scale: "MD", value: 0 })).toBe("-14.4 infants/authority/year");
  const rates = firstResult(
    study("design: rct\n", "with: 0.3 incidents/child/year\nwithout: 0.4 incidents/child/year\n", "lower"),
  );
  expect(rates.readings[0]?.effect).toMatchObject({ scale: "RR", value: expect.closeTo(0.75, 12) });
  expect(rates.direction).toBe("better, not tested");
  const points = firstResult(study("design: rct\n", "effect: MD -0.8 (95% CI -3.1 to 1.4)\n", "lower"));
  expect(effectText(points.readings[0]?.effect ?? { scale: "MD", value: 0 })).toBe("-0.8 points (95% CI -3.1 to 1.4)");
});

// Robling and others, Lancet 2016;387:146 (Building Blocks): adjusted odds ratio 1.32 (97.5% CI 0.99 to 1.76). At 95%: SE (ln 1.76 -
// ln 0.99) / (2 x 2.2414) = 0.12835, so 1.03 to 1.70; the trial judges by its own level, and so do we.
test("a 97.5% interval is shown at 95% and judged as printed", () => {
  const found = firstResult(study("design: rct\n", "effect: aOR 1.32 (97.5% CI 0.99 to 1.76)\n", "lower"));
  expect(found.direction).toBe("no effect shown");
  expect(found.readings[0]?.effect.low).toBeCloseTo(1.0264, 3);
  expect(found.readings[0]?.notes.join(" ")).toContain("by which it is judged");
});

describe("clustering", () => {
  // 200 in 20 clusters: m = 10, 1 + 9 x 0.05 = 1.45.
  const facts = "design: cluster-rct\nclusters: 20 schools\n";
  const counts = "effect: 30/100 v 45/100\n";
  test("widens what we work out, and says by how much", () => {
    const plain = firstResult(study("design: rct\n", counts, "lower")).readings[0];
    const wide = firstResult(study(`${facts}icc: 0.05\n`, counts, "lower"));
    expect(wide.clustering).toBe("widened");
    expect((wide.readings[0]?.effect.se ?? 0) / (plain?.effect.se ?? 1)).toBeCloseTo(Math.sqrt(1.45), 6);
  });
  // 200 in the 16 schools that stayed: m = 12.5, 1 + 11.5 x 0.05 = 1.575.
  test("counts the clusters that were analysed, where the arms say how many", () => {
    const arm = (name: string): string =>
      `  - arm: ${name}\n    clusters: 10 schools\n    clusters_analysed: 8 schools\n`;
    const arms = `arms:\n${arm("intervention")}${arm("control")}`;
    const found = firstResult(study(`${facts}icc: 0.05\n${arms}`, counts, "lower"));
    expect(found.readings[0]?.notes.join(" ")).toContain("a design effect of 1.58 (12.5 a cluster");
  });
  test("an intraclass correlation below zero narrows nothing", () => {
    const plain = firstResult(study("design: rct\n", counts, "lower")).readings[0];
    const negative = firstResult(study(`${facts}icc: -0.2\n`, counts, "lower")).readings[0];
    expect(negative?.effect.se).toBeCloseTo(plain?.effect.se ?? 0, 12);
  });
  test("without the intraclass correlation it is said to be ignored, and no effect is taken as shown", () => {
    const found = firstResult(study(facts, counts, "lower"));
    expect(found.clustering).toBe("ignored");
    expect(found.direction).toBe("better, not tested");
  });
  test("of a printed interval it is as the study says, else not known", () => {
    const printed = "effect: g 0.2 (0.1 to 0.3)\n";
    expect(firstResult(study(facts, printed)).clustering).toBe("not said");
    expect(firstResult(study(`${facts}allows_for_clustering: true\n`, printed)).clustering).toBe("allowed for");
  });
});

test("the error beside a ratio is that of its logarithm, and says so", () => {
  const [lead] = firstResult(study("design: rct\n", "effect: OR 2.40 (SE 0.25)\n")).readings;
  // exp(ln 2.4 - 1.96 x 0.25) = 1.470
  expect(lead?.effect.low).toBeCloseTo(1.4703, 3);
  expect(lead?.notes).toEqual(["its standard error taken as that of the logarithm"]);
  // With 0.9 of the logarithm p would be 0.33: ln 2.4 / 0.9 = 0.973. Worked back from p = 0.02: 0.8755 / 2.3263 = 0.3763.
  const [own] = firstResult(study("design: rct\n", "effect: OR 2.4 (SE 0.9)\np: 0.02\n")).readings;
  expect(own?.effect.se).toBeCloseTo(0.3763, 4);
  expect(own?.notes.join(" ")).toContain("is not used");
});

test("a coefficient of something that happens or does not gives its direction alone", () => {
  const yesNo = `study: s\ndesign: matched\nresults:\n  - outcome: o\n    effect: b -0.35 (SE 0.12)\n${outcome("lower", "event")}`;
  expect(firstResult(yesNo).direction).toBe("better");
  expect(firstResult(yesNo).readings[0]?.from).toContain("only its direction is used");
  expect(commonEffect(firstResult(yesNo))).toMatchObject({ needs: expect.anything() });
});

test("before and after is never an effect; not measured is never null", () => {
  expect(firstResult(study("design: before-after\n", "change_over_time: d 0.6 better\n")).kind).toBe(
    "change over time",
  );
  expect(firstResult(study("design: rct\n", "effect: not measured\n")).kind).toBe("not measured");
  expect(firstResult(study("design: rct\n", "effect: no difference\n")).direction).toBe("no effect shown");
});
