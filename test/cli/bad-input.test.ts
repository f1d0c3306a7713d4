import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outcome, patience, projectFolder, type Ran } from "./support.ts";

const folder = projectFolder();
const main = new URL("../../server/src/main.cli.ts", import.meta.url).pathname;

interface Printed {
  readonly path: string;
  readonly findings: readonly {
    readonly code: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

const unreadable = [
  "syntax/utf-16",
  "syntax/binary-file",
  "syntax/invalid-utf-8",
  "syntax/file-too-large",
  "syntax/file-unreadable",
  "reference/outside-project",
];

/** Checks the folder: whatever was put in it, the run ends in order, says nothing of its own insides, and the good file beside it is still read. */
function check(args: readonly string[] = []): {
  readonly ran: Ran;
  readonly codes: Readonly<Record<string, readonly string[]>>;
} {
  folder.write("good.outcome.yaml", `${outcome("good")}colour: red\n`);
  const ran = folder.run(["check", "-f", "json", ...args]);
  expect([0, 1, 4], ran.err).toContain(ran.code);
  expect(ran.err).not.toMatch(/\n\s+at |fault in Wellspent/);
  const { files } = JSON.parse(ran.out) as { files: readonly Printed[] };
  const codes = Object.fromEntries(files.map((file) => [file.path, file.findings.map((each) => each.code)]));
  // Where a file gives no text, it may stand in there where an id is used.
  const unread = Object.values(codes)
    .flat()
    .some((code) => unreadable.includes(code));
  expect(codes["good.outcome.yaml"]).toEqual([...(unread ? [] : ["reference/unused"]), "schema/unknown-key"]);
  return { ran, codes };
}

const aliases = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, at) =>
      `l${at}: &l${at} [${
        at === 0
          ? "x, x"
          : Array(9)
              .fill(`*l${at - 1}`)
              .join(", ")
      }]`,
  ).join("\n");

test.each<[string, string | Buffer, string]>([
  ["UTF-16", Buffer.from("\uFEFFoutcome: a\n", "utf16le"), "syntax/utf-16"],
  ["UTF-16 without its mark", Buffer.from("outcome: a\n", "utf16le"), "syntax/utf-16"],
  ["binary bytes", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0xff, 0xfe, 0]), "syntax/binary-file"],
  ["bytes that are not UTF-8", Buffer.from("outcome: a\ntitle: caf\u00e9\n", "latin1"), "syntax/invalid-utf-8"],
  ["exponential aliases", `outcome: a\n${aliases(12)}\n`, "syntax/too-many-aliases"],
  ["five thousand levels", `outcome: a\nnotes: ${"[".repeat(5000)}${"]".repeat(5000)}\n`, "syntax/too-deep"],
  [
    "thousands of levels of indentation",
    `outcome: a\n${Array.from({ length: 2500 }, (_, at) => `${" ".repeat(at)}k:`).join("\n")}\n`,
    "syntax/too-deep",
  ],
  ["tabs", "outcome: a\nmeasures:\n\t- measure: m\n", "syntax/tab-indent"],
  ["a conflict", "outcome: a\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n", "syntax/conflict-marker"],
  ["an unclosed quote", 'outcome: a\ntitle: "An outcome\nkind: event\n', "syntax/unclosed-quote"],
  ["an unclosed bracket", "outcome: a\nmeasures: [\nkind: event\n", "syntax/unclosed-bracket"],
])("%s gives one finding, and the rest goes on", (_name, content, code) => {
  folder.write("bad.outcome.yaml", content);
  const { codes } = check();
  expect(codes["bad.outcome.yaml"]?.filter((each) => each === code)).toEqual([code]);
});

test("what a file defines that cannot be read is not said to be missing, or what it uses to be unused; once it can, all is said", () => {
  const uses = `intervention: uses-it
title: Uses it
outcomes:
  - outcome: kept-elsewhere
`;
  folder.write("uses-it.intervention.yaml", uses);
  folder.write("kept.outcome.yaml", Buffer.from(`\uFEFF${outcome("kept-elsewhere")}`, "utf16le"));
  const referenceCodes = (): readonly string[] =>
    Object.values(check().codes)
      .flat()
      .filter((code) => /reference\/|syntax\//.test(code));
  // Twice: the second run rests on what the first wrote down.
  expect(referenceCodes()).toEqual(["syntax/utf-16"]);
  expect(referenceCodes()).toEqual(["syntax/utf-16"]);
  folder.write("kept.outcome.yaml", outcome("another"));
  expect([...referenceCodes()].sort()).toEqual(["reference/not-found", "reference/unused", "reference/unused"]);
  folder.write("kept.outcome.yaml", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0xff, 0xfe, 0]));
  expect(referenceCodes()).toEqual(["syntax/binary-file"]);
  folder.write("kept.outcome.yaml", outcome("kept-elsewhere"));
  // Only the good file beside them is used by nobody.
  expect(referenceCodes()).toEqual(["reference/unused"]);
});

test("a settings file that is itself broken leaves the rest checked", () => {
  folder.write("wellspent.yaml", "root: true\nappraisal: [\n  price_year: nonsense\ngates: 7\n");
  expect(check().codes["wellspent.yaml"]?.length).toBeGreaterThan(0);
});

