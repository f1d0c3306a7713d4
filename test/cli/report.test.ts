import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();

const spec = (id: string, title = `Groups of ${id}`) => `intervention: ${id}
title: ${title}
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
    - item: Team
      amount: £100,000/year to £140,000/year
      who_pays: local-authority
    - item: Groups
      amount: £150/family
      who_pays: nhs
`;

test("one HTML file that needs nothing else", () => {
  folder.write("a.intervention.yaml", spec("a"));
  const ran = folder.run(["report", "a.intervention.yaml", "--output", "out/a.html"]);
  expect(ran).toEqual({ code: 0, out: "", err: "out/a.html\n" });
  const html = readFileSync(join(folder.path, "out/a.html"), "utf8");
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain("Groups of a");
  expect(html).toContain("£387,000");
  expect(html).toContain("<svg");
  expect(html).toContain("default-src 'none'");
  expect(html).toContain("prefers-color-scheme");
  expect(html).toContain("@media print");
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
});

test("Markdown to standard output, or to a file; the same figures", () => {
  folder.write("a.intervention.yaml", spec("a"));
  const { out, code } = folder.run(["report", "--as-of", "2026-03-31"]);
  expect(code).toBe(0);
  expect(out).toContain("# Groups of a");
  expect(out).toContain("| **Cost of the whole period** | £387,000 |");
  expect(out).toContain("**Cost if fewer or more start**");
  expect(out).toContain("as of 31 March 2026");
  folder.run(["report", "--as-of", "2026-03-31", "-o", "a.md"]);
  expect(readFileSync(join(folder.path, "a.md"), "utf8")).toBe(out);
});

test("nothing of a spec becomes HTML or a link in Markdown", () => {
  folder.write("a.intervention.yaml", spec("a", '"<b>x</b> [y](https://example.org) @z | q"'));
  const { out } = folder.run(["report"]);
  expect(out).not.toContain("<b>");
  expect(out).not.toContain("[y](");
  expect(out).not.toContain("@z");
  expect(out.split("\n")[0]).toContain("\\| q");
});

test("a folder takes one file for each, named by id and never outside it", () => {
  folder.write("a.intervention.yaml", spec("a"));
  folder.write("b.intervention.yaml", spec("b"));
  folder.write("c.intervention.yaml", spec("../../escaped"));
  folder.write("p.portfolio.yaml", "portfolio: p\nperiod: 3 years\ninterventions:\n  - intervention: a\n");
  const ran = folder.run(["report", "-o", "reports/"]);
  expect(ran.code).toBe(0);
  expect(readdirSync(join(folder.path, "reports")).sort()).toEqual(["a.html", "b.html", "escaped.html", "p.html"]);
  expect(existsSync(join(folder.path, "..", "escaped.html"))).toBe(false);
  expect(readFileSync(join(folder.path, "reports/p.html"), "utf8")).toContain("<!doctype html>");
});

test("--simulate shows how sure the figures are", () => {
  folder.write("a.intervention.yaml", spec("a"));
  const plain = folder.run(["report"]).out;
  const sure = folder.run(["report", "--simulate"]).out;
  expect(sure.length).toBeGreaterThan(plain.length);
  expect(sure).toContain("10,000");
});

test.each([
  [["report", "-o", "a.pdf"], 2, "ends neither in .html nor in .md"],
  [["report", "-o", "a.html"], 2, "one HTML file holds one"],
  [["report", "--only", "zebra"], 2, 'Nothing here is called "zebra". There are a, b.'],
  [["report", "--only", "a-groups"], 2, 'Did you mean "a"?'],
  [["report", "none.yaml"], 2, "There is no file"],
])("%j: exit code %d", (args, code, says) => {
  folder.write("a.intervention.yaml", spec("a"));
  folder.write("b.intervention.yaml", spec("b"));
  const ran = folder.run(args);
  expect(ran.code).toBe(code);
  expect(ran.err).toContain(says);
});

test("nothing to report on, and a place that cannot be written", () => {
  folder.write("a.outcome.yaml", "outcome: a\ntitle: A\n");
  expect(folder.run(["report"])).toMatchObject({ code: 3, out: "" });
  folder.write("a.intervention.yaml", spec("a"));
  folder.write("taken", "a file");
  expect(folder.run(["report", "-o", "taken/a.html"])).toMatchObject({ code: 4, out: "" });
});
