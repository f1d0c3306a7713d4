/**
 * Measures Wellspent beside its peers and the bare floors, in one run on one machine, and prints ratios: only those compare.
 * `npm run bench [-- --files 10000 --runs 3 --only cold,again]`.
 */
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { activation, minimalExtension } from "./activation.ts";
import { intervention, repository, shared } from "./corpus.ts";
import { burst, firstOurs, firstPeer, ours, peer, residentMemory, type Setting, type Typed } from "./lsp.ts";
import { median, paired, timeProcess } from "./measure.ts";
import { inProject, unitCostEdit } from "./project.ts";

const root = resolve(import.meta.dirname, "../..");
const node = process.execPath;
const cli = join(root, "dist/cli.js");
const { values } = parseArgs({
  options: {
    files: { type: "string", default: "2000" },
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    keys: { type: "string", default: "60" },
    specs: { type: "string", default: "10000" },
  },
});
const runs = Number(values.runs);
const only = values.only === "" ? undefined : new Set(values.only.split(","));

interface Row {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly against: string;
  readonly unit?: "ms" | "MB";
  /** Ratio that is aimed at (lower is better). */
  readonly target: number;
}

const rows: Row[] = [];
const add = (row: Row): void => {
  rows.push(row);
  const ratio = row.ours / row.theirs;
  const unit = row.unit ?? "ms";
  const verdict = ratio <= row.target ? "within" : ratio <= 1.5 * row.target ? "within 1.5 times" : "over 1.5 times";
  console.log(
    `${row.name.padEnd(52)} ${row.ours.toFixed(1).padStart(9)} ${unit}  ${row.theirs.toFixed(1).padStart(9)} ${unit} ${row.against.padEnd(22)} ratio ${ratio.toFixed(3).padStart(7)}  target ${row.target} (${verdict})`,
  );
};

/** Findings are expected in generated text: the process has done its work with 0 or 1. */
const check = (folder: string, ...options: readonly string[]): Promise<number> =>
  timeProcess(node, [cli, "check", ...options, "--format", `json=${join(tmpdir(), "wellspent-bench.json")}`, "."], {
    cwd: folder,
    expect: [0, 1],
  });

const temporary = mkdtempSync(join(tmpdir(), "wellspent-bench-"));
const peers = join(root, "test/bench/node_modules");
if (!existsSync(peers))
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: join(root, "test/bench"),
    stdio: "inherit",
  });

/** What the script prints of a repository. */
const script = (folder: string): string =>
  execFileSync(node, [join(root, "test/bench/script.mjs"), folder, join(root, "schemas")], { encoding: "utf8" }).trim();

/** The peer has to do its work, or its time says nothing: it is silent on what is right, and finds each of three faults put in. */
function proveScript(): void {
  const folder = join(temporary, "proof");
  const [path = "", other = "", third = ""] = repository(folder, 3);
  const expect = (said: string): void => {
    const found = script(folder);
    if (found !== said) throw new Error(`the script says "${found}", and "${said}" was expected`);
  };
  const files = 3 + Object.keys(shared).length;
  expect(`${files} files, 0 errors`);
  const change = (file: string, from: string, to: string): void =>
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
  change(path, "status: piloting", "status: dreaming");
  expect(`${files} files, 1 errors`);
  change(other, "need_level:", "need_levle:");
  expect(`${files} files, 2 errors`);
  change(third, "title: Family", "title: [Family");
  if (/ [012] errors$/.test(script(folder))) throw new Error("the script does not see broken YAML");
}

/** Of each thing that was measured the median of its runs. */
function middle(all: readonly Typed[]): Typed {
  const of = (measured: (one: Typed) => number | undefined): number =>
    median(all.map(measured).filter((each) => each !== undefined));
  const methods = Object.keys(all[0]?.asked ?? {});
  return {
    median: of((one) => one.median),
    p95: of((one) => one.p95),
    line: { median: of((one) => one.line.median), p95: of((one) => one.line.p95) },
    asked: Object.fromEntries(methods.map((method) => [method, of((one) => one.asked[method])])),
    memory: all.some((one) => one.memory === undefined) ? undefined : of((one) => one.memory),
  };
}

/** A document of its own project, to type in. */
function typing(name: string, text: string): Setting {
  const folder = join(temporary, name);
  repository(folder, 0);
  const path = join(folder, "typed.intervention.yaml");
  writeFileSync(path, text);
  return { root, folder, path, text, keys: Number(values.keys) };
}

