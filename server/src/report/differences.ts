/** What differs between two states of a project: figures and evidence of every spec, and findings. */
import type { AssessedArea, AssessedPortfolio, AssessedSpec, Snapshot } from "../analysis/types.ts";
import type { Spec } from "../model/spec.ts";
import type { FilePath } from "../workspace/types.ts";
import { type ComparedFigure, compareFigures } from "./compare.ts";
import { type FindingChanges, findingChanges } from "./finding-changes.ts";
import { citedBy } from "./headlines.ts";
import { interventionRatings } from "./ratings.ts";

/** A project at one moment, and which of its files are asked about. */
export interface Side {
  readonly snapshot: Snapshot;
  readonly chosen: (path: FilePath) => boolean;
}

export interface SpecDifference {
  readonly kind: "intervention" | "portfolio" | "area";
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** Where it stands now; of one that is gone, where it stood. */
  readonly path: FilePath;
  readonly state: "added" | "removed" | "changed" | "same";
  readonly figures: readonly ComparedFigure[];
  readonly evidence: readonly FactDifference[];
}

/** Something said in words, before and after. Undefined: not there, or not known. */
export interface FactDifference {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface ProjectDifference {
  /** In order of path now; those that are gone last. */
  readonly specs: readonly SpecDifference[];
  readonly findings: FindingChanges;
}

/** Compares what two states of a project say of the files asked about. A spec is the same one by its kind and id, wherever it stands. */
export function differences(before: Side, after: Side): ProjectDifference {
  const [old, now] = [specsOf(before), specsOf(after)];
  const specs = [
    ...[...now].map(([key, spec]) => differenceOf(old.get(key), spec)),
    ...[...old].flatMap(([key, spec]) => (now.has(key) ? [] : [differenceOf(spec, undefined)])),
  ].filter((each) => each !== undefined);
  return { specs, findings: findingChanges(before, after, movedFiles(old, now, after.snapshot)) };
}

type Found = (AssessedSpec | AssessedPortfolio | AssessedArea) & {
  readonly path: FilePath;
  readonly snapshot: Snapshot;
};

function specsOf({ snapshot, chosen }: Side): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const path of snapshot.files) {
    if (!chosen(path)) continue;
    [...snapshot.assessments(path), ...snapshot.portfolios(path), ...snapshot.areas(path)].forEach((each, at) => {
      const name = each.spec.id ?? `${path} ${at}`;
      const key = `${each.spec.kind} ${name}`;
      // An id used twice has its own finding; both are compared, in order.
      found.set(found.has(key) ? `${key} ${path} ${at}` : key, { ...each, path, snapshot });
    });
  }
  return found;
}

function differenceOf(before: Found | undefined, after: Found | undefined): SpecDifference | undefined {
  const one = after ?? before;
  if (one === undefined || !isCompared(one.spec)) return undefined;
  const figures = compareFigures(assessed(before), assessed(after));
  const evidence = factsOf(before, after);
  const differs =
    figures.some(({ difference }) => difference !== "same") || evidence.some((fact) => fact.before !== fact.after);
  return {
    kind: one.spec.kind,
    id: one.spec.id,
    title: one.spec.reading?.title?.value,
    path: one.path,
    state: before === undefined ? "added" : after === undefined ? "removed" : differs ? "changed" : "same",
    figures,
    evidence,
  };
}

const isCompared = (spec: Spec): spec is Extract<Spec, { readonly kind: SpecDifference["kind"] }> =>
  spec.kind === "intervention" || spec.kind === "portfolio" || spec.kind === "area";

const nothing = { figures: new Map() };
const assessed = (found: Found | undefined) => found?.assessment ?? nothing;

function factsOf(before: Found | undefined, after: Found | undefined): readonly FactDifference[] {
  const [old, now] = [evidenceOf(before), evidenceOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => ({
    name,
    before: old.get(name),
    after: now.get(name),
  }));
}

/** How many studies are cited, and what rating they allow under each standard in force. */
function evidenceOf(found: Found | undefined): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  if (found === undefined || !("outcomes" in found.assessment)) return facts;
  const { spec, assessment, snapshot, path } = found as AssessedSpec & Found;
  if (spec.kind !== "intervention" || spec.reading === undefined) return facts;
  facts.set("Outcomes claimed", String(assessment.outcomes.length));
  facts.set("Studies cited", String(new Set(assessment.outcomes.flatMap(({ claim }) => citedBy(claim))).size));
  for (const { standard, label } of interventionRatings(snapshot, path, spec.reading))
    facts.set(`Indicative rating, ${standard.name}`, label);
  return facts;
}

/** Files that were renamed, as the specs in them tell: what was found in the old one is looked for in the new. */
function movedFiles(
  old: ReadonlyMap<string, Found>,
  now: ReadonlyMap<string, Found>,
  after: Snapshot,
): ReadonlyMap<FilePath, FilePath> {
  const still = new Set(after.files);
  const moved = new Map<FilePath, FilePath>();
  for (const [key, { path }] of old) {
    const to = now.get(key)?.path;
    if (to !== undefined && to !== path && !still.has(path)) moved.set(path, to);
  }
  return moved;
}
