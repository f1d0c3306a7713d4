import { kindOfName } from "./names.ts";
import type { FileContent, FileProblem, FileSystem } from "./types.ts";

/**
 * A project held in memory, for tests and for the browser. A value is the text of the file, or why it has none.
 * Files that do not bear one of our names are there to be left out, as on disk.
 */
export function memoryFileSystem(
  files: Readonly<Record<string, string | { readonly problem: FileProblem; readonly detail?: string }>>,
): FileSystem {
  const held = new Map(Object.entries(files));
  return {
    async list() {
      const paths = [...held.keys()].filter((path) => kindOfName(path) !== undefined).sort();
      return {
        entries: paths.map((path) => ({ path, stamp: stampOf(held.get(path)) })),
        problems: [],
      };
    },
    async read(path): Promise<FileContent> {
      const content = held.get(path);
      if (content === undefined) return { kind: "problem", problem: "vanished" };
      return typeof content === "string" ? { kind: "text", text: content } : { kind: "problem", ...content };
    },
  };
}

const stampOf = (content: unknown) => (typeof content === "string" ? content : JSON.stringify(content));
