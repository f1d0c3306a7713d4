import { expect, test } from "vitest";
import { agrees, holdsEstimate, pFromInterval, showsNoEffect } from "../../server/src/evidence/index.ts";
import { read } from "../../server/src/values/index.ts";
import type { Estimate } from "../../server/src/values/types.ts";

function estimate(text: string): Estimate {
  const reading = read("effect", text);
  if (!reading.ok || reading.value.kind !== "estimate") throw new Error(`not an estimate: ${text}`);
  return reading.value;
}

// Butler and others 2011, BMJ; START trial, Fonagy and others, Lancet Psychiatry 2018: OR 1.25 (0.77 to 2.05), p = 0.37.
test("START: the printed p follows from the printed interval", () => {
  const effect = estimate("OR 1.25 (95% CI 0.77 to 2.05), p = 0.37");
  const allowed = pFromInterval(effect);
  expect(allowed?.central).toBeCloseTo(0.37, 2);
  expect(effect.p && allowed && agrees(effect.p, allowed)).toBe(true);
});

// Day and others 2012, BMJ 344:e1107: effect size 0.38 (0.01 to 0.75), P = 0.01, which belongs to an adjusted test.
test("EPEC: the printed p does not follow from the printed interval", () => {
  const effect = estimate("d 0.38 better (95% CI 0.01 to 0.75), P=0.01");
  const allowed = pFromInterval(effect);
  expect(allowed?.central).toBeCloseTo(0.044, 3);
  expect(effect.p && allowed && agrees(effect.p, allowed)).toBe(false);
});

test("no effect lies inside the interval of a null result, outside that of an effect", () => {
  expect(showsNoEffect("OR", estimate("OR 1.25 (0.77 to 2.05)").interval as never)).toBe(true);
  expect(showsNoEffect("d", estimate("d 0.26 (0.17 to 0.35)").interval as never)).toBe(false);
});

test("an estimate outside its interval is caught, one at the edge by rounding is not", () => {
  const inside = estimate("g 0.40 (0.41 to 0.60)");
  const edge = estimate("g 0.4 (0.45 to 0.60)");
  expect(holdsEstimate(inside.value, inside.written, inside.interval as never)).toBe(true);
  expect(holdsEstimate(edge.value, edge.written, edge.interval as never)).toBe(true);
  const outside = estimate("g 0.20 (0.41 to 0.60)");
  expect(holdsEstimate(outside.value, outside.written, outside.interval as never)).toBe(false);
});

function stands(text: string): boolean {
  const effect = estimate(text);
  const allowed = pFromInterval(effect);
  if (effect.p === undefined || allowed === undefined) throw new Error(`no p or no interval: ${text}`);
  return agrees(effect.p, allowed);
}

// -32% relative (-45% to -16%) is RR 0.68 (0.55 to 0.84): ln 0.68 = -0.386, SE = (ln 0.84 - ln 0.55) / 3.92 = 0.108, z = 3.57.
test("a relative change is tested on the scale of the ratio that it stands for", () => {
  const relative = pFromInterval(estimate("-32% relative (95% CI -45% to -16%)"));
  const ratio = pFromInterval(estimate("RR 0.68 (95% CI 0.55 to 0.84)"));
  expect(relative?.central).toBeCloseTo(0.00035, 4);
  expect(relative?.central).toBeCloseTo(ratio?.central ?? 0, 10);
});

test("the level of the interval counts: at 90% the standard error is larger than 95% would make it", () => {
  const p90 = pFromInterval(estimate("RR 0.90 (90% CI 0.80 to 1.01)"));
  const p95 = pFromInterval(estimate("RR 0.90 (95% CI 0.80 to 1.01)"));
  expect(p90?.central).toBeGreaterThan(p95?.central ?? 1);
  expect(p90?.central).toBeCloseTo(0.137, 3);
});

// t with 10 degrees of freedom: the interval is 2.228 standard errors each way, and t = 3.169 has p = 0.01. By the normal curve, 0.005.
test("a p value of a small trial's t test can stand beside its interval", () => {
  expect(stands("MD 3.169 points (95% CI 0.941 to 5.397), p = 0.01")).toBe(true);
});

test("in the far tail tests differ and nobody decides by it; a p that decides otherwise is told", () => {
  expect(stands("g 0.50 (95% CI 0.30 to 0.70), p = 0.003")).toBe(true);
  expect(stands("g 0.50 (95% CI 0.30 to 0.70), p = 0.04")).toBe(false);
  expect(stands("g 0.10 (95% CI -0.10 to 0.30), p < 0.05")).toBe(false);
  expect(stands("g 0.50 (95% CI 0.30 to 0.70), p over 0.05")).toBe(false);
});

test("an interval without width, or a ratio's that reaches zero, gives no p", () => {
  expect(pFromInterval(estimate("g 0.50 (95% CI 0.50 to 0.50)"))).toBeUndefined();
  expect(pFromInterval(estimate("OR 0.80 (95% CI 0 to 2)"))).toBeUndefined();
});
