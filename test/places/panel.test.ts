import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OverviewAnswer } from "../../server/src/lsp/explorer.ts";
import type { ReportAnswer } from "../../server/src/lsp/report.ts";
import { TestServer } from "../lsp/server.ts";
import { council } from "./council.ts";
import { areaFile, portfolioFile } from "./support.ts";

let server: TestServer;
let folder: string;
const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wellspent-places-"));
  for (const [name, text] of Object.entries(council)) writeFileSync(join(folder, name), text);
  server = await TestServer.start(pathToFileURL(folder).href);
  for (const file of [portfolioFile, areaFile]) await server.open(uriOf(file), council[file] ?? "");
  // The project is read in the background; a request may come before its files are in.
  for (;;) {
    const { complete, rows } = await server.connection.sendRequest<OverviewAnswer>("wellspent/overview", {});
    if (complete && rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  [portfolioFile, "early-help", ["members", "need-levels", "need"]],
  [areaFile, "made-up-place", ["budgets", "stages", "beside"]],
])(
  "the panel shows the report of %s, with its charts drawn and every link leading somewhere",
  async (file, id, charts) => {
    const report = await server.connection.sendRequest<ReportAnswer | null>("wellspent/report", {
      textDocument: { uri: uriOf(file) },
      position: { line: 3, character: 0 },
      width: 600,
    });
    expect(report?.id).toBe(id);
    expect(report?.charts.map((chart) => chart.id)).toEqual(expect.arrayContaining(charts));
    for (const { svg } of report?.charts ?? []) expect(svg).toMatch(/^<svg/);
    const numbers = [...(report?.html ?? "").matchAll(/data-place="(\d+)"/g)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every((number) => report?.places[number] !== undefined)).toBe(true);
    expect(report?.places.every(({ range }) => range.end.line > 0 || range.end.character > 0)).toBe(true);
  },
  30_000,
);

test("a portfolio is drawn when somebody asks for it, and not before", async () => {
  const ask = (simulate: boolean) =>
    server.connection.sendRequest<ReportAnswer | null>("wellspent/report", {
      textDocument: { uri: uriOf(portfolioFile) },
      position: { line: 3, character: 0 },
      width: 600,
      ...(simulate ? { simulate } : {}),
    });
  const before = await ask(false);
  expect(before?.html).toContain('data-action="simulate"');
  expect(before?.html).not.toContain("Totals with their intervals");
  const drawn = await ask(true);
  expect(drawn?.html).toContain("Totals with their intervals");
  expect(drawn?.html).toContain("Benefits exceed costs in");
  expect(drawn?.charts.map(({ id }) => id)).toContain("what-moves-it");
  // What has been drawn is shown for as long as it stands.
  expect((await ask(false))?.html).toContain("Totals with their intervals");
});