test("ten thousand aliases are read in time that grows with them, not with their square", () => {
  const many = (count: number) =>
    `outcome: a\ntitle: An outcome\nkind: event\nbetter: lower\nmeasures: &m\n  - measure: one\n    reported_by: parent\nnotes: &n text\n---\n${Array.from({ length: count }, (_, at) => `outcome: b${at}\ntitle: &t${at} B\nnotes: *t${at}\n`).join("---\n")}`;
  folder.write("bad.outcome.yaml", many(10_000));
  check();
});

test("a file of 20 MB says that it is too large", () => {
  const filler = "words ".repeat(2000);
  let text = "";
  for (let at = 0; text.length < 20 * 1024 * 1024; at += 1) text += `---\n${outcome(`o${at}`)}notes: ${filler}\n`;
  folder.write("bad.outcome.yaml", text);
  expect(check().codes["bad.outcome.yaml"]).toEqual(["syntax/file-too-large"]);
});

test("a file beyond the largest size is not read", () => {
  folder.write("bad.outcome.yaml", Buffer.alloc(4 * 1024 * 1024 + 1, "x"));
  expect(check().codes["bad.outcome.yaml"]).toEqual(["syntax/file-too-large"]);
});

test("a folder named like a spec, links that loop or lead out, a file that cannot be opened", () => {
  mkdirSync(join(folder.path, "folder.study.yaml"));
  folder.write("../outside.study.yaml", "study: outside\n");
  symlinkSync("../outside.study.yaml", join(folder.path, "out.study.yaml"));
  symlinkSync("round.study.yaml", join(folder.path, "round.study.yaml"));
  symlinkSync(".", join(folder.path, "loop"));
  folder.write("closed.study.yaml", "study: closed\n");
  chmodSync(join(folder.path, "closed.study.yaml"), 0);
  const { ran, codes } = check();
  expect(codes["folder.study.yaml"]).toEqual(["syntax/not-a-file"]);
  expect(codes["out.study.yaml"]).toEqual(["reference/outside-project"]);
  expect(codes["round.study.yaml"]).toEqual(["syntax/file-unreadable"]);
  expect(ran.code).toBe(4);
  expect(JSON.parse(ran.out).notices).toContainEqual(expect.objectContaining({ path: "loop", incomplete: false }));
  if (process.getuid?.() !== 0) expect(codes["closed.study.yaml"]).toEqual(["syntax/file-unreadable"]);
});

test.each([
  ["not a number", "cost: NaN"],
  ["infinity", "cost: .inf"],
  ["beyond all numbers", "cost: 1e400"],
  ["below zero", "cost: -£5/family"],
  ["a value cut by a comma", "{cost: £1,200}"],
  ["a value cut by a hash", "cost: £1,200 #4"],
])("a figure that is none: %s", (_name, comparator) => {
  folder.write(
    "bad.intervention.yaml",
    `intervention: bad\ntitle: Bad\nstatus: proposed\npopulation:\n  unit: family\n  starts: 10 families\ncosts:\n  price_year: 1066\n  period: 1 year\n  comparator:${comparator.startsWith("{") ? ` ${comparator}` : `\n    title: None\n    ${comparator}`}\n  lines:\n    - item: Visits\n      amount: £1,000\n      who_pays: local-authority\n`,
  );
  expect(check().codes["bad.intervention.yaml"]?.length).toBeGreaterThan(0);
  const costed = folder.run(["cost", "-f", "json"]);
  expect(costed.code).toBe(0);
  expect(costed.out).not.toMatch(/NaN|Infinity|e\+400/);
});

const yearly = (priceYear: string, period: string): string =>
  `intervention: bad\ntitle: Bad\nstatus: proposed\npopulation:\n  unit: family\n  starts: 10 families\ncosts:\n  price_year: ${priceYear}\n  period: ${period}\n  comparator:\n    cost: none\n  lines:\n    - item: Visits\n      amount: £1,000/year\n      who_pays: local-authority\n`;

test.each(["1931-32", "2099-00"])(
  "a price year that the deflator does not hold, %s, is one finding at its place",
  (year) => {
    folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n");
    folder.write("bad.intervention.yaml", yearly(year, "1 year"));
    const { ran, codes } = check();
    expect(codes["bad.intervention.yaml"]?.filter((code) => code === "costing/price-year-not-movable")).toHaveLength(1);
    const { files } = JSON.parse(ran.out) as { files: readonly Printed[] };
    const found = files.flatMap((file) => file.findings).find(({ code }) => code === "costing/price-year-not-movable");
    expect(found?.range.start.line).toBe(8);
  },
);

test.each(["1000000000 years", "1e300 years", "0 years", "0.0001 years"])(
  "a period of %s is worked out or refused, and never without end",
  (period) => {
    folder.write("bad.intervention.yaml", yearly("2023-24", period));
    check();
    for (const format of ["json", "table"]) {
      const costed = folder.run(["cost", "-f", format]);
      expect(costed.code, costed.err).toBe(0);
      expect(costed.out).not.toMatch(/NaN|Infinity/);
    }
  },
);

