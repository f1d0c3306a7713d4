/** `wellspent check --against`: what was registered stays, or the change is recorded. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();
const name = "a.intervention.yaml";
const plan = `intervention: a
population:
  unit: family
evaluation:
  design: cluster-rct
  stage: registered
  primary_outcome: child-enters-care
  follow_up: 18 months after start
`;

const git = (...args: readonly string[]): void => {
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: folder.path });
};

function commit(text: string): void {
  git("init", "-q");
  folder.write(name, text);
  git("add", "-A");
  git("commit", "-q", "-m", "as registered");
}

const against = (): readonly { readonly code: string; readonly message: string }[] => {
  const { out } = folder.run(["check", "--against", "HEAD", "--format", "json"]);
  const { files } = JSON.parse(out) as {
    readonly files: readonly { readonly findings: readonly { readonly code: string; readonly message: string }[] }[];
  };
  return files
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => code === "evaluation/changed-after-registration");
};

describe("against the revision at which it was registered", () => {
  test("a changed outcome and a lost follow-up are found, other edits are not", () => {
    commit(plan);
    folder.write(
      name,
      plan.replace("child-enters-care", "child-behaviour").replace("  follow_up: 18 months after start\n", "# moved\n"),
    );
    expect(against().map(({ message }) => message)).toEqual([
      '"follow_up" of a registered evaluation was taken away (it was "18 months after start"), and no deviation is recorded.',
      '"primary_outcome" of a registered evaluation was changed from "child-enters-care", and no deviation is recorded.',
    ]);
  });

  test("a recorded deviation is no finding, nor is anything in a plan", () => {
    commit(plan);
    const changed = plan.replace("child-enters-care", "child-behaviour");
    folder.write(
      name,
      `${changed}  deviations:\n    - field: primary_outcome\n      reason: Records were not released\n`,
    );
    expect(against()).toEqual([]);
    folder.write(name, plan.replace("registered", "planned"));
    git("commit", "-q", "-a", "-m", "a plan again");
    folder.write(name, changed);
    expect(against()).toEqual([]);
  });

  test("a document that moved to another file is found there", () => {
    commit(plan);
    git("mv", name, "moved.intervention.yaml");
    folder.write(
      "moved.intervention.yaml",
      `intervention: b\npopulation:\n  unit: child\n---\n${plan.replace("cluster-rct", "matched")}`,
    );
    expect(against().map(({ message }) => message)).toEqual([
      '"design" of a registered evaluation was changed from "cluster-rct", and no deviation is recorded.',
    ]);
  });

  test("an evaluation that is gone is one finding", () => {
    commit(plan);
    folder.write(name, plan.slice(0, plan.indexOf("evaluation:")));
    expect(against().map(({ message }) => message)).toEqual([
      'The evaluation of "a" was registered, and is no longer here.',
    ]);
  });

  test("a comment that hides it is not called unused by a check without a revision", () => {
    commit(plan);
    const comment = "  # wellspent-disable-next-line evaluation/changed-after-registration -- agreed, minutes of May\n";
    const changed = plan.replace(
      "  primary_outcome: child-enters-care",
      `${comment}  primary_outcome: child-behaviour`,
    );
    folder.write(name, changed);
    expect(folder.run(["check"]).out).not.toContain("suppression/unused");
    expect(folder.run(["check", "--against", "HEAD"]).out).not.toContain(
      "warning evaluation/changed-after-registration",
    );
  });

  test("without a repository or a revision it says so", () => {
    folder.write(name, plan);
    expect(folder.run(["check", "--against", "HEAD"])).toMatchObject({ code: 2 });
    commit(plan);
    const { code, err } = folder.run(["check", "--against", "no-such-branch"]);
    expect(code).toBe(2);
    expect(err).toContain("no-such-branch");
  });
});
