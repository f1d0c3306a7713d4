import type { Snapshot } from "../analysis/types.ts";
import { stepNames } from "../model/assess/plan/index.ts";
import { fieldsOf } from "../model/fields.ts";
import { idsOf } from "../model/ids.ts";
import type { Spec } from "../model/spec.ts";
import { benefitsOf } from "../rules/reference/benefits.ts";
import type { IdKind } from "../schema/shape.ts";
import type { ParsedFile, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { anchorMentions } from "./anchors.ts";
import { placesInPath } from "./scenario-paths.ts";

/** Something that is named in one place and referred to from others. */
export interface Name {
  readonly kind: IdKind | "anchor" | "step";
  /** Full id, as in the index: `gmca/lac-average`, `child-behaviour/ecbi-intensity`. */
  readonly id: string;
  /** Set for what holds in one document only: anchors, and benefits and steps of a theory of change by their names. */
  readonly within?: { readonly path: FilePath; readonly document: number };
}

/** A place where a name is written. */
export interface Mention {
  readonly name: Name;
  /** The characters of the name alone: no quotes, and of `gmca/lac-average` only the part meant. */
  readonly span: Span;
  /** The whole value it stands in. */
  readonly whole: Span;
  readonly defines: boolean;
  /** False when the name does not stand there letter for letter: an alias brings it, or it is written with escapes. */
  readonly exact: boolean;
}

export const sameName = (a: Name, b: Name): boolean =>
  a.kind === b.kind && a.id === b.id && a.within?.path === b.within?.path && a.within?.document === b.within?.document;

/** The last part of an id: what is written where it is defined. */
export const lastPart = (id: string): string => id.slice(id.indexOf("/") + 1);

/** The name written at an offset; at `library/entry` the part under the cursor. Undefined where no name stands. */
export function mentionAt(snapshot: Snapshot, path: FilePath, offset: number): Mention | undefined {
  const parsed = snapshot.parsed(path);
  const document = parsed?.pathAt(offset)?.document;
  const holding = (parsed === undefined ? [] : [...mentionsOf(snapshot, path, document?.index)])
    .filter(({ whole }) => whole.start <= offset && offset <= whole.end)
    .sort((a, b) => a.whole.end - a.whole.start - (b.whole.end - b.whole.start));
  const exact = holding.filter((each) => each.exact);
  return exact.find(({ span }) => span.start <= offset && offset <= span.end) ?? exact[0] ?? holding[0];
}

/** Every name written in a file, or in one of its documents. */
export function mentionsOf(snapshot: Snapshot, path: FilePath, document?: number): readonly Mention[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const specs = snapshot.specs(path).filter((spec) => document === undefined || spec.document.index === document);
  return [
    ...anchorMentions(parsed, path, document),
    ...specs.flatMap((spec) => {
      const own = ownMentions(snapshot, path, parsed, spec);
      return [...own, ...scenarioMentions(parsed, spec, own)];
    }),
  ];
}

function ownMentions(snapshot: Snapshot, path: FilePath, parsed: ParsedFile, spec: Spec): readonly Mention[] {
  const { text } = parsed;
  const within = { path, document: spec.document.index };
  const ids = idsOf(spec);
  return [
    ...ids.definitions.flatMap(({ kind, id, at }) => mentionsIn(text, kind, id, parsed.spanOf(at), true)),
    ...ids.uses.flatMap(({ kind, id, at }) => mentionsIn(text, kind, id, parsed.spanOf(at), false)),
    ...measuresOfResults(snapshot, spec).flatMap(({ id, at }) =>
      mentionsIn(text, "measure", id, parsed.spanOf(at), false),
    ),
    ...sharesOf(snapshot, spec).flatMap(({ id, at }) => mentionsIn(text, "shared-cost", id, parsed.spanOf(at), false)),
    ...clustersOf(spec).flatMap(({ id, at }) => mentionsIn(text, "cluster", id, parsed.spanOf(at), false)),
    ...benefitsOf(spec).flatMap((benefit) => [
      mention(text, { kind: "benefit", id: benefit.name, within }, parsed.spanOf(benefit.at), true),
      ...benefit.includes.map(({ name, at }) =>
        mention(text, { kind: "benefit", id: name, within }, parsed.spanOf(at), false),
      ),
    ]),
    ...stepNames(spec).map(({ name, at, defines }) =>
      mention(text, { kind: "step", id: name, within }, parsed.spanOf(at), defines),
    ),
  ];
}

/** How an id of the project is written at a place that the index knows. A unit cost names its library as well. */
export function mentionsIn(text: string, kind: IdKind, id: string, whole: Span, defines: boolean): readonly Mention[] {
  if (kind !== "unit-cost" || defines) return [mention(text, { kind, id }, whole, defines)];
  const slash = id.indexOf("/");
  const both = mention(text, { kind, id }, whole, false);
  if (!both.exact) return [both];
  const { start, end } = both.span;
  return [
    { ...both, span: { start: start + slash + 1, end } },
    { ...both, name: { kind: "unit-costs", id: id.slice(0, slash) }, span: { start, end: start + slash } },
  ];
}

function mention(text: string, name: Name, whole: Span, defines: boolean): Mention {
  const raw = text.slice(whole.start, whole.end);
  const written = name.kind === "unit-cost" && !defines ? name.id : name.within ? name.id : lastPart(name.id);
  const at = raw.startsWith("*") ? -1 : raw.lastIndexOf(written);
  if (at < 0) return { name, span: whole, whole, defines, exact: false };
  const start = whole.start + at;
  return { name, span: { start, end: start + written.length }, whole, defines, exact: true };
}

/** A result may name its measure by the id that the outcome gives it, or in any other words. */
function measuresOfResults(snapshot: Snapshot, spec: Spec) {
  if (spec.kind !== "study") return [];
  return (spec.reading?.results?.items ?? []).flatMap(({ outcome, measure }) => {
    if (outcome?.value === undefined || measure?.value === undefined) return [];
    const id = `${outcome.value}/${measure.value}`;
    return snapshot.index.defined("measure", id).length === 0 ? [] : [{ id, at: measure.$ }];
  });
}

/** Shares name a cost of the same portfolio; in an intervention, of any portfolio. */
function sharesOf(snapshot: Snapshot, spec: Spec) {
  if (spec.kind !== "portfolio" && spec.kind !== "intervention") return [];
  const keys = fieldsOf(spec).mapKeys.filter(({ path }) => path.at(-1) === "shares");
  if (keys.length === 0) return [];
  const known = snapshot.index.ids("shared-cost");
  return keys.flatMap(({ key, place }) =>
    spec.kind === "portfolio"
      ? [{ id: `${spec.id ?? ""}/${key}`, at: place }]
      : known.filter((id) => lastPart(id) === key).map((id) => ({ id, at: place })),
  );
}

/** Where participants start names clusters of the area that the portfolio serves. */
function clustersOf(spec: Spec) {
  const area = spec.kind === "portfolio" ? spec.reading?.area?.value : undefined;
  if (area === undefined) return [];
  return fieldsOf(spec)
    .mapKeys.filter(({ path }) => path.at(-1) === "clusters")
    .map(({ key, place }) => ({ id: `${area}/${key}`, at: place }));
}

/** Paths of scenarios (`outcomes.child-enters-care.effect`) go through names that stand in the same document. */
function scenarioMentions(parsed: ParsedFile, spec: Spec, own: readonly Mention[]): readonly Mention[] {
  return placesInPath(spec).flatMap(({ key, steps }) => {
    const whole = parsed.spanOf(key);
    return steps.flatMap(({ from, to, named }): readonly Mention[] => {
      if (named === undefined || !key.exact) return [];
      const at = parsed.spanOf(named);
      const target = own.find((each) => each.whole.start === at.start && each.name.kind !== "unit-costs");
      const start = whole.start + key.source.indexOf(key.text) + from;
      return target === undefined
        ? []
        : [{ name: target.name, whole, span: { start, end: start + to - from }, defines: false, exact: true }];
    });
  });
}
