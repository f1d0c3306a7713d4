import { expect, test } from "vitest";
import { runProject } from "../../server/src/cli/engine/run.ts";
import { openProjects, type Project } from "../../server/src/cli/project.ts";
import { projectFolder } from "./support.ts";

const folder = projectFolder();

/** Whoever runs the tests may be allowed to open everything: the walk is told that it could not. */
async function checked(closed: readonly string[]) {
  const [project] = openProjects([folder.path]).projects as [Project];
  const problems = closed.map((path) => ({ path, problem: "unreadable" as const, detail: "you have no permission" }));
  const run = await runProject(
    {
      ...project,
      listing: { ...project.listing, problems },
      chosen: new Set([...project.chosen, ...closed]),
    },
    {
      asOf: { kind: "date", year: 2026, month: 6, day: 1 },
      threads: 1,
      cache: undefined,
      progress: { begin() {}, step() {}, reach() {}, end() {} },
    },
  );
  return {
    codes: run.files.flatMap(({ path, findings }) => findings.map(({ code }) => `${code} in ${path}`)),
    notices: run.notices.map(({ message, incomplete }) => ({ message, incomplete })),
  };
}

test("what a folder that cannot be opened may define is not called missing, nor unused what it may use", async () => {
  folder.write("studies/a.study.yaml", "study: smith-2020\ntitle: A study\ninterventions: [visits]\n");
  const idle = (codes: readonly string[]) => codes.filter((code) => code.startsWith("reference/"));
  const open = await checked([]);
  expect(idle(open.codes)).toEqual([
    "reference/unused in studies/a.study.yaml",
    "reference/not-found in studies/a.study.yaml",
  ]);
  const closed = await checked(["interventions"]);
  expect(idle(closed.codes)).toEqual([]);
  expect(closed.codes).toEqual(open.codes.filter((code) => !code.startsWith("reference/")));
  expect(closed.notices).toEqual([
    { message: "this folder could not be read: you have no permission", incomplete: true },
  ]);
});
