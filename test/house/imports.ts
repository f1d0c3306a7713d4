import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";
import { PACKAGES, ROOMS } from "./layers.ts";

/** One import that breaks the house rules, or a ring of them. `file` and `to` are relative to the root checked. */
export interface Violation {
  readonly file: string;
  readonly to: string;
  readonly why: string;
}

interface Import {
  readonly to: string;
  /** `import type`: gone when the program runs. */
  readonly typeOnly: boolean;
}

/**
 * Every import in `client/src` and `server/src` under `root` that breaks `layers.ts`, types and `import()` included, and
 * every ring of imports that exists at run time.
 */
export function findViolations(root: string): Violation[] {
  const graph = new Map(sourceFiles(root).map((file) => [file, importsOf(root, file)]));
  const found: Violation[] = [];
  for (const [file, targets] of graph) {
    for (const to of new Set(targets.map((each) => each.to))) {
      const why = whyForbidden(file, to);
      if (why) found.push({ file, to, why });
    }
  }
  return [...found, ...findCycles(graph)];
}

const isLocal = (target: string) => /^(client|server|schemas|test)\//.test(target);

function sourceFiles(root: string): string[] {
  return ["client/src", "server/src"]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.[cm]?[jt]s$/.test(name) && !/\.generated\./.test(name))
        .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
    )
    .sort();
}

/** Local targets as paths relative to the root; packages by name, Node's own always with `node:`. */
function importsOf(root: string, file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const named = (name: string, typeOnly: boolean): Import => ({ to: resolveName(file, name), typeOnly });
  const isType = (start: number) => /^(import|export)\s+type\b/.test(text.slice(start));
  return [
    ...module.staticImports.map(({ start, moduleRequest }) => named(moduleRequest.value, isType(start))),
    ...module.staticExports.flatMap(({ start, entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? named(moduleRequest.value, isType(start)) : [])),
    ),
    // `import("x")` as an expression and as a type; the parser's record lists the first kind only.
    ...[...text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map((match) => named(match[1] as string, false)),
  ];
}

function resolveName(file: string, name: string): string {
  if (name.startsWith(".")) return normalize(join(dirname(file), name)).replaceAll("\\", "/");
  return isBuiltin(name) && !name.startsWith("node:") ? `node:${name}` : name;
}

function whyForbidden(file: string, to: string): string | undefined {
  if (!isLocal(to)) {
    const rule = PACKAGES.find((each) => each.package.test(to));
    return rule && !rule.only.test(file) ? rule.why : undefined;
  }
  if (to.startsWith("schemas/")) return undefined;
  const [from, target] = [file.split("/")[0], to.split("/")[0]];
  if (from !== target) return `${from}/ imports nothing from ${target}/`;
  if (from === "client") return undefined;
  const [room, targetRoom] = [roomOf(file), roomOf(to)];
  if (room === targetRoom || room === undefined) return undefined;
  if (targetRoom === undefined) return "it lies in no room: entry points are imported by nobody";
  const below = ROOMS[room];
  if (!below) return `${room}/ is not a room of the house: add it to layers.ts`;
  return below.includes(targetRoom) ? undefined : `${room}/ may not import ${targetRoom}/`;
}

/** The folder under `server/src`; undefined for the entry points that lie beside the rooms. */
const roomOf = (file: string) => /^server\/src\/([^/]+)\//.exec(file)?.[1];

function findCycles(graph: ReadonlyMap<string, readonly Import[]>): Violation[] {
  const found: Violation[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      const ring = [...path.slice(at), file];
      found.push({ file, to: ring[1] as string, why: `a ring of imports: ${ring.join(" -> ")}` });
    }
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const { to, typeOnly } of graph.get(file) ?? []) if (!typeOnly && graph.has(to)) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
