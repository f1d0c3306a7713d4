import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kinds } from "../../server/src/schema/kinds/index.ts";
import { decode } from "../../server/src/workspace/decode.ts";
import { diskFileSystem, findRoot, listDisk, readListed } from "../../server/src/workspace/disk.ts";
import { kindOfName } from "../../server/src/workspace/names.ts";

let base: string;
let root: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "disk-")));
  root = join(base, "council");
  mkdirSync(root);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, text: string | Buffer = "x: 1\n", under = root): void {
  mkdirSync(dirname(join(under, path)), { recursive: true });
  writeFileSync(join(under, path), text);
}
const listed = () => listDisk(root).entries.map((entry) => entry.path);

test("every kind has its name, in both endings and any case", () => {
  for (const { kind, suffix } of Object.values(kinds)) {
    const stem = kind === "settings" ? suffix : `a.${suffix}`;
    expect(kindOfName(`folder/${stem}.yaml`)).toBe(kind);
    expect(kindOfName(`${stem}.YML`)).toBe(kind);
  }
  for (const name of [
    "a.yaml",
    ".intervention.yaml",
    "intervention.yaml",
    "a.intervention.yaml.bak",
    "my-wellspent.yaml",
  ])
    expect(kindOfName(name)).toBeUndefined();
});

test("only our names are listed, sorted, with folders that hold no specs left out", () => {
  for (const path of [
    "b.study.yaml",
    "a/z.intervention.yml",
    "a/notes.md",
    "wellspent.yaml",
    "docker-compose.yaml",
    "node_modules/p/x.study.yaml",
    ".git/x.study.yaml",
  ])
    write(path);
  expect(listed()).toEqual(["a/z.intervention.yml", "b.study.yaml", "wellspent.yaml"]);
});

test("settings leave out files and folders, relative to their own folder", () => {
  write("wellspent.yaml", "root: true\nignore: [archive/**, '*.draft.study.yaml', gone/]\n");
  write("area/wellspent.yaml", "ignore: [old]\n");
  for (const path of ["archive/a/x.study.yaml", "x.draft.study.yaml", "gone/x.study.yaml", "area/old/x.study.yaml"])
    write(path);
  for (const path of ["old/kept.study.yaml", "area/kept.study.yaml"]) write(path);
  expect(listed()).toEqual(["area/kept.study.yaml", "area/wellspent.yaml", "old/kept.study.yaml", "wellspent.yaml"]);
});

test("the root is the nearest settings file that says so, else the repository, else the folder itself", () => {
  write("a/b/x.study.yaml");
  expect(findRoot(join(root, "a/b"))).toBe(join(root, "a/b"));
  mkdirSync(join(root, ".git"));
  write("a/wellspent.yaml", "appraisal:\n  price_year: 2024-25\n");
  expect(findRoot(join(root, "a/b/x.study.yaml"))).toBe(root);
  write("a/wellspent.yaml", "root: true\n");
  expect(findRoot(join(root, "a/b/x.study.yaml"))).toBe(join(root, "a"));
});

test("a project inside a project is its own", () => {
  write("wellspent.yaml", "root: true\n");
  write("inner/wellspent.yaml", "root: true\n");
  write("inner/x.study.yaml");
  expect(listDisk(root)).toMatchObject({ nested: ["inner"], entries: [{ path: "wellspent.yaml" }] });
});

