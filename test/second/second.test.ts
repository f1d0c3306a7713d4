import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseOf } from "./case.ts";
import { type Figures, workOut } from "./chain.ts";
import { type Difference, differences } from "./compare.ts";
import { leftOut } from "./doubts.ts";
import { made } from "./generate.ts";
import { ask } from "./product.ts";

const SPECS = 2_000;
const AT_ONCE = 500;

type Found = { text: string; found: Difference[] };

/** Every figure of every spec by both; the shortest spec on which they differ comes first. */
function compareAll(texts: Map<string, string>, alter: (figures: Figures) => Figures = (figures) => figures) {
  const answers = ask(texts);
  const different: Found[] = [];
  let figures = 0;
  for (const [id, text] of texts) {
    const given = caseOf(text);
    const { figures: printed, incomplete } = answers.get(id) ?? { figures: {}, incomplete: new Set<string>() };
    const skip = leftOut(given);
    const names = Object.keys(printed).filter((name) => !skip(name));
    figures += names.length;
    const found = differences(workOut(given), { figures: alter(printed), incomplete }, skip);
    if (found.length > 0 || names.length === 0) different.push({ text, found });
  }
  return { figures, different: different.sort((a, b) => a.text.length - b.text.length) };
}

const shown = ({ text, found }: Found): string =>
  `${found.map(({ figure, ours, theirs }) => `${figure}: ${ours} here, ${theirs} by the product`).join("\n")}\n${text}`;

const some = (number: number): Map<string, string> =>
  new Map(fc.sample(made, number).map((write, id) => [`made-${id}`, write(id)]));

/** One spec that is always the same, and on which both agree. */
const plain = (): Map<string, string> =>
  new Map([
    [
      "plain",
      `intervention: plain
title: Made up
population: { who: Families, unit: family, starts: 60 families/year }
costs:
  price_year: 2022-23
  period: 3 years
  perspective: society
  comparator: { title: Usual services, cost: none }
  lines:
    - item: Therapists
      who_pays: local-authority
      quantity: 4 FTE
      unit_cost: £52300/FTE/year
appraisal: { price_year: 2024-25 }
`,
    ],
  ]);

describe("a second implementation, written from the documents alone, works out the same figures", () => {
  it.each(Array.from({ length: SPECS / AT_ONCE }, (_, batch) => batch))("batch %i", () => {
    const { figures, different } = compareAll(some(AT_ONCE));
    expect(figures).toBeGreaterThan(30 * AT_ONCE);
    expect(different.slice(0, 1).map(shown).join("\n")).toBe("");
  });

  it("reports a figure that is a millionth out", () => {
    const altered = compareAll(plain(), (figures) => ({ ...figures, pv_cost: (figures.pv_cost ?? 0) * 1.000001 }));
    expect(altered.different.flatMap(({ found }) => found.map(({ figure }) => figure))).toEqual(["pv_cost"]);
  });

  it("reports a figure that the product does not give", () => {
    const altered = compareAll(plain(), ({ cost_per_starter: _, ...figures }) => figures);
    expect(altered.different.flatMap(({ found }) => found.map(({ figure }) => figure))).toEqual(["cost_per_starter"]);
  });
});
