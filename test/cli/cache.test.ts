import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCache } from "../../server/src/cli/engine/cache.ts";
import { decode, encode } from "../../server/src/cli/engine/cache-format.ts";
import { runProject } from "../../server/src/cli/engine/run.ts";
import { openProjects } from "../../server/src/cli/project.ts";
import type { CalendarDate } from "../../server/src/values/types.ts";

const asOf: CalendarDate = { kind: "date", year: 2026, month: 3, day: 31 };
const progress = { begin() {}, step() {}, reach() {}, end() {} };
const examples = new URL("../../examples", import.meta.url).pathname;

let root: string;
let home: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "cache-")));
  home = join(root, "remembered");
  cpSync(examples, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(join(root, path), change(readFileSync(join(root, path), "utf8")));

/** Findings of every file, as text that can be compared. */
async function findings(cached: boolean, day = asOf, paths: readonly string[] = [root]): Promise<string> {
  const [project] = openProjects(paths).projects;
  const cache = cached ? openCache(root, home, day) : undefined;
  const run = await runProject(project as NonNullable<typeof project>, { asOf: day, threads: 1, cache, progress });
  return JSON.stringify(run.files, undefined, 1);
}

test("what is written down comes back as it was", async () => {
  await findings(true);
  const entries = [...(openCache(root, home, asOf).load()?.entries.values() ?? [])];
  expect(entries.length).toBeGreaterThan(30);
  expect(entries.some((entry) => entry.checked?.findings.some((each) => each.related.length > 0 && each.help))).toBe(
    true,
  );
  const again = [...decode(encode(entries)).entries];
  const plain = (each: typeof entries) =>
    JSON.parse(
      JSON.stringify(
        each.map(({ path, stamp, hash, summary, checked }) => ({
          path,
          stamp,
          hash,
          summary,
          checked: checked && { findings: checked.findings, asked: checked.asked },
        })),
      ),
    );
  expect(plain(again)).toEqual(plain(entries));
  expect(await findings(true)).toBe(await findings(false));
});

const fdac = "interventions/fdac.intervention.yaml";
const library = "unit-costs/gmca.unit-costs.yaml";
const care = "outcomes/care.outcome.yaml";

test.each<[string, () => void]>([
  ["nothing", () => {}],
  [
    "a comment that moves what others point at",
    () => {
      edit(library, (text) => `# a comment\n\n${text}`);
      edit("evidence/day-2012.study.yaml", (text) => `# a comment\n\n${text}`);
      edit(care, (text) => `# a comment\n\n${text}`);
    },
  ],
  ["a price that others use", () => edit(library, (text) => text.replace("£51,080/child/year", "£51,080/child"))],
  [
    "an id that others use",
    () => edit(care, (text) => text.replace("outcome: child-enters-care", "outcome: child-enters-care-now")),
  ],
  [
    "an id that was missing",
    () => edit(care, (text) => `${text}---\noutcome: brand-new\ntitle: New\nkind: event\nbetter: lower\n`),
  ],
  ["a file that goes", () => rmSync(join(root, "evidence/day-2012.study.yaml"))],
  [
    "a file that comes, with an id that is there already",
    () =>
      writeFileSync(
        join(root, "more.outcome.yaml"),
        "outcome: child-enters-care\ntitle: Again\nkind: event\nbetter: lower\n",
      ),
  ],
  ["the last use of an id", () => edit(fdac, (text) => text.replaceAll("return-to-court", "child-enters-care"))],
  [
    "the settings",
    () => edit("wellspent.yaml", (text) => text.replace("oldest_evidence: 15 years", "oldest_evidence: 5 years")),
  ],
  [
    "a severity in a folder",
    () => writeFileSync(join(root, "interventions/wellspent.yaml"), "rules:\n  costing/*: error\n"),
  ],
  ["the portfolio going", () => rmSync(join(root, "portfolios"), { recursive: true })],
  ["an error of syntax", () => edit(fdac, (text) => text.replace("costs:", "costs: [\n"))],
  [
    "a study that is cited",
    () => edit("evidence/day-2012.study.yaml", (text) => text.replace("0.01 to 0.75", "0.20 to 0.56")),
  ],
])("after a change of %s the cache gives what a run without it gives", async (_name, change) => {
  await findings(true);
  change();
  const fresh = await findings(false);
  expect(await findings(true)).toBe(fresh);
  // And once more from what that run wrote down.
  expect(await findings(true)).toBe(fresh);
});

test("without a portfolio at first, and with one later", async () => {
  const portfolio = "portfolios/early-help-and-edge-of-care.portfolio.yaml";
  const text = readFileSync(join(root, portfolio), "utf8");
  rmSync(join(root, portfolio));
  await findings(true);
  writeFileSync(join(root, portfolio), text);
  expect(await findings(true)).toBe(await findings(false));
});

test("a run over one file leaves nothing stale behind for the next over all", async () => {
  await findings(true);
  edit(library, (text) => text.replace("£51,080/child/year", "£51,080/child"));
  await findings(true, asOf, [join(root, library)]);
  expect(await findings(true)).toBe(await findings(false));
});

test("another day finds anew", async () => {
  await findings(true);
  const later: CalendarDate = { kind: "date", year: 2045, month: 1, day: 1 };
  const fresh = await findings(false, later);
  expect(fresh).not.toBe(await findings(false));
  expect(await findings(true, later)).toBe(fresh);
});

test("a change that keeps size and time is seen where the clock cannot tell, and a touched file is known by its content", async () => {
  await findings(true);
  edit(care, (text) => text.replace("outcome: child-enters-care", "outcome: child-enters-carf"));
  expect(await findings(true)).toBe(await findings(false));
  utimesSync(join(root, fdac), new Date(), new Date());
  expect(await findings(true)).toBe(await findings(false));
});