test("links: loops, ways out, and second names", async () => {
  write("x.study.yaml");
  write("secret.study.yaml", "study: secret\n", base);
  mkdirSync(join(root, "a"));
  symlinkSync("..", join(root, "a/loop"));
  symlinkSync("../secret.study.yaml", join(root, "out.study.yaml"));
  symlinkSync("x.study.yaml", join(root, "again.study.yaml"));
  symlinkSync("round.study.yaml", join(root, "round.study.yaml"));
  write("text.txt", "study: named-by-link\n");
  symlinkSync("text.txt", join(root, "named.study.yaml"));
  const listing = listDisk(root);
  expect(listing.entries.map((entry) => entry.path)).toEqual(["named.study.yaml", "x.study.yaml"]);
  expect(listing.linkedFolders).toEqual(["a/loop"]);
  expect(listing.problems).toEqual([
    { path: "out.study.yaml", problem: "outside-project", detail: "the link leads out of the project" },
    { path: "round.study.yaml", problem: "unreadable", detail: "the link leads back to itself" },
  ]);
  const files = diskFileSystem(root);
  expect(await files.read("out.study.yaml")).toEqual({ kind: "problem", problem: "outside-project" });
  expect(await files.read("../secret.study.yaml")).toEqual({ kind: "problem", problem: "outside-project" });
  expect(await files.read("named.study.yaml")).toEqual({ kind: "text", text: "study: named-by-link\n" });
});

test("what is not a file, cannot be read or has gone is said, and the rest goes on", async () => {
  mkdirSync(join(root, "folder.study.yaml"));
  write("folder.study.yaml/inside.study.yaml");
  write("closed.study.yaml");
  write("gone.study.yaml");
  chmodSync(join(root, "closed.study.yaml"), 0);
  const listing = listDisk(root);
  expect(listing.problems).toEqual([{ path: "folder.study.yaml", problem: "not-a-file", detail: "folder" }]);
  unlinkSync(join(root, "gone.study.yaml"));
  const contents = Object.fromEntries(listing.entries.map((entry) => [entry.path, readListed(root, entry)]));
  expect(contents["folder.study.yaml/inside.study.yaml"]).toMatchObject({ kind: "text" });
  expect(contents["gone.study.yaml"]).toEqual({ kind: "problem", problem: "vanished" });
  if (process.getuid?.() !== 0)
    expect(contents["closed.study.yaml"]).toMatchObject({
      problem: "unreadable",
      detail: expect.stringContaining("permission"),
    });
  expect(await diskFileSystem(root).read("folder.study.yaml")).toEqual({ kind: "problem", problem: "not-a-file" });
});

test("a file that becomes a link after it was listed is not followed", () => {
  write("x.study.yaml");
  write("secret.study.yaml", "study: secret\n", base);
  const [entry] = listDisk(root).entries;
  unlinkSync(join(root, "x.study.yaml"));
  symlinkSync("../secret.study.yaml", join(root, "x.study.yaml"));
  expect(readListed(root, entry as NonNullable<typeof entry>)).toMatchObject({ kind: "problem" });
});

test.each([
  ["UTF-8", Buffer.from("title: £5 – naïve\n"), { kind: "text", text: "title: £5 – naïve\n" }],
  ["a byte order mark", Buffer.from("\uFEFFa: 1"), { kind: "text", text: "a: 1" }],
  ["nothing", Buffer.alloc(0), { kind: "text", text: "" }],
  ["UTF-16 with its mark", Buffer.from("\uFEFFstudy: a", "utf16le"), { problem: "utf-16", detail: "UTF-16" }],
  ["UTF-16 without", Buffer.from("study: a\n", "utf16le"), { problem: "utf-16" }],
  ["UTF-16, big end first", Buffer.from("study: a\n", "utf16le").swap16(), { problem: "utf-16" }],
  ["a zero byte", Buffer.from("a: b\0c"), { problem: "binary", offset: 4 }],
  [
    "Latin 1",
    Buffer.from("a: 1\ncost: £5\n", "latin1"),
    { problem: "invalid-utf-8", offset: 11, detail: "line 2, byte A3" },
  ],
  ["a character cut at the end", Buffer.from("a: £").subarray(0, 4), { problem: "invalid-utf-8", offset: 3 }],
  [
    "a wrong byte after many right ones",
    Buffer.concat([Buffer.from("£".repeat(5000)), Buffer.from([0xff, 0x41])]),
    { offset: 10000 },
  ],
])("bytes: %s", (_name, bytes, expected) => {
  expect(decode(bytes)).toMatchObject(expected);
});
