import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.ts";
import { marked } from "./cursor.ts";
import { eachWay } from "./ways.ts";

/** Index of the GDP deflator by financial year, as the data file in force prints it. */
const deflator = new Map(
  readdirSync("schemas/data", { recursive: true, encoding: "utf8" })
    .filter((file) => /hmt.*2026-03.*\.json$/.test(file) || /gdp.*2026-03.*\.json$/.test(file))
    .flatMap(
      (file) => JSON.parse(readFileSync(`schemas/data/${file}`, "utf8")).rows as { year: string; index: number }[],
    )
    .map(({ year, index }) => [year, index]),
);
const moved = (amount: number, from: string, to: string): number =>
  (amount * (deflator.get(to) ?? Number.NaN)) / (deflator.get(from) ?? Number.NaN);
const pounds = (amount: number): string => `£${Math.round(amount).toLocaleString("en-GB")}`;

const settings = "root: true\nappraisal:\n  price_year: 2024-25\n";
const library =
  "unit_costs: town\ntitle: Costs of our town\nprice_year: 2019-20\nsource: Finance 2020\nentries:\n  - entry: worker\n    title: Key worker\n    value: £48,700/FTE/year\n";

eachWay((way) => {
  const help = (text: string, path?: string): string | undefined => {
    const files = {
      "wellspent.yaml": settings,
      ...(path === "wellspent.yaml" ? {} : { "z.unit-costs.yaml": library }),
    };
    const at = marked(way, text, {
      ...(path === undefined ? {} : { path }),
      files: path === "lib.unit-costs.yaml" ? { "wellspent.yaml": settings } : files,
    });
    return hover(at.snapshot, at.path, at.offset)?.markdown.replaceAll("\\", "");
  };

  test("an id shows its summary where it is defined too", () => {
    expect(help("outcome: ex$0clusion\ntitle: Permanent exclusion\n", "o.outcome.yaml")).toContain(
      "**Outcome** `exclusion`\n\nPermanent exclusion",
    );
    expect(
      help("outcome: o\nmeasures:\n  - measure: cen$0sus\n    title: School census\n", "o.outcome.yaml"),
    ).toContain("**Measure** `o/census`\n\nSchool census");
    expect(help(library.replace("entry: worker", "entry: wor$0ker"), "lib.unit-costs.yaml")).toContain(
      "**Unit cost** `town/worker`\n\nKey worker",
    );
    expect(help("study: gr$0een\ntitle: A trial\n", "s.study.yaml")).toContain("**Study** `green`\n\nA trial");
  });

  test("a unit cost is shown in the prices of the appraisal, with the step that leads there", () => {
    const shown = help(library.replace("£48,700", "£48$0,700"), "lib.unit-costs.yaml");
    expect(shown).toContain(`**${pounds(moved(48_700, "2019-20", "2024-25"))}/FTE/year** Key worker in 2024-25 prices`);
    expect(shown).toContain("Prices of 2019-20 to 2024-25");
    const same = library.replace("2019-20", "2024-25").replace("£48,700", "£48$0,700");
    expect(help(same, "lib.unit-costs.yaml")).toContain("**£48,700/FTE/year** in 2024-25 prices");
    const undated = library.replace("price_year: 2019-20\n", "").replace("£48,700", "£48$0,700");
    expect(help(undated, "lib.unit-costs.yaml")).toContain("The year of its prices is not known");
  });

  test("so is what an outcome is worth", () => {
    const worth = "outcome: o\nvalues:\n  - value: £11,0$000/child\n    price_year: 2019-20\n";
    expect(help(worth, "o.outcome.yaml")).toContain(`**${pounds(moved(11_000, "2019-20", "2024-25"))}/child**`);
    expect(help("outcome: o\nvalues:\n  - value: town/wor$0ker\n", "o.outcome.yaml")).toContain(
      "**Unit cost** `town/worker`",
    );
  });

  test("numbers of participants and the comparator are shown as what comes of them", () => {
    const spec = (text: string): string =>
      `intervention: a\npopulation:\n  unit: child\n  eligible: 300 children/year\n  starts: 80 children/year\n  completes: 75%\ncosts:\n  price_year: 2024-25\n  period: 3 years\n  perspective: public-sector\n  comparator:\n    cost: £150/child\n    who_pays: local-authority\n  lines:\n    - item: x\n      amount: £9/child\n`.replace(
        text,
        `${text.slice(0, -1)}$0${text.slice(-1)}`,
      );
    // 80 a year for 3 years; three quarters of them; £150 for each.
    expect(help(spec("80 children"))).toContain("**240 children** Participants who start");
    expect(help(spec("75%"))).toContain("**180 children** Participants who complete");
    expect(help(spec("£150/child"))).toContain("**£36,000**");
    expect(help(spec("300 children"))).toContain("**26.7%**");
  });

  test("a key that is a word or a name says what it means", () => {
    expect(help("intervention: a\ncosts:\n  lines:\n    - item: x\n      who_pays:\n        n$0hs: 40%\n")).toMatch(
      /^\*\*nhs\*\*\n\nNational Health Service/,
    );
    expect(help("intervention: a\nscenarios:\n  - scenario: b\n    stated:\n      co$0st: £4\n")).toMatch(
      /^\*\*cost\*\*\n\n\w/,
    );
    expect(help("root: true\nrules:\n  costing/no-p$0ayer: off\n", "wellspent.yaml")).toMatch(
      /^\*\*costing\/no-payer\*\*\n\n\w/,
    );
    expect(help("intervention: a\nshares:\n  mana$0ger: 40%\n")).toContain(
      "A shared cost of the portfolio and the share carried.",
    );
  });
});
