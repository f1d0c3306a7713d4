import type { Snapshot } from "../../server/src/analysis/types.ts";
import { openProject, type Way, written } from "./ways.ts";

/** A project in memory, one of whose files has the cursor in it. */
export interface Marked {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
}

/** Reads a marked document: `$0` is the cursor. Other files stand beside it. */
export function marked(
  way: Way,
  text: string,
  { path = "a.intervention.yaml", files = {} }: { path?: string; files?: Readonly<Record<string, string>> } = {},
): Marked {
  const ended = written(way, text);
  const offset = ended.indexOf("$0");
  if (offset < 0) throw new Error("the marked document has no $0");
  const session = openProject(way, { ...files, [path]: text.replace("$0", "") });
  return {
    snapshot: session.snapshot(),
    path,
    offset,
    text: ended.slice(0, offset) + ended.slice(offset + 2),
  };
}
