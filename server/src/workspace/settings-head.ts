import { parse, toPlain } from "../syntax/index.ts";

/** What has to be known of a settings file before the project is walked. Anything broken in it counts as not said. */
export interface SettingsHead {
  readonly root: boolean;
  /** Globs relative to the file's own folder. */
  readonly ignore: readonly string[];
}

export function settingsHead(text: string): SettingsHead {
  if (!/\broot\b|\bignore\b/.test(text)) return { root: false, ignore: [] };
  let root = false;
  const ignore: string[] = [];
  for (const document of parse(text).documents) {
    const plain = document.root === undefined ? undefined : toPlain(document, document.root);
    if (typeof plain !== "object" || plain === null) continue;
    const { root: said, ignore: globs } = plain as { root?: unknown; ignore?: unknown };
    root ||= said === true;
    if (Array.isArray(globs)) ignore.push(...globs.filter((glob) => typeof glob === "string"));
  }
  return { root, ignore };
}