test("five thousand list items in one another give one finding", () => {
  folder.write("bad.outcome.yaml", `outcome: a\nmeasures:\n  ${"- ".repeat(5000)}a\n`);
  expect(check().codes["bad.outcome.yaml"]?.filter((code) => code === "syntax/too-deep")).toHaveLength(1);
});

test("a reader that goes away is no fault, and the exit code still holds", () => {
  for (let at = 0; at < 60; at += 1) folder.write(`o${at}.outcome.yaml`, `outcome: o${at}\nwrong: 1\n`);
  const ran = spawnSync(
    "bash",
    ["-c", `"${process.execPath}" "${main}" check | head -n 1 > /dev/null; echo "\${PIPESTATUS[0]}"`],
    {
      cwd: folder.path,
      encoding: "utf8",
      timeout: patience,
    },
  );
  expect(ran.stdout.trim()).toBe("1");
  expect(ran.stderr).toBe("");
});

test("a reader of the help that goes away is no fault", () => {
  // `true` has ended before anything is written.
  const piped = `"${process.execPath}" "${main}" check --help | true; echo "\${PIPESTATUS[0]}"`;
  const ran = spawnSync("bash", ["-c", piped], { cwd: folder.path, encoding: "utf8", timeout: patience });
  expect(ran.stdout.trim()).toBe("0");
  expect(ran.stderr).toBe("");
});

/** What a shell says to a command line in which `wellspent` is the program. */
function shell(commands: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const program = `wellspent() { "${process.execPath}" "${main}" "$@"; }; `;
  const ran = spawnSync("bash", ["-c", program + commands], { cwd: folder.path, encoding: "utf8", timeout: patience });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

test("a working folder that somebody deleted: what is named in full is still checked", () => {
  folder.write("good.outcome.yaml", outcome("good"));
  const { code, out, err } = shell(
    `mkdir gone && cd gone && rmdir ../gone && wellspent check "${folder.path}/good.outcome.yaml"`,
  );
  expect(err).not.toContain("fault in Wellspent");
  expect(code).toBe(0);
  expect(out).toContain(`${folder.path}/good.outcome.yaml:1:10`);
});

test.runIf(existsSync("/dev/full"))("a full disk is said in plain words, and is no fault of ours", () => {
  for (const command of ["--help", "explain", "check", "schema intervention"]) {
    folder.write("good.outcome.yaml", outcome("good"));
    const { code, err } = shell(`wellspent ${command} > /dev/full`);
    expect(err, command).toBe("wellspent: could not write to standard output: the disk is full\n");
    expect(code, command).toBe(4);
  }
});

test("standard input that cannot be read, and other files beside it, are said in plain words", () => {
  expect(shell("head -c 5000000 /dev/zero | tr '\\0' x | wellspent check -")).toMatchObject({
    code: 4,
    err: "wellspent: Standard input cannot be read: it is larger than 4 MB.\n",
  });
  expect(shell("printf 'outcome: a\\0' | wellspent check --stdin").err).toBe(
    "wellspent: Standard input cannot be read: it is not text.\n",
  );
  const beside = shell("wellspent check - nowhere.outcome.yaml < /dev/null");
  expect(beside).toMatchObject({ code: 2, err: expect.stringContaining("name no other files beside it") });
});

test("figures that rest on settings which cannot be read say so", () => {
  folder.write("wellspent.yaml", Buffer.from("\uFEFFroot: true\n", "utf16le"));
  folder.write("good.intervention.yaml", "intervention: good\ntitle: Good\n");
  const { code, err } = shell(`wellspent cost "${folder.path}"`);
  expect(err).toContain("it is saved as UTF-16, not UTF-8, and what it sets does not hold");
  expect(code).toBe(4);
});

test("what cannot be read is said, and ends with 4, whichever files are asked about, and again in the next run", () => {
  folder.write("wellspent.yaml", "root: true\n");
  folder.write("uses-it.intervention.yaml", "intervention: uses-it\ntitle: Uses it\noutcomes:\n  - outcome: kept\n");
  folder.write("kept.outcome.yaml", Buffer.from(`\uFEFF${outcome("kept")}`, "utf16le"));
  const cached = ["--cache-dir", "remembered"];
  // Enough files for results to be remembered.
  for (let at = 0; at < 120; at += 1) folder.write(`o${at}.outcome.yaml`, `outcome: o${at}\ntitle: T\n`);
  for (const paths of [[], ["uses-it.intervention.yaml"], [], ["uses-it.intervention.yaml"]]) {
    const ran = folder.run(["check", "-f", "json", ...cached, ...paths]);
    expect(ran.code).toBe(4);
    const printed = JSON.parse(ran.out);
    expect(printed.summary.complete).toBe(false);
    expect(printed.notices).toEqual([
      { path: "kept.outcome.yaml", message: "could not be read: it is saved as UTF-16, not UTF-8", incomplete: true },
    ]);
  }
  folder.write("kept.outcome.yaml", outcome("kept"));
  expect(folder.run(["check", "-f", "json", ...cached]).code).toBe(0);
});
