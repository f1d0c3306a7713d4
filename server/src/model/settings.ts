import type {
  appraisal as appraisalShape,
  checklists,
  correctionWords,
  distributions,
  evidenceStandards,
} from "../schema/kinds/common.ts";
import { settings as settingsKind } from "../schema/kinds/index.ts";
import type { Field, KeyPlaces, ListNode, MapNode, TypeOf } from "../schema/shape.ts";
import { read } from "../values/index.ts";
import type { PriceYear, Quantity, WorkingYear } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { attach, type Detached } from "./detach.ts";
import { readAs } from "./read.ts";
import { inYears } from "./years.ts";

export type Discounting =
  | "green-book-standard"
  | "green-book-health"
  | "green-book-2026-sensitivity"
  | { readonly rate: number };

/** A correction that can be left out, to see what it does. */
export type Correction = keyof typeof correctionWords;

/** By how much costs are raised and benefits lowered, as shares. */
export interface ConfidenceGrade {
  readonly grade: number;
  readonly costs: number;
  readonly benefits: number;
}

/** How figures are worked out and shown. Every default is said beside the figures that rest on it. */
export interface Appraisal {
  /** Undefined: each spec stays in its own price year. */
  readonly priceYear: PriceYear | undefined;
  readonly discounting: Discounting;
  readonly flows: "start-of-year" | "mid-year";
  readonly costs: "economic" | "budget";
  readonly capital: "annualise" | "spread" | "expense";
  readonly perspective: "local-authority" | "public-sector" | "society" | undefined;
  readonly workingYear: WorkingYear;
  readonly deflator: "hmt-2026-03" | "hmt-2026-06" | "hmt-2025-12-calendar" | "hmt-2017-11";
  /** Financial year in which delivery begins, where a spec does not say its own. */
  readonly flowsFrom: PriceYear | undefined;
  /** Years; undefined when no limit is set. */
  readonly horizon: number | undefined;
  readonly threshold: Quantity | undefined;
  /** Corrections that figures are worked out without. */
  readonly leaveOut: readonly Correction[];
  /** Corrections for optimism by grade of confidence, instead of the shipped table. */
  readonly confidenceGrades: readonly ConfidenceGrade[] | undefined;
  readonly uncertainty: UncertaintySettings;
}

/** How uncertain values are drawn. */
export interface UncertaintySettings {
  readonly draws: number;
  readonly seed: number;
  /** Of the intervals shown, in percent. */
  readonly level: number;
  /** Paths of values and the distribution that the spec asks for, in the order written. */
  readonly distributions: readonly (readonly [path: string, distribution: keyof typeof distributions])[];
}

/** Below it, the ends of an interval are those of a few draws. */
export const leastDraws = 100;
/** Above it, more draws tell nothing that the inputs know. */
export const mostDraws = 1_000_000;

export interface GateSetting {
  readonly gate: string;
  readonly status: readonly string[];
  readonly spendOver: Quantity | undefined;
  readonly needs: readonly string[];
  readonly minimumReturn: number | undefined;
  readonly minimumEvidence: "any" | "comparison" | "randomised" | undefined;
  readonly severity: "error" | "warning" | "information" | "off";
  readonly message: string | undefined;
  readonly path: FilePath;
}

export type EvidenceStandard = keyof typeof evidenceStandards;
export type ChecklistId = keyof typeof checklists;

export type RuleSeverity = "error" | "warning" | "information" | "off";

/** What holds for one file: the settings files from the root down to its folder, the nearer refining the further. */
export interface EffectiveSettings {
  readonly appraisal: Appraisal;
  readonly standards: {
    /** Checklists that evaluation plans are held against. */
    readonly checklists: readonly ChecklistId[];
    /** Standards of the indicative ratings; the first leads. */
    readonly evidence: readonly EvidenceStandard[];
    readonly costBand: "eif" | "eef" | "eef-2013";
    readonly oldestEvidenceYears: number;
  };
  /** Where the interventions are delivered; undefined when nobody said. */
  readonly country: string | undefined;
  /** Codes or `group/*` to severity, in order; the last that matches holds. */
  readonly rules: readonly (readonly [pattern: string, severity: RuleSeverity])[];
  readonly gates: readonly GateSetting[];
  /** Paths of what is written and could not be read: not known, which is another thing than not set. "" is all of a file. */
  readonly unread: readonly string[];
  /** Changes when anything above does. */
  readonly fingerprint: string;
}

/** One `wellspent.yaml`, detached. `folder` is "" at the root of the project. */
export interface SettingsSource {
  readonly path: FilePath;
  readonly folder: string;
  readonly meaning: Detached;
}

