import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();
const spec = `# Kept: £1,200 é 🙂
intervention: parent-groups
title: Parent groups
status: Running
costs:
  priceyear: 2022-23   # a remark
  lines:
    - item: Café rooms
      amount: £1.20m
      who_pays: Local authority
outcomes:
  - outcome: child-behaviour
    evidence: smith-2020
`;
const fixed = spec
  .replace("Running", "running")
  .replace("priceyear", "price_year")
  .replace("Local authority", "local-authority")
  .replace("smith-2020", "[smith-2020]");
const read = (name: string): string => readFileSync(join(folder.path, name), "utf8");

test("every certain fix is made and nothing else changes: comments, spelling of figures, line endings, byte order mark", () => {
  folder.write("a.intervention.yaml", spec);
  folder.write("b.intervention.yaml", `\uFEFF${spec.replaceAll("\n", "\r\n").replace("parent-groups", "b")}`);
  const ran = folder.run(["fix"]);
  // The outcome and the study are defined nowhere, in both files: that is for a person.
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("fixed  a.intervention.yaml  4 changes");
  expect(ran.err).toContain("8 changes were made in 2 files; 4 errors left for you");
  expect(read("a.intervention.yaml")).toBe(fixed);
  expect(read("b.intervention.yaml")).toBe(`\uFEFF${fixed.replaceAll("\n", "\r\n").replace("parent-groups", "b")}`);
  expect(readdirSync(folder.path).filter((name) => !name.endsWith(".yaml"))).toEqual([]);
  expect(folder.run(["fix"]).err).toContain("Nothing to fix that is certain");
  expect(read("a.intervention.yaml")).toBe(fixed);
});

test("a dry run writes nothing, and its patch makes the same change", () => {
  folder.write("a.intervention.yaml", spec);
  const shown = folder.run(["fix", "--dry-run"]);
  expect(read("a.intervention.yaml")).toBe(spec);
  const applied = spawnSync("git", ["apply", "-"], { cwd: folder.path, input: shown.out, encoding: "utf8" });
  expect(applied.stderr).toBe("");
  expect(read("a.intervention.yaml")).toBe(fixed);
});

test("only the files asked for are changed; a link stays a link; a suppressed finding keeps its text", () => {
  folder.write("real/a.intervention.yaml", spec);
  folder.write("other.intervention.yaml", spec.replace("parent-groups", "other"));
  folder.write(
    "kept.intervention.yaml",
    "intervention: kept\n# wellspent-disable-next-line schema/unknown-word -- as the funder writes it\nstatus: Running\n",
  );
  symlinkSync("real/a.intervention.yaml", join(folder.path, "link.intervention.yaml"));
  const kept = read("kept.intervention.yaml");
  folder.run(["fix", "real", "kept.intervention.yaml"]);
  expect(read("real/a.intervention.yaml")).toBe(fixed);
  expect(read("link.intervention.yaml")).toBe(fixed);
  expect(read("other.intervention.yaml")).toContain("priceyear");
  expect(read("kept.intervention.yaml")).toBe(kept);
});
