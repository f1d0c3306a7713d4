import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach } from "vitest";

const main = fileURLToPath(new URL("../../server/src/main.cli.ts", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How long a program may take on the busiest machine, in milliseconds: it only ends what hangs. */
export const patience = 300_000;

/** Runs the real command line. A run that does not end is killed, and `code` is null. */
export function wellspent(
  cwd: string,
  args: readonly string[],
  more: { input?: string | Buffer; env?: Record<string, string> } = {},
): Ran {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  const ran = spawnSync(process.execPath, [main, ...args], {
    cwd,
    env: { ...env, ...more.env },
    input: more.input ?? "",
    encoding: "utf8",
    timeout: patience,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

export interface Folder {
  readonly path: string;
  write(path: string, text: string | Buffer): void;
  run(args: readonly string[], more?: Parameters<typeof wellspent>[2]): Ran;
}

/** A folder of its own for each test, a project by itself. */
export function projectFolder(): Folder {
  let path = "";
  const folder = {
    get path() {
      return path;
    },
    write(name: string, text: string | Buffer) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    run: (args: readonly string[], more: Parameters<typeof wellspent>[2] = {}) => wellspent(path, args, more),
  };
  beforeEach(() => {
    path = realpathSync(mkdtempSync(join(tmpdir(), "wellspent-")));
    folder.write("wellspent.yaml", "root: true\n");
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return folder;
}

/** An outcome that is right in itself. */
export const outcome = (id: string): string => `outcome: ${id}\ntitle: An outcome\nkind: event\nbetter: lower\n`;
