import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { projectFolder, wellspent } from "./support.ts";

const folder = projectFolder();

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/diff-output.schema.json", import.meta.url), "utf8")),
);

const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd: folder.path,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

function commit(): void {
  git("add", "-A");
  git("commit", "-q", "-m", "a state");
}

const spec = (id: string, amount = "£150/family", more = "", payer = "      who_pays: nhs\n") => `intervention: ${id}
title: Groups of ${id}
source: Council report 2024
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
${payer}${more}`;

const claim = `outcomes:
  - outcome: child-enters-care
    without: 20%
    effect: RR 0.80 (95% CI 0.70 to 0.92)
    evidence: [trial-2020]
`;
const outcome = "outcome: child-enters-care\ntitle: A child enters care\nkind: event\nbetter: lower\ncounts: family\n";
const study = "study: trial-2020\ntitle: A trial\ndesign: rct\n";

/** Three specs in a repository; then one is dearer, one is new, one is gone. */
function change(): void {
  git("init", "-q", "-b", "main");
  folder.write("dearer.intervention.yaml", spec("dearer"));
  folder.write("gone.intervention.yaml", spec("gone"));
  folder.write("same.intervention.yaml", spec("same"));
  commit();
  folder.write("dearer.intervention.yaml", spec("dearer", "£180/family"));
  folder.write("new.intervention.yaml", spec("new", "£90/family", "", ""));
  rmSync(join(folder.path, "gone.intervention.yaml"));
}

test("cost before, after and change; specs that are new and gone; findings that are new", () => {
  change();
  const { code, out, err } = folder.run(["diff", "HEAD"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/Changes since HEAD {2}[0-9a-f]{8}\n/);
  expect(out).toContain("1 spec changed · 1 spec added · 1 spec removed · 1 with the same figures");
  // 180 families at £150 and at £180.
  expect(out).toMatch(/Cost of the whole period +£27,000 +£32,400 +\+£5,400 \(\+20%\)/);
  expect(out).toMatch(/new +Groups of new +£16,200 +£90\/family/);
  expect(out).toMatch(/gone +Groups of gone +£27,000 +£150\/family/);
  expect(out).toMatch(/information +costing\/no-payer +new\.intervention\.yaml:\d+/);
});

test("as JSON by the published schema", () => {
  change();
  const ran = folder.run(["diff", "main", "-f", "json"]);
  expect(ran).toMatchObject({ code: 0, err: "" });
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [project] = printed.projects;
  expect(project.before).toEqual({ revision: "main", commit: git("rev-parse", "HEAD").trim() });
  expect(project.summary).toMatchObject({ changed: 1, added: 1, removed: 1, same: 1 });
  expect(project.summary.findings_new).toBe(project.findings.new.length);
  expect(project.summary.findings_gone).toBe(project.findings.gone.length);
  expect(project.specs.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    ["dearer", "changed"],
    ["new", "added"],
    ["same", "same"],
    ["gone", "removed"],
  ]);
  const total = project.specs[0].figures.find(({ key }: { key: string }) => key === "cost_total");
  expect(total).toMatchObject({ before: 27_000, after: 32_400, change: 5_400, relative: 0.2, difference: "changed" });
  const appeared = project.findings.new.filter(({ code }: { code: string }) => code === "costing/no-payer");
  expect(appeared).toMatchObject([{ path: "new.intervention.yaml", line: 16, severity: "information" }]);
});

test("as Markdown for a pull request: tables that are open, nothing of a spec becomes HTML", () => {
  git("init", "-q", "-b", "main");
  folder.write("a.intervention.yaml", spec("a"));
  commit();
  folder.write("a.intervention.yaml", spec("a", "£180/family").replace("Groups of a", '"<img src=x> @someone"'));
  const { out, code } = folder.run(["diff", "HEAD", "-f", "markdown"]);
  expect(code).toBe(0);
  expect(out).toContain("## Changes since HEAD");
  expect(out).toContain("<details open>");
  expect(out).toContain("| Cost of the whole period | £27,000 | £32,400 | \\+£5,400 \\(\\+20%\\) |");
  expect(out).not.toContain("<img");
  expect(out).not.toContain("@someone");
});

