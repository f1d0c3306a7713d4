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
    .filter(({ code }) => code === "evaluation/changed-after-registration" || code === "evaluation/registered-gone");
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

  test("a registered evaluation whose file was deleted is found, a plan is not", () => {
    folder.write("b.intervention.yaml", "intervention: b\npopulation:\n  unit: child\n");
    commit(plan);
    git("rm", "-q", name);
    expect(against().map(({ message }) => message)).toEqual([
      'The intervention "a" is no longer here, and its evaluation was registered.',
    ]);
    // Checked alone, another file does not answer for it.
    expect(folder.run(["check", "--against", "HEAD", "b.intervention.yaml"]).out).not.toContain("registered-gone");
    git("commit", "-q", "-m", "gone");
    folder.write(name, plan.replace("registered", "planned"));
    git("add", "-A");
    git("commit", "-q", "-m", "a plan");
    git("rm", "-q", name);
    expect(against()).toEqual([]);
  });

  test("a document deleted from a file that stays is found once, although another moved elsewhere", () => {
    const second = plan.replace("intervention: a", "intervention: b");
    commit(`${plan}---\n${second}---\nintervention: c\npopulation:\n  unit: child\n`);
    folder.write(name, "intervention: c\npopulation:\n  unit: child\n");
    folder.write("b.intervention.yaml", second);
    expect(against().map(({ message }) => message)).toEqual([
      'The intervention "a" is no longer here, and its evaluation was registered.',
    ]);
  });

  test("a file that can no longer be read is not called gone", () => {
    commit(plan);
    folder.write(name, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00]));
    expect(against()).toEqual([]);
  });

  test("an id that was changed is pointed out, and what changed with it is found", () => {
    commit(plan);
    folder.write(name, plan.replace("intervention: a", "intervention: b").replace("18 months", "12 months"));
    expect(against().map(({ message }) => message)).toEqual([
      'The evaluation of "b" was registered when its intervention had the id "a".',
      '"follow_up" of a registered evaluation was changed from "18 months after start", and no deviation is recorded.',
    ]);
  });

  test("an id and a file name that were changed are known by the number in the register", () => {
    const registered = `${plan}  registration: ISRCTN77132214\n`;
    commit(registered);
    git("rm", "-q", name);
    folder.write("new.intervention.yaml", registered.replace("intervention: a", "intervention: new"));
    expect(against().map(({ message }) => message)).toEqual([
      'The evaluation of "new" was registered when its intervention had the id "a".',
    ]);
  });

  test("a new intervention beside one that moved is not taken for another that stayed", () => {
    const second = plan.replace("intervention: a", "intervention: b");
    commit(`${plan}---\n${second}`);
    folder.write(name, plan);
    const fresh = plan.replace("intervention: a", "intervention: fresh").replace("18 months", "6 months");
    folder.write("b.intervention.yaml", `${second}---\n${fresh}`);
    expect(against()).toEqual([]);
  });

  test("a stage that went back, or is no longer said, is found", () => {
    commit(plan.replace("registered", "reported"));
    folder.write(name, plan);
    expect(against().map(({ message }) => message)).toEqual([
      '"stage" of a registered evaluation was changed from "reported", and no deviation is recorded.',
    ]);
    folder.write(name, plan.replace("  stage: registered\n", ""));
    expect(against().map(({ message }) => message)).toEqual([
      '"stage" of a registered evaluation was taken away (it was "reported"), and no deviation is recorded.',
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
