import { expect, test } from "vitest";
import { read } from "../../server/src/values/index.ts";

function effect(text: string) {
  const reading = read("effect", text);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.message}`);
  return reading.value;
}

test.each([
  ["adjusted odds ratio 0.90 (97.5% CI 0.64 to 1.28)", "OR", 0.9],
  ["adjusted mean difference -0.8 (95% CI -3.1 to 1.4), p=0.4", "MD", -0.8],
  ["adjusted HR 1.18 (0.90 to 1.55)", "HR", 1.18],
])("%s is the measure it is, and adjusted", (text, metric, value) => {
  expect(effect(text)).toMatchObject({ kind: "estimate", metric, value, adjusted: true });
});

test.each([
  "IRR 0.83 (95% CI 0.68 to 1.01)",
  "incidence rate ratio 0.83 (0.68 to 1.01)",
  "rate ratio 0.83",
  "prevalence ratio 0.83",
])("%s is read as a relative risk", (text) => expect(effect(text)).toMatchObject({ metric: "RR", value: 0.83 }));

test.each(["0.24 SD", "+0.24 SD (95% CI 0.10 to 0.38)", "0.24 standard deviations"])(
  "%s is a standardised difference",
  (text) => expect(effect(text)).toMatchObject({ metric: "d", value: 0.24 }),
);

// Minnis and others 2001, Table 3: carer SDQ 18 (SD 8) v 16 (SD 8).
test("two means with their standard deviations are a comparison of scores", () => {
  const found = effect("18 (SD 8) v 16 (SD 8)");
  expect(found).toMatchObject({ kind: "comparison", with: { value: 18, sd: 8 }, without: { value: 16, sd: 8 } });
  const mixed = effect("18 points (SD 8) v 16");
  expect(mixed).toMatchObject({ kind: "comparison", without: { value: 16 } });
});

test("a standard deviation alone does not make an effect", () => {
  const reading = read("effect", "MD 4 (SD 8)");
  expect(reading.ok).toBe(false);
});