test("evidence before and after: studies cited and the rating they allow", () => {
  git("init", "-q", "-b", "main");
  folder.write("child-enters-care.outcome.yaml", outcome);
  folder.write("trial.study.yaml", study);
  folder.write("a.intervention.yaml", spec("a"));
  commit();
  folder.write("a.intervention.yaml", spec("a", "£150/family", claim));
  const [project] = JSON.parse(folder.run(["diff", "HEAD", "-f", "json"]).out).projects;
  const evidence = project.specs[0].evidence;
  expect(evidence.find(({ name }: { name: string }) => name === "Studies cited")).toEqual({
    name: "Studies cited",
    before: "0",
    after: "1",
    differs: true,
  });
  expect(
    project.specs[0].figures.find(({ key }: { key: string }) => key.startsWith("outcomes_expected")),
  ).toMatchObject({
    before: null,
    difference: "new",
  });
  expect(folder.run(["diff", "HEAD"]).out).toMatch(/Studies cited +0 +1/);
});

test("an area is compared too", () => {
  const area = (number: string) =>
    `area: town\ntitle: Town\npopulation:\n  - who: children\n    ages: 0 to 17 years\n    number: ${number}\n`;
  git("init", "-q", "-b", "main");
  folder.write("town.area.yaml", area("18,000"));
  commit();
  folder.write("town.area.yaml", area("18,400"));
  const ran = folder.run(["diff", "HEAD", "-f", "json"]);
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [found] = printed.projects[0].specs;
  expect(found).toMatchObject({ kind: "area", id: "town", state: "changed" });
  expect(found.figures).toContainEqual(expect.objectContaining({ before: 18_000, after: 18_400, change: 400 }));
});

test("a file that moved is the same spec, and its findings are not new; nor is one whose line or figures moved", () => {
  git("init", "-q", "-b", "main");
  folder.write("a.intervention.yaml", spec("a", "£150/family", "", ""));
  commit();
  renameSync(join(folder.path, "a.intervention.yaml"), join(folder.path, "b.intervention.yaml"));
  folder.write("b.intervention.yaml", `# moved\n\n${spec("a", "£150/family", "", "")}`);
  const [project] = JSON.parse(folder.run(["diff", "HEAD", "-f", "json"]).out).projects;
  expect(project.summary).toEqual({ changed: 0, added: 0, removed: 0, same: 1, findings_new: 0, findings_gone: 0 });
  expect(folder.run(["diff", "HEAD"]).out).toContain("1 with the same figures");
});

test("settings of then hold for then: another price year makes figures of another basis, not a change", () => {
  git("init", "-q", "-b", "main");
  folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2023-24\n");
  folder.write("a.intervention.yaml", spec("a"));
  commit();
  folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n");
  expect(folder.run(["diff", "HEAD"]).out).toContain("in prices of another year");
});

test("what was ignored then, and projects of their own below, are left out", () => {
  git("init", "-q", "-b", "main");
  folder.write("wellspent.yaml", "root: true\nignore: [archive/**]\n");
  folder.write("a.intervention.yaml", spec("a"));
  folder.write("archive/old.intervention.yaml", spec("old"));
  folder.write("other/wellspent.yaml", "root: true\n");
  folder.write("other/b.intervention.yaml", spec("b"));
  folder.write("node_modules/x/c.intervention.yaml", spec("c"));
  commit();
  const printed = JSON.parse(folder.run(["diff", "HEAD", "-f", "json"]).out);
  const ids = printed.projects.map(({ specs }: { specs: { id: string }[] }) => specs.map(({ id }) => id));
  expect(ids).toEqual([["a"], ["b"]]);
});

