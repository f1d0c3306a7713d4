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
