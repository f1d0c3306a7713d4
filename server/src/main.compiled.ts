/**
 * Loads a bundled program together with the code that V8 made of it the last time. Node's own cache is written before a program has run, and
 * lacks every function that is compiled when it is first called: compiling those was a third of a small check.
 */
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from "node:fs";
import * as modules from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

const { enableCompileCache, getCompileCacheDir } = modules as {
  readonly enableCompileCache?: () => void;
  readonly getCompileCacheDir?: () => string | undefined;
};

/** The build names what it made (`esbuild.mjs`): V8 itself knows its code again by the length of the text alone. */
const named = /^\/\/ ([0-9a-f]{32})\n/;
/** A run that compiled this much more than the one remembered is worth remembering instead. */
const growth = 1.2;
/** A run this long, in milliseconds, had other work than starting, and counting what it compiled would take long too. */
const longRun = 1500;

export interface Loaded<T> {
  readonly exports: T;
  /** Writes what is compiled by now, for the next start. Where it cannot be written, nothing is. `idle`: nobody waits, however long it ran. */
  keep(idle?: boolean): void;
}

/**
 * Runs the CommonJS module in `file`. Code is kept in the folder where Node (22 and later) keeps its own, apart for each `use` of the
 * program: what one needs would only make another slower. `NODE_DISABLE_COMPILE_CACHE` switches off both.
 */
export function loadCompiled<T>(file: string, use: string): Loaded<T> {
  const require = modules.createRequire(file);
  const source = readFileSync(file, "latin1");
  const name = named.exec(source)?.[1];
  enableCompileCache?.();
  const folder = name === undefined ? undefined : getCompileCacheDir?.();
  if (name === undefined || folder === undefined) return { exports: require(file), keep: () => undefined };
  const home = join(folder, `wellspent-${use}-${name}`);
  const before = remembered(home, name);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData: before?.code,
  });
  const kept = script.cachedDataRejected === false ? (before?.compiled ?? 0) : 0;
  const module = { exports: {} as T };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return {
    exports: module.exports,
    keep(idle = false) {
      if (!idle && kept > 0 && performance.now() > longRun) return;
      const compiled = (require("node:v8") as typeof import("node:v8")).getHeapCodeStatistics()
        .bytecode_and_metadata_size;
      if (compiled > kept * growth) remember(home, name, compiled, script.createCachedData());
    },
  };
}

interface Remembered {
  readonly code: Buffer;
  /** How much was compiled then, in bytes as V8 counts them. */
  readonly compiled: number;
}

/** A file is as long as a whole one only if it ends as it should: its name, and the number of bytes that were compiled. */
function remembered(home: string, name: string): Remembered | undefined {
  let bytes: Buffer;
  try {
    if (!isOurs(lstatSync(dirname(home))) || !isOurs(lstatSync(home))) return undefined;
    bytes = readFileSync(home);
  } catch (_neverWritten) {
    return undefined;
  }
  const end = bytes.length - name.length - 8;
  if (end < 0 || bytes.toString("latin1", end, end + name.length) !== name) return undefined;
  return { code: bytes.subarray(0, end), compiled: bytes.readDoubleLE(end + name.length) };
}

/** Compiled code is run unread, and the folder may be one that everybody can write to: it has to be ours, and no link to elsewhere. */
const isOurs = (found: Stats): boolean =>
  !found.isSymbolicLink() &&
  (process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o002) === 0));

function remember(home: string, name: string, compiled: number, code: Buffer): void {
  const draft = `${home}.${process.pid}`;
  const tail = Buffer.alloc(name.length + 8);
  tail.write(name, "latin1");
  tail.writeDoubleLE(compiled, name.length);
  try {
    mkdirSync(dirname(home), { recursive: true });
    writeFileSync(draft, Buffer.concat([code, tail]), { mode: 0o600, flag: "wx" });
    renameSync(draft, home);
  } catch (_fullOrNotOurs) {
    rmSync(draft, { force: true });
  }
}