/** Used where no settings say otherwise. */
export const defaultAppraisal: Appraisal = {
  priceYear: undefined,
  discounting: "green-book-standard",
  flows: "start-of-year",
  costs: "economic",
  capital: "annualise",
  perspective: undefined,
  workingYear: { weeks: 42, hoursPerWeek: 37 },
  deflator: "hmt-2026-03",
  flowsFrom: undefined,
  horizon: undefined,
  threshold: undefined,
  leaveOut: [],
  confidenceGrades: undefined,
  uncertainty: { draws: 10_000, seed: 1, level: 95, distributions: [] },
};

const defaultSettings: EffectiveSettings = {
  appraisal: defaultAppraisal,
  standards: {
    evidence: ["eif"],
    checklists: ["children", "magenta", "spirit", "tidier", "cheers"],
    costBand: "eif",
    oldestEvidenceYears: 15,
  },
  country: undefined,
  rules: [],
  gates: [],
  unread: [],
  fingerprint: "default",
};

export type AppraisalReading = TypeOf<typeof appraisalShape>;

const said = <T>(field: Field<T> | undefined): T | undefined => field?.value;

/** Lays an `appraisal:` block (of a settings file, or of one spec) over what already holds. */
export function refineAppraisal(base: Appraisal, block: AppraisalReading | undefined): Appraisal {
  if (block === undefined) return base;
  const horizon = said(block.horizon);
  return {
    priceYear: said(block.price_year) ?? base.priceYear,
    discounting: discountingOf(said(block.discounting)) ?? base.discounting,
    flows: said(block.flows) ?? base.flows,
    costs: said(block.costs) ?? base.costs,
    capital: said(block.capital) ?? base.capital,
    perspective: said(block.perspective) ?? base.perspective,
    workingYear: said(block.working_year) ?? base.workingYear,
    deflator: said(block.deflator) ?? base.deflator,
    flowsFrom: said(block.flows_from) ?? base.flowsFrom,
    horizon: inYears(horizon) ?? base.horizon,
    threshold: said(block.threshold) ?? base.threshold,
    leaveOut:
      block.leave_out === undefined
        ? base.leaveOut
        : block.leave_out.items.flatMap(({ value }) => (value === undefined ? [] : [value])),
    confidenceGrades: block.confidence_grades === undefined ? base.confidenceGrades : gradesOf(block.confidence_grades),
    uncertainty: refineUncertainty(base.uncertainty, block.uncertainty),
  };
}

function refineUncertainty(base: UncertaintySettings, block: AppraisalReading["uncertainty"]): UncertaintySettings {
  if (block === undefined) return base;
  const whole = (field: Field<Quantity> | undefined, least: number, most: number): number | undefined => {
    const number = said(field)?.value;
    return number !== undefined && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
  };
  const level = said(block.level)?.value;
  return {
    draws: whole(block.draws, leastDraws, mostDraws) ?? base.draws,
    seed: whole(block.seed, 0, Number.MAX_SAFE_INTEGER) ?? base.seed,
    level: level !== undefined && level >= 0.5 && level < 1 ? level * 100 : base.level,
    distributions: [
      ...base.distributions,
      ...(block.distributions?.entries ?? []).flatMap(({ key, value }) =>
        value.value === undefined ? [] : [[key, value.value] as const],
      ),
    ],
  };
}

function gradesOf({ items }: NonNullable<AppraisalReading["confidence_grades"]>): readonly ConfidenceGrade[] {
  return items.flatMap(({ grade, costs, benefits }) =>
    grade?.value === undefined
      ? []
      : [{ grade: grade.value.value, costs: costs?.value?.value ?? 0, benefits: benefits?.value?.value ?? 0 }],
  );
}

/** A schedule by name, or one rate such as `3.5%`; undefined when it is neither (the settings rules report it). */
export function discountingOf(text: string | undefined): Discounting | undefined {
  if (text === undefined) return undefined;
  if (text === "green-book-standard" || text === "green-book-health" || text === "green-book-2026-sensitivity")
    return text;
  const rate = read("share", text);
  return rate.ok && rate.value.value >= 0 && rate.value.value < 1 ? { rate: rate.value.value } : undefined;
}

/** Settings in force in a folder, from the sources on the way down to it (root first). */
export function effectiveSettings(sources: readonly SettingsSource[], fingerprint: string): EffectiveSettings {
  let held: EffectiveSettings = { ...defaultSettings, fingerprint };
  for (const source of sources) held = refine(held, source, fingerprint);
  return held;
}

