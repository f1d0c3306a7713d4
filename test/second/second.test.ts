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
    const theirs = answers.get(id)?.figures ?? {};
    const skip = leftOut(given);
    const names = Object.keys(theirs).filter((name) => !skip(name));
    figures += names.length;
    const found = differences(workOut(given), alter(theirs), skip);
    if (found.length > 0 || names.length === 0) different.push({ text, found });
  }
  return { figures, different: different.sort((a, b) => a.text.length - b.text.length) };
}

const shown = ({ text, found }: Found): string =>
  `${found.map(({ figure, ours, theirs }) => `${figure}: ${ours} here, ${theirs} by the product`).join("\n")}\n${text}`;

const some = (number: number): Map<string, string> =>
  new Map(fc.sample(made, number).map((write, id) => [`made-${id}`, write(id)]));

describe("a second implementation, written from the documents alone, works out the same figures", () => {
  it.each(Array.from({ length: SPECS / AT_ONCE }, (_, batch) => batch))("batch %i", { timeout: 180_000 }, () => {
    const { figures, different } = compareAll(some(AT_ONCE));
    expect(figures).toBeGreaterThan(30 * AT_ONCE);
    expect(different.slice(0, 1).map(shown).join("\n")).toBe("");
  });

  it("reports a figure that is a millionth out", () => {
    const altered = compareAll(some(3), (figures) => ({
      ...figures,
      cost_total: (figures.cost_total ?? 0) * 1.000001 + 1e-6,
    }));
    expect(altered.different).toHaveLength(3);
    expect(altered.different.flatMap(({ found }) => found.map(({ figure }) => figure))).toEqual(
      Array(3).fill("cost_total"),
    );
  });

  it("reports a figure that the product does not give", () => {
    const altered = compareAll(some(1), ({ cost_per_starter: _, ...figures }) => figures);
    expect(altered.different[0]?.found.map(({ figure }) => figure)).toEqual(["cost_per_starter"]);
  });
});
