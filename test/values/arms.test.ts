/** Two arms side by side, as tables of trials print them. */
import { describe, expect, test } from "vitest";
import { read } from "../../server/src/values/index.ts";
import { unit } from "../../server/src/values/units.ts";

const days = unit(["day", 1]);
const points = unit(["point", 1]);

describe("two means with their standard deviations", () => {
  test.each([
    "87 (SD 60) v 115 (SD 70) days",
    "87 days (SD 60) v 115 days (SD 70)",
    "87 (SD 60) days v 115 (SD 70) days",
    "mean 87 (SD 60) v mean 115 (SD 70) days",
    "M = 87, SD = 60 v M = 115, SD = 70 days",
    "87 (s.d. 60) versus 115 (S.D. 70) days",
    "87 [SD 60] compared with 115 [SD 70] days",
    "87 (standard deviation 60) vs. 115 (standard deviation 70) days",
  ])("%s", (text) => {
    expect(read("effect", text)).toMatchObject({
      ok: true,
      value: {
        kind: "comparison",
        with: { value: 87, sd: 60, unit: days },
        without: { value: 115, sd: 70, unit: days },
      },
    });
  });

  test("a mean of a score counts its points, with the number it is of, and p after the unit", () => {
    expect(read("effect", "18.2 (SD 8.1, n = 45) v 16.0 (SD 8.3, n=47)")).toMatchObject({
      ok: true,
      value: { with: { value: 18.2, sd: 8.1, n: 45, unit: points }, without: { value: 16, n: 47, unit: points } },
    });
    expect(read("effect", "-3.2 (SD 4) v -1.1 (SD 5) points, p = 0.02")).toMatchObject({
      ok: true,
      value: { with: { value: -3.2, unit: points }, p: { value: 0.02 } },
    });
    expect(read("rate", "1.2 (SD 0.4) incidents/child/year")).toMatchObject({
      ok: true,
      value: { value: 1.2, sd: 0.4, unit: unit(["incident", 1], ["child", -1], ["year", -1]) },
    });
  });

  test("what a number in brackets or behind ± is, is asked", () => {
    for (const text of ["18.2 (8.1) v 16.0 (8.3)", "18.2 ± 8.1 v 16.0 ± 8.3"]) {
      const found = read("effect", text);
      expect(found.ok).toBe(false);
      expect(!found.ok && found.problem.message).toContain("is not guessed");
    }
  });
});

describe("a unit written once is that of both arms", () => {
  test.each([
    ["87 v 115 days", 87, 115, days],
    ["13 v 11%", 0.13, 0.11, unit()],
    ["0.8 v 1.1 incidents per child", 0.8, 1.1, unit(["incident", 1], ["child", -1])],
  ])("%s", (text, withIt, without, of) => {
    expect(read("effect", text)).toMatchObject({
      ok: true,
      value: { with: { value: withIt, unit: of }, without: { value: without, unit: of } },
    });
  });

  test("shares with the number they are of", () => {
    expect(read("effect", "13% (n=60) v 11% (n=70)")).toMatchObject({
      ok: true,
      value: { with: { value: 0.13, n: 60 }, without: { value: 0.11, n: 70 } },
    });
    expect(read("effect", "13% v 11 days").ok).toBe(false);
  });

  test("fewer and more are signs to write", () => {
    expect(read("effect", "28 fewer days (95% CI 5 to 51)")).toMatchObject({
      ok: false,
      problem: { example: "MD -28 days" },
    });
    expect(read("effect", "2 more sessions")).toMatchObject({ ok: false, problem: { example: "MD 2 sessions" } });
  });

  test("more than one for each person is no chance", () => {
    expect(read("rate", "120 per 100 children")).toMatchObject({
      ok: false,
      problem: { example: "120 incidents per 100 children" },
    });
  });
});
