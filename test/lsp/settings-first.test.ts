import { expect, test } from "vitest";
import { Project } from "../../server/src/lsp/project.ts";
import type { FileContent } from "../../server/src/workspace/types.ts";

const texts: Readonly<Record<string, string>> = {
  "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2024-25\n  perspective: public-sector\n",
  "north/wellspent.yml": "appraisal:\n  price_year: 2020-21\n",
};
const missing: FileContent = { kind: "problem", problem: "vanished" };

/** A project so large that its files are never all found. */
function endless(): { readonly project: Project; readonly reads: string[] } {
  const reads: string[] = [];
  const project = new Project("file:///p", {
    today: () => ({ kind: "date", year: 2026, month: 11, day: 22 }),
    findRoot: async () => "file:///p",
    openFolder: () => ({
      list: () => new Promise(() => undefined),
      async read(path) {
        reads.push(path);
        const text = texts[path];
        return text === undefined ? missing : { kind: "text", text };
      },
    }),
  });
  project.load().catch(() => undefined);
  return { project, reads };
}

test("the first answer goes by the settings in force, though most of the project is not read yet", async () => {
  const { project, reads } = endless();
  const path = "north/specs/a.intervention.yaml";
  project.edit("file:///p/north/specs/a.intervention.yaml", path, "intervention: a\n");
  for (const name of ["b", "c", "d"])
    project.edit(`file:///p/${name}`, `${name}.intervention.yaml`, `intervention: ${name}\n`);
  await project.readSettings(path);
  const { appraisal } = project.snapshot().settings(path);
  expect(appraisal.perspective).toBe("public-sector");
  expect(appraisal.priceYear?.label).toBe("2020-21");
  const before = reads.length;
  await project.readSettings("north/specs/b.intervention.yaml");
  expect(reads.length).toBe(before);
});

test("settings that are open in the editor stand as they are typed", async () => {
  const { project } = endless();
  project.edit("file:///p/wellspent.yaml", "wellspent.yaml", "root: true\nappraisal:\n  perspective: society\n");
  await project.readSettings("a.intervention.yaml");
  expect(project.snapshot().settings("a.intervention.yaml").appraisal.perspective).toBe("society");
});
