import { readFileSync } from "node:fs";
import papaparse from "papaparse";
import { expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();

const spec = (title: string, amount = "£150/family", resource = "staff") => `intervention: groups
title: ${title}
status: piloting
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Groups
      amount: ${amount}
      resource: ${resource}
      who_pays: nhs
`;

type Row = Record<string, string>;

function rows(text: string): readonly Row[] {
  const { data, errors } = papaparse.parse<Row>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

test("one row a figure: spec, figure, value, unit, price year, completeness", () => {
  folder.write("a.intervention.yaml", spec("Groups"));
  const ran = folder.run(["cost", "-f", "csv"]);
  expect(ran).toMatchObject({ code: 0, err: "" });
  const [head] = ran.out.split("\r\n");
  expect(head).toBe(
    "path,kind,id,title,status,perspective,what_if,figure,of,label,value,unit,price_year,complete,missing,low,high,interval_low,interval_high,interval_level,shown,basis",
  );
  const found = rows(ran.out);
  expect(found.find(({ figure }) => figure === "cost_total")).toEqual({
    path: "a.intervention.yaml",
    kind: "intervention",
    id: "groups",
    title: "Groups",
    status: "piloting",
    perspective: "public-sector",
    what_if: "",
    figure: "cost_total",
    of: "",
    label: "Cost of the whole period",
    value: "27000",
    unit: "£",
    price_year: "2023-24",
    complete: "yes",
    missing: "",
    low: "",
    high: "",
    interval_low: "",
    interval_high: "",
    interval_level: "",
    shown: "£27,000",
    basis: "computed",
  });
  expect(found.find(({ figure, of }) => figure === "cost_by_payer" && of === "nhs")?.value).toBe("27000");
  // As many rows as figures in JSON, in the same order.
  const figures = Object.values<{ id: string }>(JSON.parse(folder.run(["cost", "-f", "json"]).out).specs[0].figures);
  expect(found.map(({ figure }) => figure)).toEqual(figures.map(({ id }) => id));
});

test("what is not known is an empty cell and says what is missing, never a zero; an interval has its ends", () => {
  folder.write("a.intervention.yaml", spec("Groups", "unknown"));
  const open = rows(folder.run(["cost", "-f", "csv"]).out).find(({ figure }) => figure === "cost_total");
  expect(open).toMatchObject({ value: "", complete: "no", missing: "not costed: 1 line" });
  folder.write("a.intervention.yaml", spec("Groups", "£100/family to £200/family"));
  const range = rows(folder.run(["cost", "-f", "csv"]).out).find(({ figure }) => figure === "cost_total");
  expect(range).toMatchObject({ value: "27000", low: "18000", high: "36000" });
});

test("with --simulate, the interval of each figure", () => {
  folder.write("a.intervention.yaml", spec("Groups", "£100/family to £200/family"));
  const found = rows(folder.run(["cost", "-f", "csv", "--simulate"]).out).find(({ figure }) => figure === "cost_total");
  const [low, high] = [Number(found?.interval_low), Number(found?.interval_high)];
  expect(low).toBeGreaterThan(18_000);
  expect(low).toBeLessThan(27_000);
  expect(high).toBeGreaterThan(27_000);
  expect(high).toBeLessThan(36_000);
  expect(found?.interval_level).toBe("95");
});

test("with --what-if the changed figures follow, marked", () => {
  folder.write("a.intervention.yaml", spec("Groups"));
  const found = rows(folder.run(["cost", "-f", "csv", "--what-if", "costs.period=1 year"]).out);
  const totals = found.filter(({ figure }) => figure === "cost_total");
  expect(totals.map(({ what_if, value }) => [what_if, value])).toEqual([
    ["", "27000"],
    ["costs.period=1 year", "9000"],
  ]);
});

test("nothing of a spec can become a formula; numbers below zero stay numbers", () => {
  ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "＝1+1", "\t=1"].forEach((title, at) => {
    folder.write(`${at}.intervention.yaml`, spec(JSON.stringify(title)));
  });
  for (const row of rows(folder.run(["cost", "-f", "csv"]).out))
    for (const cell of Object.values(row))
      expect(/^[\s]*[=+\-@＝]/u.test(cell) && !/^-?[\d.]+(e[+-]\d+)?$/.test(cell), cell).toBe(false);
  folder.write(
    "a.intervention.yaml",
    `${spec("Groups")}benefits:\n  - benefit: Less care\n    amount: £100/family\n    kind: fiscal\n    gains: nhs\n    valued: present-value\n`,
  );
  const npv = rows(folder.run(["cost", "-f", "csv"]).out).find(({ figure }) => figure === "npv");
  expect(Number(npv?.value)).toBeLessThan(0);
});

test("a file begins with a byte order mark, so that a spreadsheet reads its pound signs; standard output does not", () => {
  folder.write("a.intervention.yaml", spec("Groups"));
  expect(folder.run(["cost", "-f", "csv=out/costs.csv"])).toMatchObject({ code: 0, out: "" });
  const bytes = readFileSync(`${folder.path}/out/costs.csv`);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString("utf8").slice(1)).toBe(folder.run(["cost", "-f", "csv"]).out);
});

test("commas, quotes and line ends in a title stay in one cell", () => {
  folder.write("a.intervention.yaml", spec('"Parents, \\"carers\\" and\\nothers"'));
  expect(rows(folder.run(["cost", "-f", "csv"]).out)[0]?.title).toBe('Parents, "carers" and\nothers');
});

test("every perspective that is asked for has rows of its own, of a portfolio too: the same figures as in JSON", () => {
  folder.write("a.intervention.yaml", spec("Groups"));
  folder.write("p.portfolio.yaml", "portfolio: p\nperiod: 3 years\ninterventions:\n  - intervention: groups\n");
  const asked = ["cost", "--perspective", "local-authority,public-sector"];
  const found = rows(folder.run([...asked, "-f", "csv"]).out);
  const of = (id: string, figure: string) =>
    found.filter((row) => row.id === id && row.figure === figure).map((row) => [row.perspective, row.value]);
  // The NHS pays all of it; the spec's own perspective is not repeated.
  expect(of("groups", "cost_total")).toEqual([
    ["public-sector", "27000"],
    ["local-authority", "0"],
  ]);
  expect(of("p", "portfolio_cost")).toEqual([
    ["public-sector", "27000"],
    ["local-authority", "0"],
  ]);
  const json = JSON.parse(folder.run([...asked, "-f", "json"]).out);
  expect(json.portfolios[0].perspectives["local-authority"].portfolio_cost.value).toBe(0);
  expect(json.portfolios[0].perspectives["public-sector"].portfolio_cost.value).toBe(27_000);
  expect(folder.run(["cost", "--only", "p", "--perspective", "local-authority"]).out).toContain("As others count it");
});

test("the columns are those that the documentation names", () => {
  folder.write("a.intervention.yaml", spec("Groups"));
  const [head = ""] = folder.run(["cost", "-f", "csv"]).out.split("\r\n");
  const readme = readFileSync(new URL("../../schemas/README.md", import.meta.url), "utf8");
  const table = readme.slice(readme.indexOf("| column | holds |"), readme.indexOf("No cell can become a formula"));
  const named = table
    .split("\n")
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(head.split(",").sort());
});
