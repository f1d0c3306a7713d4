import picomatch from "picomatch";
import { fingerprint } from "../model/fingerprint.ts";
import { type EffectiveSettings, effectiveSettings, groupsFirst, type SettingsSource } from "../model/settings.ts";
import type { FilePath } from "../workspace/types.ts";

/** Settings in force for each file of a project. Made once for a set of settings files; answers are remembered by folder. */
export class SettingsTable {
  readonly #sources: readonly SettingsSource[];
  readonly #byFile = new Map<string, EffectiveSettings>();
  /** Whether any source says something of some files only. */
  readonly #overrides: boolean;

  constructor(sources: readonly SettingsSource[]) {
    this.#sources = [...sources].sort((a, b) => a.folder.length - b.folder.length);
    this.#overrides = sources.some((source) => record(source.meaning)?.overrides !== undefined);
  }

  for(path: FilePath): EffectiveSettings {
    const known = this.#byFile.get(path);
    if (known !== undefined) return known;
    if (this.#overrides) return this.#for(path);
    // Without overrides all files of a folder have the same.
    const folder = `\u0000${path.slice(0, path.lastIndexOf("/") + 1)}`;
    const shared = this.#byFile.get(folder) ?? this.#for(path);
    this.#byFile.set(folder, shared);
    return shared;
  }

  #for(path: FilePath): EffectiveSettings {
    const sources = this.#sources.filter((source) => source.folder === "" || path.startsWith(`${source.folder}/`));
    const overrides = sources.flatMap((source) => overridesFor(source, path));
    const folderKey = `\u0000${sources.map((source) => source.path).join("|")}\u0000${JSON.stringify(overrides)}`;
    const shared = this.#byFile.get(folderKey) ?? this.#make(sources, overrides);
    this.#byFile.set(folderKey, shared);
    this.#byFile.set(path, shared);
    return shared;
  }

  #make(sources: readonly SettingsSource[], overrides: readonly (readonly [string, string])[]): EffectiveSettings {
    const name = sources.length === 0 ? "default" : fingerprint(JSON.stringify([sources, overrides]));
    const held = effectiveSettings(sources, name);
    return overrides.length === 0
      ? held
      : { ...held, rules: [...held.rules, ...(overrides as EffectiveSettings["rules"])] };
  }

  /** True when a settings file leaves this file out (`ignore:`). */
  ignores(path: FilePath): boolean {
    return this.#sources.some(
      (source) => inFolder(source, path) && globs(source, "ignore").some((glob) => matches(glob, source, path)),
    );
  }
}

const inFolder = (source: SettingsSource, path: FilePath): boolean =>
  source.folder === "" || path.startsWith(`${source.folder}/`);

const matches = (glob: string, source: SettingsSource, path: FilePath): boolean =>
  picomatch.isMatch(source.folder === "" ? path : path.slice(source.folder.length + 1), glob, { dot: true });

function globs(source: SettingsSource, key: string): readonly string[] {
  const value = record(source.meaning)?.[key];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

const severities = ["error", "warning", "information", "off"];

function overridesFor(source: SettingsSource, path: FilePath): readonly (readonly [string, string])[] {
  const list = record(source.meaning)?.overrides;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    const override = record(item);
    const files = override?.files;
    const rules = record(override?.rules ?? null);
    if (!Array.isArray(files) || rules === undefined) return [];
    if (!files.some((glob) => typeof glob === "string" && matches(glob, source, path))) return [];
    return groupsFirst(
      Object.entries(rules).flatMap(([code, severity]) =>
        typeof severity === "string" && severities.includes(severity) ? [[code, severity] as const] : [],
      ),
    );
  });
}

const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
