import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";
import { runProject } from "../../server/src/cli/engine/run.ts";
import { openProjects } from "../../server/src/cli/project.ts";
import type { CalendarDate } from "../../server/src/values/types.ts";

const asOf: CalendarDate = { kind: "date", year: 2026, month: 3, day: 31 };
const progress = { begin() {}, step() {}, reach() {}, end() {} };

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "ahead-")));
});
afterEach(() => rmSync(root, { recursive: true }));

const intervention = (id: string, more = ""): string => `intervention: ${id}\npopulation:\n  unit: family\n${more}`;
const claim = "outcomes:\n  - outcome: calm\n    effect: RR 0.8\n    evidence: [smith-2020]\n";

/** Interventions are checked before all of them are known: what one says of another must be found all the same. */
test.each<[string, Readonly<Record<string, string>>]>([
  [
    "interventions of one id",
    { "a.intervention.yaml": intervention("same"), "b.intervention.yaml": intervention("same") },
  ],
  [
    "an id of another kind in an intervention's file",
    {
      "a.intervention.yaml": intervention("one", claim),
      "b.intervention.yaml": `${intervention("two", claim)}---\noutcome: calm\ntitle: Calm\nbetter: higher\n`,
      "s.study.yaml": "study: smith-2020\ninterventions: [one, two]\n",
    },
  ],
  [
    "an outcome that only interventions use, in an intervention's file",
    {
      "a.intervention.yaml": `${intervention("one")}---\noutcome: calm\ntitle: Calm\n`,
      "b.intervention.yaml": intervention("two", claim),
    },
  ],
  [
    "a name that is nearly another's, which is in an intervention's file",
    {
      "a.intervention.yaml": intervention("one", claim.replace("calm", "clam")),
      "b.intervention.yaml": `${intervention("two")}---\noutcome: calm\ntitle: Calm\n`,
    },
  ],
])("the command line finds what the editor finds: %s", async (_name, files) => {
  const session = createSession({ asOf });
  for (const [path, text] of Object.entries({ "wellspent.yaml": "root: true\n", ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    session.setFile(path, readFileSync(join(root, path), "utf8"));
  }
  session.setComplete(true);
  const snapshot = session.snapshot();
  const [project] = openProjects([root]).projects;
  for (const threads of [1, 2]) {
    const run = await runProject(project as NonNullable<typeof project>, { asOf, threads, cache: undefined, progress });
    expect(run.files.map(({ path }) => path)).toEqual(snapshot.files);
    for (const { path, findings } of run.files) expect(findings).toEqual(snapshot.findings(path));
  }
  expect(snapshot.files.some((path) => snapshot.findings(path).length > 0)).toBe(true);
});
