/** Fixtures: `test/rules/<group>/<rule>/{valid,invalid}*.yaml`, each a file alone, or a folder of that name that is a whole project. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../../server/src/workspace/decode.ts";
import type { FileContent } from "../../../server/src/workspace/types.ts";
import { nameFor, type Project } from "./project.ts";

export const root = join(import.meta.dirname, "..");

export interface Fixture {
  readonly code: string;
  readonly valid: boolean;
  /** Where it lies, for the name of the test and for its snapshot. */
  readonly path: string;
  readonly project: Project;
}

export function fixturesOf(code: string): readonly Fixture[] {
  const folder = join(root, code);
  return list(folder)
    .filter((name) => /^(in)?valid/.test(name) && !name.endsWith(".snap"))
    .map((name) => ({
      code,
      valid: name.startsWith("valid"),
      path: join(folder, name),
      project: projectAt(join(folder, name), name),
    }));
}

/** Folders of fixtures that belong to no rule are a mistake; this finds them. */
export const fixtureCodes = (): readonly string[] =>
  list(root)
    .filter((group) => group !== "support" && isFolder(join(root, group)))
    .flatMap((group) => list(join(root, group)).map((rule) => `${group}/${rule}`))
    .filter((code) => isFolder(join(root, code)));

function projectAt(path: string, name: string): Project {
  if (isFolder(path)) return Object.fromEntries(filesBelow(path).map((file) => [file, read(join(path, file))]));
  const content = read(path);
  const stem = name.replace(/\.ya?ml$/, "");
  return { [nameFor(content.kind === "text" ? content.text : "", stem)]: content };
}

const read = (path: string): FileContent => decode(readFileSync(path));

function filesBelow(folder: string, inside = ""): readonly string[] {
  return list(join(folder, inside)).flatMap((name) => {
    const path = inside === "" ? name : `${inside}/${name}`;
    return isFolder(join(folder, path)) ? filesBelow(folder, path) : [path];
  });
}

const isFolder = (path: string): boolean => statSync(path).isDirectory();

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as { readonly code?: string }).code === "ENOENT") return [];
    throw error;
  }
}
