/** Projects that the laws are held against: the examples, the published cases, and a made-up service that uses every form of cost. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSession, type Snapshot } from "../../server/src/analysis/index.ts";
import type { Assessment } from "../../server/src/model/assess/index.ts";

/** Path in the project to its text. */
export type Files = Readonly<Record<string, string>>;

function filesIn(folder: string): Files {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  const found: Record<string, string> = {};
  const visit = (under: string): void => {
    for (const name of readdirSync(join(root, under)).sort()) {
      const path = under === "" ? name : `${under}/${name}`;
      if (statSync(join(root, path)).isDirectory()) visit(path);
      else if (name.endsWith(".yaml")) found[path] = readFileSync(join(root, path), "utf8");
    }
  };
  visit("");
  return found;
}

export const projects: Readonly<Record<string, Files>> = {
  "the examples": filesIn("../../examples"),
  "the published cases": filesIn("../published/specs"),
  "the made-up service": filesIn("service"),
};

const asOf = { kind: "date", year: 2026, month: 6, day: 1 } as const;

export function snapshotOf(files: Files): Snapshot {
  const session = createSession({ asOf });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.setComplete(true);
  return session.snapshot();
}

/** Every assessment of a project, by the id of its spec; ids are unique in all of these projects. */
export function assessmentsOf(files: Files): ReadonlyMap<string, Assessment> {
  const snapshot = snapshotOf(files);
  const found = new Map<string, Assessment>();
  for (const path of snapshot.files)
    for (const { spec, assessment } of snapshot.assessments(path)) {
      const id = spec.id ?? path;
      if (found.has(id)) throw new Error(`two specs are called ${id}`);
      found.set(id, assessment);
    }
  return found;
}

/** What a reader sees of a figure: its value to the last bit, its range, and what it lacks. */
export interface Seen {
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly priceYear: string | undefined;
  readonly none: string | undefined;
  readonly lacks: readonly string[];
}

/** All figures of all specs, scenarios included, by `spec figure`. */
export function figuresOf(files: Files): ReadonlyMap<string, Seen> {
  const found = new Map<string, Seen>();
  const put = (name: string, assessment: Assessment): void => {
    for (const [key, { value, low, high, priceYear, none, missing }] of assessment.figures)
      found.set(`${name} ${key}`, {
        value,
        low,
        high,
        priceYear,
        none,
        lacks: missing.map(({ reason }) => reason).sort(),
      });
    for (const one of assessment.scenarios)
      if (one.assessment !== undefined) put(`${name} (${one.name})`, one.assessment);
  };
  for (const [id, assessment] of assessmentsOf(files)) put(id, assessment);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What each stated figure was found to be, by `spec headline site`. */
export function verdictsOf(files: Files): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [id, { stated }] of assessmentsOf(files))
    for (const one of stated)
      found.set(`${id} ${one.outcome ?? ""} ${one.headline} ${one.site ?? ""}`, one.verdict.kind);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Applies a change of text to every file but the settings. */
export const each = (files: Files, change: (text: string, path: string) => string): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, path.endsWith("wellspent.yaml") ? text : change(text, path)]),
  );

export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
