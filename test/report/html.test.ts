import { expect, test } from "vitest";
import { draw } from "../../server/src/report/charts/draw.ts";
import { fixed, palettes } from "../../server/src/report/charts/palette.ts";
import type { Chart } from "../../server/src/report/charts/types.ts";
import { escapeHtml, safeAddress } from "../../server/src/report/html/escape.ts";
import { reportPage } from "../../server/src/report/html/page.ts";
import { chain, examples, reportsOf, snapshotOf } from "./support.ts";

const hostile = `"><img src=x onerror="alert(1)"></title><script>alert(2)</script> style="x" {{7*7}} \${1}`;

const pageOf = (files: Readonly<Record<string, string>>): string => {
  const [found] = reportsOf(snapshotOf(files));
  if (found === undefined) throw new Error("no report");
  const charts = found.report.sections.flatMap((section) => section.charts).map((chart) => draw(chart, 700));
  return reportPage(found.report, charts, { asOf: "1 June 2026" });
};

/** Tags of a page; a hostile text that got through would add some. */
const tags = (html: string): string[] => [...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name).sort();

const withTexts = (text: string): Readonly<Record<string, string>> => {
  const quoted = JSON.stringify(text);
  const put = (path: string, from: string): [string, string] => [path, (chain[path] ?? "").replace(from, quoted)];
  const spec = (chain["mst.intervention.yaml"] ?? "")
    .replace("Multisystemic Therapy for young people on the edge of care", quoted)
    .replace("item: Therapists", `item: ${quoted}`)
    .replace("local-authority: 60%", `${quoted}: 60%`);
  return {
    ...chain,
    "mst.intervention.yaml": spec,
    ...Object.fromEntries([
      put("trial.study.yaml", "Fonagy P, Butler S, Cottrell D"),
      put("care.outcome.yaml", "A child enters care"),
      put("local.unit-costs.yaml", "Council pay scales"),
    ]),
  };
};

test("a hostile text is shown, never run: the page has the tags it has with a harmless one", () => {
  const page = pageOf(withTexts(hostile));
  expect(tags(page)).toEqual(tags(pageOf(withTexts("harmless"))));
  expect(page).toContain("&lt;img src=x onerror=");
  expect(page).not.toMatch(/<(script|img|iframe|object)/i);
});

test("a page needs nothing but itself", () => {
  const page = pageOf(chain);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/\b(?:src|srcset)=|@import|url\(/);
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(["https://doi.org/10.1016/S2215-0366(18)30001-4"]);
});

test("headings go down one step at a time, and every image has a name", () => {
  for (const { report } of reportsOf(examples())) {
    const charts = report.sections.flatMap((section) => section.charts).map((chart) => draw(chart, 700));
    const page = reportPage(report, charts, { asOf: "1 June 2026" });
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => level);
    expect(levels[0]).toBe("1");
    expect(levels.slice(1).every((level) => level === "2")).toBe(true);
    expect((page.match(/<svg /g) ?? []).length).toBe((page.match(/<svg role="img" aria-label="[^"]+"/g) ?? []).length);
    expect((page.match(/<table>/g) ?? []).length).toBe((page.match(/<caption>/g) ?? []).length);
  }
});

const bars = (label: string): Chart => ({
  kind: "bars",
  id: "b",
  title: "Cost",
  description: "By line",
  rows: [{ label, bars: [{ series: "cost", value: 10, shown: "£10" }] }],
});

test("a drawing carries no script, no style and nothing that a strict policy forbids", () => {
  const { svg } = draw(bars(hostile), 600);
  expect(svg).not.toMatch(/<style|\sstyle="|\sclass="|\son[a-z]+="|<script|<image/);
  expect(svg).toContain("£10");
});

test("saved alone, an image has fixed colours", () => {
  const { svg } = draw(bars("Therapists"), 600);
  expect(svg).toContain("var(--ws-cost,");
  expect(fixed(svg)).not.toContain("var(");
  expect(fixed(svg)).toContain(palettes.light.cost);
});

test("bars are as long as their figures", () => {
  const chart = bars("a");
  if (chart.kind !== "bars") return;
  const two = {
    ...chart,
    rows: [...chart.rows, { label: "b", bars: [{ series: "benefit" as const, value: 5, shown: "£5" }] }],
  };
  const widths = [...draw(two, 600).svg.matchAll(/<path d="M([\d.]+) [\d.]+L([\d.]+)/g)].map(
    ([, from, to]) => Number(to) - Number(from),
  );
  expect(widths).toHaveLength(2);
  expect((widths[0] as number) / (widths[1] as number)).toBeCloseTo(2, 1);
});

test("only web addresses can be followed", () => {
  expect(safeAddress("https://doi.org/10.1/x")).toBe("https://doi.org/10.1/x");
  for (const address of [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    'https://x"onclick="y',
    "//x",
  ])
    expect(safeAddress(address)).toBeUndefined();
  expect(escapeHtml(`<&>"'\u0000`)).toBe("&lt;&amp;&gt;&quot;&#39; ");
});

/** Contrast of two colours (WCAG 2.2, definition of contrast ratio). */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test("what is drawn can be told from its ground: axe cannot judge inside an image", () => {
  for (const { ground, line, ...inks } of Object.values(palettes)) {
    for (const colour of Object.values(inks)) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  }
});

test("of very many lines the largest are drawn and the rest counted: the page stays readable", () => {
  const lines = Array.from({ length: 1500 }, (_, at) => `    - item: Line ${at + 1}\n      amount: £${at + 1}\n`).join(
    "",
  );
  const spec = (chain["mst.intervention.yaml"] ?? "").replace(
    "    - item: Therapists\n",
    `${lines}    - item: Therapists\n`,
  );
  const page = pageOf({ ...chain, "mst.intervention.yaml": spec });
  expect(page).toContain("the 30 largest of 1503");
  expect(page).toContain("and 504 more, which stand in the spec itself");
  expect(page).toMatch(/<path [^>]*>[\s\S]*Line 1500<\/text>/);
  expect(page).not.toContain("Line 1</text>");
});

test("in a table a year and a short hyphenated word stay on one line, a long one may break", () => {
  const files = {
    ...chain,
    "mst.intervention.yaml": (chain["mst.intervention.yaml"] ?? "").replace(
      "item: Therapists",
      "item: Therapists of 2013-14, difference-in-differences",
    ),
  };
  const page = pageOf(files);
  expect(page).toContain('Therapists of <span class="unbroken">2013-14</span>, difference-in-differences');
  expect(page).toMatch(/<span class="unbroken">benefit-cost<\/span>/i);
  expect(page).toContain(".unbroken{white-space:nowrap}");
});

test("a cell with much to say keeps its width beside columns of figures; a short one, and a figure, do not", () => {
  const page = pageOf(chain);
  const cells = [...page.matchAll(/<td class="long">(.*?)<\/td>/g)].map(([, text = ""]) =>
    text.replace(/<[^>]*>/g, ""),
  );
  expect(cells.length).toBeGreaterThan(0);
  for (const text of cells) expect(text.length).toBeGreaterThan(60);
  expect(page).not.toMatch(/<td class="number long">/);
});
