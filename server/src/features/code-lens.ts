import type { Snapshot } from "../analysis/types.ts";
import type { Figure } from "../costing/figure.ts";
import { designOf } from "../model/assess/design/index.ts";
import { evidenceSources } from "../model/assess/evidence/index.ts";
import type { Assessment } from "../model/assess/index.ts";
import { randomisedDesigns } from "../model/designs.ts";
import { keyPlace } from "../model/key-place.ts";
import type { Spec } from "../model/spec.ts";
import { designLine } from "../report/design-words.ts";
import { moneyAlone, perStarter } from "../report/participant.ts";
import { shortRating, studyRatings } from "../report/ratings.ts";
import { forEachOne, missingText, noReturnText, shown } from "../report/words.ts";
import type { Finding } from "../rules/types.ts";
import { kinds } from "../schema/kinds/index.ts";
import type { IdKind, KindDescription } from "../schema/shape.ts";
import type { Place, Span } from "../syntax/types.ts";
import { unit } from "../values/units.ts";
import type { FilePath } from "../workspace/types.ts";
import { type LensKind, showAll } from "./display.ts";
import { evidenceText, evidenceTooltip } from "./evidence-lens.ts";
import { placeLens } from "./place-lens.ts";

/** A line of figures above a definition. Where it stands depends on the heads alone, so that it keeps still while figures are typed. */
export interface Lens {
  readonly span: Span;
  readonly topic: LensKind;
  /** What it speaks of. */
  readonly kind: IdKind;
  readonly id: string;
  /** Which document of the file. */
  readonly document: number;
}

const topics: Readonly<Partial<Record<Spec["kind"], readonly LensKind[]>>> = {
  intervention: ["cost", "return", "evidence", "findings"],
  study: ["evidence", "used"],
  outcome: ["used", "value"],
  portfolio: ["cost", "return", "findings"],
  area: ["cost", "used", "findings"],
};

/** Where the lenses of a file stand; what each says is worked out when it is on screen. `shown`: the kinds that are. */
export function codeLenses(
  snapshot: Snapshot,
  path: FilePath,
  shown: ReadonlySet<LensKind> = showAll.lenses,
): readonly Lens[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined || shown.size === 0) return [];
  const all = snapshot.specs(path).flatMap((spec): Lens[] => {
    const root = spec.document.root;
    const { head } = kinds[spec.kind] as KindDescription<unknown>;
    const entry = root?.kind === "mapping" ? root.entries.find((each) => each.key.text === head) : undefined;
    if (entry === undefined || spec.id === undefined || spec.id === "") return [];
    const document = spec.document.index;
    if (spec.kind === "unit-costs")
      return (spec.reading?.entries?.items ?? []).flatMap((item): Lens[] => {
        const name = item.entry?.value;
        const at: Place | undefined = item.entry?.$;
        if (name === undefined || at === undefined) return [];
        return [{ span: parsed.spanOf(at), topic: "used", kind: "unit-cost", id: `${spec.id}/${name}`, document }];
      });
    const { kind, id } = spec;
    if (kind === "settings") return [];
    const own = (topics[kind] ?? []).map((topic) => ({ span: parsed.spanOf(entry.key), topic, kind, id, document }));
    const plan = spec.kind === "intervention" ? planAt(spec) : undefined;
    return plan === undefined
      ? own
      : [...own, { span: parsed.spanOf(plan), topic: "power" as const, kind, id, document }];
  });
  return all.filter(({ topic }) => shown.has(topic));
}

/** The evaluation of a spec, where chance decides who takes part: only such a design has power. */
function planAt({ reading }: Extract<Spec, { kind: "intervention" }>): Place | undefined {
  const design = reading?.evaluation?.design?.value ?? "";
  return randomisedDesigns.has(design) ? keyPlace(reading, "evaluation") : undefined;
}

