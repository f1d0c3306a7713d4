import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { starterFiles } from "../../features/starter.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { makeFolder } from "../make-folder.ts";
import { writeProblem } from "../write-problem.ts";

/** `wellspent init`: writes the files of a new project that are not there yet. Returns the exit code. */
export function init(folder: string): number {
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of Object.entries(starterFiles)) {
    const target = join(folder, path);
    try {
      makeFolder(dirname(target));
      // `wx` fails where a file has come to be in the meantime: nothing is ever written over.
      writeFileSync(target, text, { flag: "wx" });
      written.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST")
        throw new UsageError(`could not write ${target}: ${writeProblem(error)}.`, exitCodes.unreadable);
      kept.push(path);
    }
  }
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  for (const path of written) say(`wrote  ${join(folder, path)}`);
  for (const path of kept) say(`kept   ${join(folder, path)}, which was there already`);
  if (kept.includes(".gitignore") && !ignoresCache(join(folder, ".gitignore")))
    say("Add .wellspent-cache/ to .gitignore: results are remembered there.");
  if (written.length > 0) {
    const at = folder === "." ? "" : ` ${folder}`;
    say(`\nNext: wellspent check${at}    what is wrong or missing`);
    say(`      wellspent cost${at}     what it costs and returns`);
  }
  return exitCodes.clean;
}

const ignoresCache = (path: string): boolean =>
  existsSync(path) && /^\/?\.wellspent-cache\/?$/m.test(readFileSync(path, "utf8"));