const sections: Readonly<Record<string, () => Promise<void>>> = {
  async cold() {
    proveScript();
    const folder = join(temporary, "cold");
    repository(folder, Number(values.files));
    const both = await paired(
      runs,
      () => check(folder, "--no-cache"),
      () => timeProcess(node, [join(root, "test/bench/script.mjs"), folder, join(root, "schemas")]),
    );
    add({ name: `cold check of ${values.files} files`, ...both, against: "yaml + ajv script", target: 0.2 });
  },
  async again() {
    const folder = join(temporary, "again");
    const paths = repository(folder, Number(values.files));
    await check(folder);
    let turn = 0;
    const both = await paired(
      runs,
      () => {
        appendFileSync(paths[turn++ % paths.length] ?? "", `# changed ${turn}\n`);
        return check(folder);
      },
      () => timeProcess(node, [join(root, "test/bench/read-all.mjs"), folder]),
    );
    add({ name: `again with one of ${values.files} changed`, ...both, against: "reading all bytes", target: 2 });
  },
  async one() {
    const folder = join(temporary, "one");
    repository(folder, 3);
    const both = await paired(
      runs * 4,
      () => check(folder, "--no-cache"),
      () => timeProcess(node, ["-e", "0"]),
    );
    add({ name: "one file in a small project, whole process", ...both, against: "empty Node", target: 2.5 });
  },
  async linear() {
    for (const aliases of [0, 200]) {
      const times: number[] = [];
      for (const lines of [5_000, 20_000]) {
        const folder = join(temporary, `linear-${lines}-${aliases}`);
        repository(folder, 0);
        writeFileSync(join(folder, "big.intervention.yaml"), intervention("big", lines, lines, aliases));
        const measured: number[] = [];
        for (let run = 0; run < runs; run++) measured.push(await check(folder, "--no-cache"));
        times.push(median(measured));
      }
      const [small = Number.NaN, large = Number.NaN] = times;
      add({
        name: `20,000 lines${aliases === 0 ? "" : ` with ${aliases} aliases`}, whole process`,
        ours: large,
        theirs: small,
        against: "5,000 lines",
        target: 4,
      });
    }
  },
  async keys() {
    for (const [lines, target, tail, asked] of [
      [200, 0.25, 0.4, 0.3],
      [5_000, 0.05, 0.1, 0.06],
    ] as const) {
      const text = intervention("typed", lines, lines);
      const setting = typing(`keys-${lines}`, text);
      // Every session but the first after an installation finds the code that one before it kept (see `start`).
      await firstOurs(setting, undefined, 3000);
      // In turn, as everything that is compared: a machine is faster in one minute than in the next.
      const both: { readonly mine: Typed; readonly other: Typed }[] = [];
      for (let run = 0; run < runs; run++) both.push({ mine: await ours(setting), other: await peer(setting) });
      const mine = middle(both.map((each) => each.mine));
      const other = middle(both.map((each) => each.other));
      const against = "yaml-language-server";
      const size = `${lines.toLocaleString("en-GB")} lines`;
      add({ name: `key to diagnostics, ${size}, median`, ours: mine.median, theirs: other.median, against, target });
      add({ name: `key to diagnostics, ${size}, p95`, ours: mine.p95, theirs: other.p95, against, target: tail });
      add({
        name: `key of a new line, ${size}, median`,
        ours: mine.line.median,
        theirs: other.line.median,
        against,
        target,
      });
      add({
        name: `key of a new line, ${size}, p95`,
        ours: mine.line.p95,
        theirs: other.line.p95,
        against,
        target: tail,
      });
      const completion = other.asked["textDocument/completion"] ?? Number.NaN;
      for (const [method, time] of Object.entries(mine.asked))
        add({
          name: `key to ${method.slice("textDocument/".length)}, ${size}`,
          ours: time,
          theirs: completion,
          against: "its completion",
          target: asked,
        });
      if (lines !== 200 && mine.memory !== undefined && other.memory !== undefined)
        add({ name: `memory, ${size}`, ours: mine.memory, theirs: other.memory, against, target: 0.4, unit: "MB" });
    }
  },
  /** What the server compiled is kept when it has run for some seconds (`server/src/main.compiled.ts`): all but the first start find it. */
  async start() {
    const setting = typing("start", intervention("typed", 200, 200));
    const compiled = join(temporary, "compiled");
    const against = "yaml-language-server";
    const very = await firstOurs(setting, compiled, 8000);
    const { ours: mine, theirs } = await paired(
      runs * 3,
      () => firstOurs(setting, compiled),
      () => firstPeer(setting),
    );
    add({ name: "start to first diagnostics", ours: mine, theirs, against, target: 0.3 });
    add({ name: "start to first diagnostics, the very first", ours: very, theirs, against, target: 0.3 });
  },
  async activation() {
    const minimal = await minimalExtension(root, temporary);
    const { ours: mine, theirs } = await paired(
      runs * 3,
      async () => activation(root, join(root, "dist/extension.cjs")),
      async () => activation(root, minimal),
    );
    const name = "loading and activating the extension";
    add({ name, ours: mine, theirs, against: "least language client", target: 1 });
  },
  async large() {
    const times: number[] = [];
    for (const lines of [5_000, 20_000])
      times.push((await ours(typing(`large-${lines}`, intervention("typed", lines, lines, 200)))).median);
    const [small = Number.NaN, large = Number.NaN] = times;
    add({
      name: "key to diagnostics, 20,000 lines, 200 aliases",
      ours: large,
      theirs: small,
      against: "5,000 lines",
      target: 4,
    });
  },
  async library() {
    const folder = join(temporary, "library");
    const paths = repository(folder, 1000);
    const path = join(folder, "bench.unit-costs.yaml");
    const open = paths.slice(0, 5).map((each) => ({ path: each, text: readFileSync(each, "utf8") }));
    const library = { path, text: readFileSync(path, "utf8") };
    const took = await unitCostEdit(root, folder, library, open, paths.length, 10);
    const theirs = await check(folder, "--no-cache");
    const against = "their cold check";
    add({ name: "unit cost edited, 5 open of 1,000 specs", ours: took.open, theirs, against, target: 0.2 });
    add({ name: "unit cost edited, all of 1,000 specs", ours: took.all, theirs, against, target: 1 });
    add({ name: "meanwhile, longest wait for an answer", ours: took.block, theirs: 50, against: "50 ms", target: 1 });
  },
  async project() {
    const empty = new Promise<number | undefined>((resolve) => {
      const child = spawn(node, ["-e", "setTimeout(() => {}, 1000)"]);
      setTimeout(() => resolve(residentMemory(child.pid)), 500);
    });
    const small = await ours(typing("small", intervention("typed", 105, 1)));
    const count = Number(values.specs);
    const folder = join(temporary, "large");
    const paths = repository(folder, count);
    const [first = ""] = paths;
    const setting = {
      root,
      folder,
      path: first,
      text: readFileSync(first, "utf8").replaceAll("\r\n", "\n"),
      keys: Number(values.keys),
    };
    const size = `${count.toLocaleString("en-GB")} specs`;
    await firstOurs(setting, undefined, 8000);
    add({
      name: `start to first diagnostics, ${size}`,
      ours: await firstOurs(setting),
      theirs: await firstPeer(setting),
      against: "yaml-language-server",
      target: 0.3,
    });
    const library = join(folder, "bench.unit-costs.yaml");
    const large = await inProject(setting, { path: library, text: readFileSync(library, "utf8") }, count);
    add({
      name: `key to diagnostics in a project of ${size}`,
      ours: large.key,
      theirs: small.median,
      against: "in a project of one",
      target: 2,
    });
    const floor = await empty;
    if (large.memory !== undefined && floor !== undefined)
      add({
        name: `memory, server on ${size}`,
        ours: large.memory,
        theirs: floor,
        against: "empty Node",
        target: 8,
        unit: "MB",
      });
  },
  async bursts() {
    for (const [lines, target] of [
      [200, 0.25],
      [5_000, 0.05],
    ] as const) {
      const setting = typing(`burst-${lines}`, intervention("typed", lines, lines));
      add({
        name: `20 keys at once to diagnostics, ${lines.toLocaleString("en-GB")} lines`,
        ours: await burst("ours", setting, 30),
        theirs: await burst("peer", setting, 10),
        against: "yaml-language-server",
        target,
      });
    }
  },
  async simulate() {
    const { timeSimulation } = await import("./simulate.ts");
    add({
      name: "10,000 draws of a spec of 20 cost lines",
      ours: timeSimulation(runs * 5),
      theirs: 50,
      against: "50 ms",
      target: 1,
    });
  },
};

try {
  console.log(
    `Wellspent beside its peers: Node ${process.version}, median of ${runs} runs, generated specs (${Object.keys(shared).length} shared files).
yaml-language-server checks our published schema (structure only), its wait of 200 ms taken away; the script is yaml and ajv in
thirty lines on one core (structure only). Wellspent does all its work: structure, ids, units, figures, evidence.\n`,
  );
  for (const [name, measure] of Object.entries(sections)) if (only === undefined || only.has(name)) await measure();
  const far = rows.filter((row) => row.ours / row.theirs > 1.5 * row.target);
  console.log(
    far.length === 0
      ? "\nEvery ratio is within 1.5 times its target."
      : `\nOver 1.5 times the target: ${far.map((row) => row.name).join("; ")}`,
  );
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
