import type { Kind } from "../schema/shape.ts";

/** What stands before `.yaml` in the name of each kind of document. `wellspent.yaml` alone has no name of its own before it. */
const suffixes: ReadonlyMap<string, Kind> = new Map([
  ["intervention", "intervention"],
  ["outcome", "outcome"],
  ["study", "study"],
  ["unit-costs", "unit-costs"],
  ["area", "area"],
  ["portfolio", "portfolio"],
]);

/** Names of a settings file. */
export const settingsNames: readonly string[] = ["wellspent.yaml", "wellspent.yml"];

/** Folders that never hold specs of the project. */
export const neverWalked: ReadonlySet<string> = new Set(["node_modules", ".git", ".hg", ".svn", ".wellspent-cache"]);

/** Whether a path inside a project lies in one of those, or is one. */
export const isNeverWalked = (path: string): boolean => path.split("/").some((part) => neverWalked.has(part));

/** The last part of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The folder of a path inside a project; "" at its root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The kind that a file's name says it holds; undefined when the name is not one of ours. Upper and lower case are one. */
export function kindOfName(path: string): Kind | undefined {
  const name = baseName(path).toLowerCase();
  const stem = name.endsWith(".yaml") ? name.slice(0, -5) : name.endsWith(".yml") ? name.slice(0, -4) : undefined;
  if (stem === undefined) return undefined;
  if (stem === "wellspent") return "settings";
  const dot = stem.lastIndexOf(".");
  return dot > 0 ? suffixes.get(stem.slice(dot + 1)) : undefined;
}
