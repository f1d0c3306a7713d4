import { createSession } from "../analysis/session.ts";
import type { Snapshot } from "../analysis/types.ts";
import { idsOf } from "../model/ids.ts";
import { folderOf, settingsNames } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import type { Seen } from "./session.ts";

/** A document of the usual size; of a longer one its beginning does. */
const usual = { lines: 250, characters: 16_000 };
/** Files that a document refers to: more would only take longer to read. */
const mostFiles = 40;
/** Not every line: what stands further down is met as well. */
const step = 3;

/**
 * Types into a copy of a document, in a project of its own that holds what it refers to: at the end of a value, or a new line under it, which
 * is broken at most of its keys. Every step is one key, its diagnostics and their text; it gives the length of that. Never ends, unless
 * nothing can be typed into.
 */
export function* rehearsedKeys(seen: Seen): Generator<number, void> {
  const { snapshot, path } = seen;
  const copy = createSession({ asOf: snapshot.asOf });
  for (const other of neededBy(snapshot, path)) {
    const text = snapshot.text(other);
    if (text !== undefined && other !== path) copy.setFile(other, text, false);
  }
  copy.setComplete(true);
  const text = beginning(snapshot.text(path) ?? "");
  const places = [...text.matchAll(/^( *)(?:- )?[\w-]+: .*$/gm)].filter((_, index) => index % step === 0);
  for (let turn = 0; places.length > 0; turn++)
    for (const [index, { 0: line, 1: indent, index: start }] of places.entries()) {
      const at = start + line.length;
      const written = (turn + index) % 2 === 0 ? " and so on" : `\n${indent}quantity: 2 hours/visit`;
      for (let keys = 1; keys <= written.length; keys++) {
        copy.setFile(path, `${text.slice(0, at)}${written.slice(0, keys)}${text.slice(at)}`);
        yield JSON.stringify(diagnosticsOf({ ...seen, snapshot: copy.snapshot() }, path)).length;
      }
    }
}

const beginning = (text: string): string =>
  text.slice(0, usual.characters).split("\n", usual.lines).join("\n").replaceAll("\r", "");

/** The settings that a file is under, and the files that define what it names. */
function neededBy(snapshot: Snapshot, path: FilePath): ReadonlySet<FilePath> {
  const needed = new Set<FilePath>();
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const name of settingsNames) needed.add(folder === "" ? name : `${folder}/${name}`);
    if (folder === "") break;
  }
  for (const spec of snapshot.specs(path))
    for (const { kind, id } of idsOf(spec).uses)
      for (const definition of snapshot.index.defined(kind, id)) {
        if (needed.size >= mostFiles) return needed;
        needed.add(definition.path);
      }
  return needed;
}