function refine(held: EffectiveSettings, source: SettingsSource, fingerprint: string): EffectiveSettings {
  const node = attach(source.meaning, { path: source.path, span: { start: 0, end: 0 } });
  const reading = readAs(settingsKind.shape, noAliases, node);
  if (reading?.$kind !== "object") return { ...held, unread: [...held.unread, ""], fingerprint };
  const standards = reading.standards;
  const gates = (reading.gates?.items ?? []).flatMap((gate): GateSetting[] => {
    // Whom it is for, or what it asks, is not known.
    if (unreadIn(gate).some((key) => key !== "gate" && key !== "message")) return [];
    const needs = (gate.needs?.items ?? []).flatMap((need) => (need.value === undefined ? [] : [need.value]));
    return [
      {
        gate: gate.gate?.value ?? "Gate",
        status: (gate.status?.items ?? []).flatMap((status) => (status.value === undefined ? [] : [status.value])),
        spendOver: gate.spend_over?.value,
        needs,
        minimumReturn: gate.minimum_return?.value?.value,
        minimumEvidence: gate.minimum_evidence?.value,
        severity: gate.severity?.value ?? "error",
        message: gate.message?.value,
        path: source.path,
      },
    ];
  });
  return {
    appraisal: refineAppraisal(held.appraisal, reading.appraisal),
    standards: {
      checklists: wordsIn(standards?.checklists?.items) ?? held.standards.checklists,
      evidence: standardsOf(standards?.evidence) ?? held.standards.evidence,
      costBand: standards?.cost_band?.value ?? held.standards.costBand,
      oldestEvidenceYears: inYears(standards?.oldest_evidence?.value) ?? held.standards.oldestEvidenceYears,
    },
    country: reading.country?.value ?? held.country,
    rules: [
      ...held.rules,
      ...groupsFirst(
        (reading.rules?.entries ?? []).flatMap((entry) =>
          entry.value.value === undefined ? [] : [[entry.key, entry.value.value] as const],
        ),
      ),
    ],
    gates: [...held.gates, ...gates],
    unread: [...held.unread, ...unreadIn(reading)],
    fingerprint,
  };
}

/** Whether it is not known how a setting stands, or any below it: `country`, `appraisal`. */
export const isUnread = ({ unread }: EffectiveSettings, path: string): boolean =>
  unread.some((each) => each === "" || each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`));

/** Paths below an object of what was written and could not be read. */
function unreadIn(reading: { readonly $keys: KeyPlaces }): readonly string[] {
  return reading.$keys.keys().flatMap((key) => {
    const value = (reading as unknown as Record<string, Read | undefined>)[key];
    if (value === undefined) return [key];
    switch (value.$kind) {
      case "field":
        return value.problem === undefined ? [] : [key];
      case "object":
        return unreadIn(value).map((below) => `${key}.${below}`);
      case "list":
        return value.items.every((item) => item.$kind !== "field" || item.problem === undefined) ? [] : [key];
      default:
        return [];
    }
  });
}

type Read =
  | Field<unknown>
  | ListNode<Field<unknown> | { readonly $kind: "object" }>
  | MapNode<unknown>
  | ({ readonly $kind: "object" } & { readonly $keys: KeyPlaces });

/** Keys have no order: a finding's own code counts before its group, whichever is written first. */
export const groupsFirst = <T extends readonly [pattern: string, ...unknown[]]>(rules: readonly T[]): readonly T[] => [
  ...rules.filter(([pattern]) => pattern.endsWith("/*")),
  ...rules.filter(([pattern]) => !pattern.endsWith("/*")),
];

type Written = NonNullable<NonNullable<TypeOf<typeof settingsKind.shape>["standards"]>["evidence"]>;

/** Those that can be read, each once; undefined where none can. */
function standardsOf(written: Written | undefined): readonly EvidenceStandard[] | undefined {
  if (written === undefined) return undefined;
  return wordsIn(written.$kind === "list" ? written.items : [written]);
}

function wordsIn<W extends string>(fields: readonly Field<W>[] | undefined): readonly W[] | undefined {
  const found = [...new Set((fields ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])))];
  return found.length === 0 ? undefined : found;
}

const noAliases = {
  index: 0,
  root: undefined,
  place: { chunk: { text: "" }, start: 0, end: 0 },
  resolve: () => undefined,
} as const;

/** Severity of a finding under the settings: the last pattern that matches its code holds; else the rule's own. */
export function severityUnder(
  settings: EffectiveSettings,
  code: string,
  own: "error" | "warning" | "information",
): RuleSeverity {
  let severity: RuleSeverity = own;
  for (const [pattern, set] of settings.rules)
    if (pattern === code || (pattern.endsWith("/*") && code.startsWith(pattern.slice(0, -1)))) severity = set;
  return severity;
}