test("only the paths asked about, files that are gone included", () => {
  change();
  folder.write("sub/c.intervention.yaml", spec("c"));
  commit();
  folder.write("dearer.intervention.yaml", spec("dearer"));
  rmSync(join(folder.path, "sub/c.intervention.yaml"));
  const [project] = JSON.parse(folder.run(["diff", "HEAD", "sub", "-f", "json"]).out).projects;
  expect(project.specs.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([["c", "removed"]]);
});

describe("what cannot be compared is said in one line", () => {
  test("outside a repository", () => {
    folder.write("a.intervention.yaml", spec("a"));
    const ran = folder.run(["diff", "HEAD"], { env: { GIT_CEILING_DIRECTORIES: join(folder.path, "..") } });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("is not in a git repository, so there is no earlier state to compare with.");
  });

  test.each(["nope", "HEAD~99", ""])("no such revision: %j", (revision) => {
    git("init", "-q", "-b", "main");
    folder.write("a.intervention.yaml", spec("a"));
    commit();
    const ran = folder.run(["diff", revision]);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toMatch(/revision/);
  });

  test("a revision that looks like an option is none", () => {
    git("init", "-q", "-b", "main");
    folder.write("a.intervention.yaml", spec("a"));
    commit();
    const ran = folder.run(["diff", "--", "--output=stolen"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("is no revision");
    expect(git("status", "--porcelain")).toBe("");
  });

  test("git is not installed", () => {
    git("init", "-q", "-b", "main");
    folder.write("a.intervention.yaml", spec("a"));
    commit();
    const ran = folder.run(["diff", "HEAD"], { env: { PATH: mkdtempSync(join(tmpdir(), "empty-")) } });
    expect(ran.code).toBe(4);
    expect(ran.err).toContain("git is not installed here");
  });

  test("nothing bears one of our names", () => {
    git("init", "-q", "-b", "main");
    folder.write("notes.txt", "x");
    rmSync(join(folder.path, "wellspent.yaml"));
    commit();
    expect(folder.run(["diff", "HEAD"]).code).toBe(3);
  });
});

test("--fail-on counts new findings only", () => {
  git("init", "-q", "-b", "main");
  folder.write("a.intervention.yaml", spec("a", "£150/family", "", ""));
  commit();
  expect(folder.run(["diff", "HEAD", "--fail-on", "information"]).code).toBe(0);
  folder.write("b.intervention.yaml", spec("b", "£150/family", "", ""));
  expect(folder.run(["diff", "HEAD", "--fail-on", "information"]).code).toBe(1);
  expect(folder.run(["diff", "HEAD", "--fail-on", "error"]).code).toBe(0);
});

test("nothing of the repository is touched, from a subfolder too", () => {
  change();
  const before = git("status", "--porcelain=v2", "--branch");
  folder.write("sub/x.intervention.yaml", spec("x"));
  const at = wellspent(join(folder.path, "sub"), ["diff", "HEAD"]);
  expect(at.code).toBe(0);
  expect(at.out).toContain("1 spec added");
  rmSync(join(folder.path, "sub"), { recursive: true });
  expect(git("status", "--porcelain=v2", "--branch")).toBe(before);
});

test("a repository that left objects behind is not made to fetch them, by any transport", () => {
  git("init", "-q", "-b", "main");
  folder.write("a.intervention.yaml", spec("a"));
  commit();
  const blob = git("rev-parse", "HEAD:a.intervention.yaml").trim();
  git("config", "remote.origin.url", "ssh://example.invalid/x");
  git("config", "remote.origin.promisor", "true");
  git("config", "core.sshCommand", `touch ${join(folder.path, "ran")}; false`);
  rmSync(join(folder.path, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  const ran = folder.run(["diff", "HEAD"]);
  expect(ran.code).toBe(4);
  expect(ran.err).toContain('git could not read the files of "HEAD"');
  expect(existsSync(join(folder.path, "ran"))).toBe(false);
});

test("a file that had no text then makes the comparison incomplete, and is named", () => {
  git("init", "-q", "-b", "main");
  folder.write("a.intervention.yaml", Buffer.from([0x74, 0x00, 0x65]));
  commit();
  folder.write("a.intervention.yaml", spec("a"));
  const ran = folder.run(["diff", "HEAD"]);
  expect(ran.code).toBe(4);
  expect(ran.err).toContain("a.intervention.yaml: had no text to read in HEAD (binary)");
});