/** What a lens says. */
export function lensTitle(snapshot: Snapshot, path: FilePath, lens: Lens): string {
  const spec = snapshot.specs(path).find((each) => each.document.index === lens.document);
  switch (lens.topic) {
    case "used":
      return usedText(snapshot, lens);
    case "value":
      return spec?.kind === "outcome" ? valueText(spec) : "no value";
    case "findings":
      return spec === undefined ? "no findings" : findingsText(snapshot, path, spec);
    case "power": {
      const design =
        spec?.kind === "intervention" && spec.reading !== undefined
          ? designOf(spec.reading, evidenceSources(snapshot))
          : undefined;
      return design === undefined ? "power not known" : designLine(design);
    }
    case "evidence":
      if (spec?.kind === "study") return shortRating(studyRatings(snapshot, path, lens.id)[0]) ?? "rating not known";
      return spec?.kind === "intervention" ? evidenceText(snapshot, path, spec) : "no studies cited";
    default: {
      if (spec?.kind === "portfolio" || spec?.kind === "area") return placeLens(snapshot, path, spec, lens.topic);
      const assessment = snapshot.assessments(path).find((each) => each.spec === spec)?.assessment;
      if (assessment === undefined || spec?.kind !== "intervention") return `${lens.topic} not known`;
      return lens.topic === "cost" ? costText(assessment, participantOf(spec)) : returnText(assessment);
    }
  }
}

/** What the pointer says over a lens, where there is more to say than fits on one line. */
export function lensTooltip(snapshot: Snapshot, path: FilePath, lens: Lens): string | undefined {
  const spec = snapshot.specs(path).find((each) => each.document.index === lens.document);
  return lens.topic === "evidence" && spec?.kind === "intervention" ? evidenceTooltip(snapshot, path, spec) : undefined;
}

type Intervention = Extract<Spec, { kind: "intervention" }>;

const participantOf = (spec: Intervention): string => spec.reading?.population?.unit?.value ?? "participant";

function costText(assessment: Assessment, participant: string): string {
  const cost = assessment.figures.get("cost_per_starter");
  const each = perStarter(assessment, participant);
  if (cost?.value === undefined) return `cost ${each} not known${because(cost)}`;
  const year = assessment.priceYear === undefined ? "prices as printed" : `${assessment.priceYear} prices`;
  return `${shown({ ...cost, unit: moneyAlone(cost.unit) })} ${each} · ${year}${because(cost)}`;
}

function returnText(assessment: Assessment): string {
  const ratio = assessment.figures.get("bcr");
  if (ratio === undefined) return "return not known";
  if (ratio.value === undefined)
    return ratio.none === undefined ? `return not known${because(ratio)}` : noReturnText(ratio);
  return `${forEachOne(ratio.value, unit([assessment.currency, 1])).join(" for each ")}${because(ratio)}`;
}

function because(figure: Figure | undefined): string {
  const missing = figure === undefined ? "" : missingText(figure);
  return missing === "" ? "" : ` · ${missing}`;
}

function findingsText(snapshot: Snapshot, path: FilePath, spec: Spec): string {
  const count = findingsOf(snapshot, path, spec).length;
  return count === 0 ? "no findings" : count === 1 ? "1 finding" : `${count} findings`;
}

/** Findings within one document, those suppressed left out. */
export function findingsOf(snapshot: Snapshot, path: FilePath, spec: Spec): readonly Finding[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const documents = snapshot.specs(path).map((each) => each.document);
  const start = parsed.spanOf(spec.document.place).start;
  const next = documents.map((each) => parsed.spanOf(each.place).start).filter((each) => each > start);
  const end = Math.min(Number.POSITIVE_INFINITY, ...next);
  return snapshot
    .findings(path)
    .filter((each) => each.suppressed === undefined && each.span.start >= start && each.span.start < end);
}

function usedText(snapshot: Snapshot, { kind, id }: Lens): string {
  const uses = snapshot.index.uses(kind, id);
  if (uses.length === 0) return snapshot.complete ? "not used" : "uses not known yet";
  const by = new Set(uses.map((use) => `${use.by.kind} ${use.by.id ?? use.path}`));
  const [only] = uses;
  return by.size === 1 && only?.by.id !== undefined ? `used by ${only.by.id}` : `used by ${by.size}`;
}

function valueText(spec: Extract<Spec, { kind: "outcome" }>): string {
  const values = spec.reading?.values?.items ?? [];
  const texts = values.flatMap((each) => (each.value === undefined ? [] : [each.value.text.trim()]));
  return texts.length === 0 ? "no value given" : `valued at ${texts.join(", ")}`;
}
