import { describe, expect, test } from "vitest";
import { simulatedPortfolio } from "../../server/src/analysis/simulated-portfolio.ts";
import { codeLenses, lensTitle } from "../../server/src/features/code-lens.ts";
import { completions } from "../../server/src/features/completion.ts";
import { hover } from "../../server/src/features/hover.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { overviewRows, rowsUnder } from "../../server/src/features/overview/index.ts";
import { statusOf } from "../../server/src/features/status.ts";
import { council } from "./council.ts";
import { areaFile, councilWith, portfolioFile } from "./support.ts";

const { snapshot } = councilWith();

const hoverAt = (file: string, mark: string, into = 2): string =>
  hover(snapshot, file, (council[file] ?? "").indexOf(mark) + into)?.markdown ?? "";

const hintsOf = (file: string): readonly string[] => {
  const text = council[file] ?? "";
  return inlayHints(snapshot, file, { start: 0, end: text.length }).map(
    ({ offset, parts }) =>
      `${text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim()} → ${parts.map((part) => part.text).join(" · ")}`,
  );
};

describe("hover", () => {
  test("an intervention of a portfolio: its cost here, with its shares, and where it ranks", () => {
    const shown = hoverAt(portfolioFile, "family-therapy");
    expect(shown).toContain("**£810,000**");
    expect(shown).toContain("With its shares of shared costs: **£936,000**");
    expect(shown).toContain("By return: **1 of 3**, 0\\.77");
    expect(hoverAt(portfolioFile, "mentoring")).toContain("not comparable (perspective society)");
    expect(hoverAt(portfolioFile, "home-visits")).toContain("cannot be ranked");
  });

  test("of an intervention that shares costs both ratios, and which is the headline; of the whole what it is worth", () => {
    // 720 / 810 without its shares of the manager.
    expect(hoverAt(portfolioFile, "family-therapy")).toMatch(
      /on its own cost alone.*0\\.89; the headline is the one with them/,
    );
    const whole = hoverAt(portfolioFile, "portfolio:");
    expect(whole).toContain("| Net present value of the portfolio | **\\-£1,965,993** |");
    expect(whole).not.toContain("draws");
    const own = councilWith();
    const made = simulatedPortfolio(own.snapshot, own.assessedPortfolio, { draws: 200 });
    if (made !== undefined) own.snapshot.portfolioSimulations.set(own.portfolio, made);
    expect(hover(own.snapshot, portfolioFile, 2)?.markdown).toContain("95% of 200 draws: Net present value");
  });

  test("a candidate says whether it fits", () => {
    expect(hoverAt(portfolioFile, "short-breaks")).toContain("It fits, 1 in rank: £24,000 is then left");
    expect(hoverAt(portfolioFile, "coaching")).toContain("It does not fit");
  });

  test("a cluster's part of the budget with every step, a need with who is reached", () => {
    expect(hoverAt(areaFile, "cluster: north", 10)).toContain("**£702,000/year** Budget of North");
    expect(hoverAt(areaFile, "share: 5%", 8)).toContain("240 children start in a year: **12%** reached");
    expect(hoverAt(areaFile, "devolved:")).toContain("| North | 78% | £702,000/year |");
    expect(hoverAt(areaFile, "spend_per_child:")).toContain("**£300/child**");
  });
});

test("hints: number first, on interventions, shared costs, needs, clusters and lines of spend", () => {
  expect(hintsOf(portfolioFile)).toEqual(
    expect.arrayContaining([
      "interventions: → £3,486,000 · 2024-25 prices",
      "- intervention: family-therapy → £936,000 · 1 of 3 by return",
      "- intervention: home-visits → £1,080,000",
      "amount: £70,000/year → £210,000 · 90% shared out",
    ]),
  );
  expect(hintsOf(areaFile)).toEqual(
    expect.arrayContaining([
      "- need: risk-of-care → 300 children · 43.3% reached in early-help",
      "- cluster: north → £702,000/year · 78% of the devolved budget",
      "- line: s251/3.1.1 → £8,000,000 net",
    ]),
  );
});

test("lenses above a portfolio and an area", () => {
  const titles = (file: string): readonly string[] =>
    codeLenses(snapshot, file).map((lens) => lensTitle(snapshot, file, lens));
  expect(titles(portfolioFile)).toEqual([
    "£3,486,000 · 2024-25 prices · £88,000 of the budget left in year 1",
    "£0.36 for each £1 from the benefits of 3 of 5 interventions · family-therapy first of 3 by return · 2 cannot be ranked",
    expect.stringMatching(/findings?$/),
  ]);
  expect(titles(areaFile).slice(0, 2)).toEqual(["spends £300/child in 2024-25", "used by early-help"]);
});

test("the overview lists portfolios and areas, the status says what a portfolio costs", () => {
  expect(overviewRows(snapshot).map(({ label, description }) => [label, description])).toEqual(
    expect.arrayContaining([
      ["Portfolios", "1"],
      ["Areas", "1"],
    ]),
  );
  expect(rowsUnder(snapshot, "portfolios")).toMatchObject([
    { label: "early-help", description: "£3,486,000 · 5 interventions · £88,000 of the budget left in year 1" },
  ]);
  expect(rowsUnder(snapshot, "areas")).toMatchObject([
    { description: "assumed, not a real place · 2 needs · 2 clusters · spends £300/child" },
  ]);
  expect(statusOf(snapshot, portfolioFile).portfolios).toContain("early-help: £3,486,000");
  expect(statusOf(snapshot, "mentoring.intervention.yaml").portfolios).toBeUndefined();
});

test("completion: lines of the section 251 return by code and name, clusters of the area, shared costs", () => {
  const labels = (text: string, mark: string): readonly (string | undefined)[] => {
    const at = text.indexOf(mark);
    const files = councilWith({ [portfolioFile]: text.replace(mark, "") }).snapshot;
    return completions(files, portfolioFile, at).map(({ label }) => label);
  };
  const of = (from: string, to: string): string => (council[portfolioFile] ?? "").replace(from, to);
  expect(labels(of("spend_line: s251/3.1.1", "spend_line: @"), "@")).toEqual(
    expect.arrayContaining(["s251/3.4.4", "s251/3.1.1"]),
  );
  expect(labels(of("      north: 80%\n      south: 20%\n", "      @\n"), "@")).toEqual(["north", "south"]);
  expect(labels(of("      manager: 60%\n", "      @\n"), "@")).toEqual(["manager"]);
});
