import { detach } from "../model/detach.ts";
import { type FieldsMemory, fieldsOf, type SpecFields } from "../model/fields.ts";
import type { LocalIds } from "../model/ids.ts";
import { idsOf, publish } from "../model/ids.ts";
import { LostWords } from "../model/lost.ts";
import type { ReadingCache } from "../model/read.ts";
import type { SettingsSource } from "../model/settings.ts";
import { type Definition, lostWord, type Spec, type Use, unreadFile } from "../model/spec.ts";
import { readSpecs } from "../model/specs.ts";
import { kindOf } from "../schema/kind-of.ts";
import { parse } from "../syntax/index.ts";
import type { ParsedFile } from "../syntax/types.ts";
import { kindOfName } from "../workspace/names.ts";
import type { FileContent, FilePath } from "../workspace/types.ts";

/** What the rest of the project needs to know of a file. Plain data: kept for closed files, sent between threads. */
export interface FileSummary {
  readonly path: FilePath;
  readonly definitions: readonly Definition[];
  readonly uses: readonly Use[];
  readonly settings?: SettingsSource;
  /** Words that were not read; only while the file is open. Those of a closed file are among its uses. */
  readonly lost?: LostWords;
}

/** A file with its trees, while it is open or being checked. */
export interface OpenFile {
  readonly path: FilePath;
  readonly content: FileContent;
  readonly parsed: ParsedFile;
  readonly specs: readonly Spec[];
  readonly ids: ReadonlyMap<Spec, LocalIds>;
  readonly fields: ReadonlyMap<Spec, SpecFields>;
  readonly summary: FileSummary;
}

/** True for `wellspent.yaml`, whatever folder it is in. */
export const isSettingsPath = (path: FilePath): boolean => /(^|\/)wellspent\.ya?ml$/.test(path);

const folderOf = (path: FilePath): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** What versions of a file lend each other; owned by a session. */
export interface FileMemory {
  readonly readings: ReadingCache;
  readonly fields?: FieldsMemory;
  /** Nobody will edit these files. */
  readonly once?: boolean;
  /** Definitions that nobody will ask the meaning of; left out, and null. */
  readonly withoutMeaning?: Definition["kind"] | undefined;
}

export interface FileText {
  readonly path: FilePath;
  readonly content: FileContent;
}

/** Parses and reads a file. `previous` lends what still stands. A file without text becomes an empty one that carries its problem. */
export function openFile(path: FilePath, content: FileContent, previous?: OpenFile, memory?: FileMemory): OpenFile {
  const file = { path, content };
  const parsed = parseFile(content, previous, memory);
  const specs = specsOf(file, parsed, memory);
  return opened(file, parsed, specs, fieldsIn(specs, memory), memory);
}

/** The same for a few files, step by step (see `checkFiles`). */
export function openFiles(files: readonly FileText[], memory: FileMemory): readonly OpenFile[] {
  const parsed = files.map((file) => ({ file, parsed: parseFile(file.content, undefined, memory) }));
  const read = parsed.map((each) => ({ ...each, specs: specsOf(each.file, each.parsed, memory) }));
  const walked = read.map((each) => ({ ...each, fields: fieldsIn(each.specs, memory) }));
  return walked.map(({ file, parsed, specs, fields }) => opened(file, parsed, specs, fields, memory));
}

const parseFile = (content: FileContent, previous?: OpenFile, memory?: FileMemory): ParsedFile =>
  parse(content.kind === "text" ? content.text : "", previous?.parsed, memory?.once);

const specsOf = ({ path }: FileText, parsed: ParsedFile, memory?: FileMemory): readonly Spec[] =>
  readSpecs(parsed, (document) => kindOf(document, path).kind, memory?.readings);

const fieldsIn = (specs: readonly Spec[], memory?: FileMemory): OpenFile["fields"] =>
  new Map(specs.map((spec) => [spec, fieldsOf(spec, memory?.fields)]));

function opened(
  { path, content }: FileText,
  parsed: ParsedFile,
  specs: readonly Spec[],
  fields: OpenFile["fields"],
  memory: FileMemory | undefined,
): OpenFile {
  const ids = new Map(specs.map((spec) => [spec, idsOf(spec, fields.get(spec))]));
  const isOpen = memory?.fields !== undefined;
  const lost = LostWords.of(parsed, specs, fields);
  const published = specs.map((spec) =>
    publish(spec, ids.get(spec) ?? { definitions: [], uses: [] }, parsed, path, memory?.withoutMeaning, isOpen),
  );
  return {
    path,
    content,
    parsed,
    specs,
    ids,
    fields,
    summary: {
      path,
      definitions: published.flatMap((each) => each.definitions),
      uses: isUnread(path, content)
        ? [unreadUse(path)]
        : [...published.flatMap((each) => each.uses), ...(lost === undefined || isOpen ? [] : lostUses(path, lost))],
      ...(lost !== undefined && isOpen ? { lost } : {}),
      ...settingsOf(path, content, parsed),
    },
  };
}

/** What settings say; of a file that gives no text, what is no settings: they are not known then. */
function settingsOf(path: FilePath, content: FileContent, parsed: ParsedFile): Pick<FileSummary, "settings"> {
  if (!isSettingsPath(path)) return {};
  const document = parsed.documents[0];
  if (document?.root !== undefined)
    return { settings: { path, folder: folderOf(path), meaning: detach(document, document.root) } };
  return hidesText(content) ? { settings: { path, folder: folderOf(path), meaning: [] } } : {};
}

/** True for a file that is there and may well define ids, but gave no text. A folder, a file that is gone and settings define none. */
const isUnread = (path: FilePath, content: FileContent): boolean => hidesText(content) && !isSettingsPath(path);

const hidesText = (content: FileContent): boolean =>
  content.kind === "problem" && content.problem !== "vanished" && content.problem !== "not-a-file";

/** More words than this and the file is as good as not read. */
const mostLost = 10_000;

const lostUses = (path: FilePath, { words }: LostWords): readonly Use[] =>
  words.size > mostLost ? [unreadUse(path)] : [...words].map((id) => ({ ...unreadUse(path), kind: lostWord, id }));

const unreadUse = (path: FilePath): Use => ({
  ...unreadFile,
  path,
  span: { start: 0, end: 0 },
  by: { kind: kindOfName(path) ?? "intervention", id: undefined },
});
