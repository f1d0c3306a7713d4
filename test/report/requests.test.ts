import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OverviewAnswer } from "../../server/src/lsp/explorer.ts";
import type { ReportAnswer } from "../../server/src/lsp/report.ts";
import { TestServer } from "../lsp/server.ts";
import { chain } from "./support.ts";

let server: TestServer;
let folder: string;
let uri: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wellspent-views-"));
  for (const [name, text] of Object.entries(chain)) writeFileSync(join(folder, name), text);
  server = await TestServer.start(pathToFileURL(folder).href);
  uri = pathToFileURL(join(folder, "mst.intervention.yaml")).href;
  await server.open(uri, chain["mst.intervention.yaml"] ?? "");
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (line: number) => ({ textDocument: { uri }, position: { line, character: 0 }, width: 600 });

/** The project is read in the background; a request may come before its files are in. */
async function settled(): Promise<void> {
  for (;;) {
    const { complete, rows } = await server.connection.sendRequest<OverviewAnswer>("wellspent/overview", {});
    if (complete && rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("a report comes with its charts and the places that its links lead to", async () => {
  await settled();
  const report = await server.connection.sendRequest<ReportAnswer | null>("wellspent/report", at(10));
  expect(report?.id).toBe("mst-edge-of-care");
  expect(report?.charts.map(({ id }) => id)).toEqual(["cost-by-line", "over-time", "parties", "forest-1"]);
  const numbers = [...(report?.html ?? "").matchAll(/data-place="(\d+)"/g)].map(([, number]) => Number(number));
  expect(numbers.every((number) => report?.places[number] !== undefined)).toBe(true);
  expect(report?.places.map((place) => place.uri)).toContain(pathToFileURL(join(folder, "trial.study.yaml")).href);
});

test("a file that is saved holds the same figures and no links to places", async () => {
  await settled();
  const page = await server.connection.sendRequest<string | null>("wellspent/reportFile", at(0));
  expect(page).toContain("£796,720");
  expect(page).not.toContain("data-place");
});

test("what is no intervention has no report, and nothing breaks", async () => {
  const other = pathToFileURL(join(folder, "trial.study.yaml")).href;
  await server.open(other, chain["trial.study.yaml"] ?? "");
  const asked = { ...at(0), textDocument: { uri: other } };
  expect(await server.connection.sendRequest("wellspent/report", asked)).toBeNull();
  expect(await server.connection.sendRequest("wellspent/status", { textDocument: { uri: "file:///elsewhere" } })).toBe(
    null,
  );
});

test("rows lead to their places, and what lies under them is asked for by key", async () => {
  await settled();
  const { rows } = await server.connection.sendRequest<OverviewAnswer>("wellspent/overview", {});
  const [interventions] = rows;
  const under = await server.connection.sendRequest<OverviewAnswer>("wellspent/overview", {
    key: interventions?.key,
    project: interventions?.project,
  });
  expect(under.rows).toMatchObject([
    { label: "mst-edge-of-care", location: { uri, range: { start: { line: 0, character: 14 } } } },
  ]);
});

test("the starter of the walkthrough is the one that init writes", async () => {
  const files = await server.connection.sendRequest<Record<string, string>>("wellspent/starter", {});
  expect(Object.keys(files)).toContain("wellspent.yaml");
  expect(Object.keys(files).some((path) => path.endsWith(".intervention.yaml"))).toBe(true);
});

test("the uncertain values are drawn when asked, and what has been drawn is shown until the spec says otherwise", async () => {
  await settled();
  const ask = (more: object) =>
    server.connection.sendRequest<ReportAnswer | null>("wellspent/report", { ...at(10), ...more });
  expect((await ask({}))?.html).toContain('data-action="simulate"');
  const drawn = await ask({ simulate: true });
  expect(drawn?.html).toContain("of 10,000 draws");
  expect(drawn?.charts.map(({ id }) => id)).toContain("what-moves-it");
  expect((await ask({}))?.html).toBe(drawn?.html);
  expect(await server.connection.sendRequest<string | null>("wellspent/reportFile", at(10))).toContain(
    "of 10,000 draws",
  );
});
