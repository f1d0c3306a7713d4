import type { AreaAssessment, Assessment, PortfolioAssessment } from "../model/assess/index.ts";
import { wasBefore } from "../model/assess/plan/index.ts";
import type { DefinitionReader } from "../model/defined.ts";
import { isForeign } from "../model/detach.ts";
import { fieldsOf, type SpecFields } from "../model/fields.ts";
import { idsOf } from "../model/ids.ts";
import type { Spec } from "../model/spec.ts";
import { applySuppressions, readSuppressions } from "../rules/suppression/index.ts";
import { firstLine } from "../rules/trouble.ts";
import type { DocumentContext, FileContext, Finding, IndexReader, Report, Rule, Where } from "../rules/types.ts";
import { checkStructure, type SchemaIssue, type StructureCache } from "../schema/check.ts";
import { brokenChunks } from "../syntax/broken.ts";
import { toPlain } from "../syntax/index.ts";
import type { DocumentTree, Place, Span } from "../syntax/types.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Assessor } from "./assessor.ts";
import { type OpenFile, openFile } from "./open-file.ts";
import type { PlannedRule, RulePlans } from "./plan.ts";
import type { Reads, RecordingIndex } from "./project-index.ts";
import type { SettingsTable } from "./settings-for.ts";

/** Everything outside a file that its findings may depend on. */
export interface World {
  readonly index: RecordingIndex;
  readonly settings: SettingsTable;
  readonly asOf: CalendarDate;
  readonly assessor: Assessor;
  readonly read: DefinitionReader;
  readonly plans: RulePlans;
  readonly structureCache?: StructureCache;
  /** Earlier texts of files, where the check is against them. */
  readonly before?: ReadonlyMap<FilePath, string>;
}

/** Findings of one file and what they rest on. */
export interface CheckedFile {
  readonly findings: readonly Finding[];
  readonly reads: ReadonlyMap<string, string>;
  /** Fingerprint of the settings that held. */
  readonly settings: string;
  readonly complete: boolean;
}

/** More than this of one code in one file and the rest is summed up in the last: a broken file must not bury the others. */
const mostPerCode = 100;

/** Where a place stands: in the file itself, or in the file that defines it. */
export function locate(file: OpenFile, place: Place): { readonly path: FilePath; readonly span: Span } {
  return isForeign(place.chunk)
    ? { path: place.chunk.foreign.path, span: place.chunk.foreign.span }
    : { path: file.path, span: file.parsed.spanOf(place) };
}

const whereIs = (file: OpenFile, where: Where): { readonly path: FilePath; readonly span: Span } =>
  "chunk" in where ? locate(file, where) : where;

/** Runs every rule over one file, beside what `beside` knows of others. Pure: the same file in the same world gives the same findings. */
export function checkFile(file: OpenFile, world: World, beside: RecordingIndex = world.index): CheckedFile {
  const check = beginCheck(file, world, beside);
  for (const planned of check.plan) check.run(planned);
  return check.end();
}

/**
 * The same for a few files: each rule goes through all of them before the next, for a processor holds the code of a rule and a few files
 * at a time, not that of all rules.
 */
export function checkFiles(
  files: readonly OpenFile[],
  world: World,
  besideOf: (file: OpenFile) => RecordingIndex,
): readonly CheckedFile[] {
  const checks = files.map((file) => beginCheck(file, world, besideOf(file)));
  for (const plan of new Set(checks.map((check) => check.plan))) {
    const alike = checks.filter((check) => check.plan === plan);
    for (const planned of plan) for (const check of alike) check.run(planned);
  }
  return checks.map((check) => check.end());
}

/** A file while its rules are run. */
interface FileCheck {
  readonly plan: readonly PlannedRule[];
  run(planned: PlannedRule): void;
  end(): CheckedFile;
}

function beginCheck(file: OpenFile, world: World, beside: RecordingIndex): FileCheck {
  const reads: Reads = new Map();
  const settings = world.settings.for(file.path);
  const index = beside.recording(reads);
  const findings: Finding[] = [];
  const structures = new Map<DocumentTree, readonly SchemaIssue[]>();
  const before = world.before?.get(file.path);
  const context: FileContext = {
    path: file.path,
    parsed: file.parsed,
    specs: file.specs,
    ...(file.content.kind === "problem" ? { problem: problemOf(file.content) } : {}),
    settings,
    asOf: world.asOf,
    ...(before === undefined ? {} : { earlier: earlierOf(file.path, before) }),
    structure(document) {
      const known = structures.get(document);
      if (known !== undefined) return known;
      const issues = checkStructure(document, file.path, toPlain, world.structureCache);
      structures.set(document, issues);
      return issues;
    },
  };
  const documents = file.specs.map((spec) => documentContext(context, spec, file, index, world, settings));
  const summary = file.summary;
  const plan = world.plans(settings);
  // One for all rules, for there are two hundred of them and most have nothing to say.
  let now = plan[0] as PlannedRule;
  const broken = file.parsed.issues.length === 0 ? undefined : brokenChunks(file.parsed);
  const report = (each: Report): void => {
    // What broken text seems to say, or to lack, is a guess: the syntax finding alone is shown there.
    if (now.scope === "document" && broken?.has(each.at.chunk) === true) return;
    findings.push(finish(file, now.rule, now.severity ?? each.severity ?? now.rule.severity, each));
  };
  return {
    plan,
    run(planned) {
      now = planned;
      const { scope } = planned;
      if (scope === "document") for (const document of documents) planned.check(document, report);
      else if (scope === "file") planned.check(context, report);
      else planned.check({ ...context, index, definitions: summary.definitions, uses: summary.uses }, report);
    },
    end: () => ({
      findings: applySuppressions(cap(findings.sort(byPlace)), readSuppressions(file.parsed), {
        path: file.path,
        parsed: file.parsed,
        asOf: world.asOf,
        settings,
        complete: () => beside.complete && !index.unread(),
      }),
      reads,
      settings: settings.fingerprint,
      complete: beside.complete,
    }),
  };
}

const problemOf = (
  content: Extract<OpenFile["content"], { kind: "problem" }>,
): NonNullable<FileContext["problem"]> => ({
  problem: content.problem,
  ...(content.detail === undefined ? {} : { detail: content.detail }),
});

function documentContext(
  context: FileContext,
  spec: Spec,
  file: OpenFile,
  index: IndexReader,
  world: World,
  settings: FileContext["settings"],
): DocumentContext {
  let fields: SpecFields | undefined;
  let assessed: { readonly assessment: Assessment | undefined } | undefined;
  let portfolio: { readonly assessment: PortfolioAssessment | undefined } | undefined;
  let area: { readonly assessment: AreaAssessment | undefined } | undefined;
  return {
    ...context,
    document: spec.document,
    spec,
    index,
    read: world.read,
    ...(context.earlier === undefined ? {} : { before: () => wasBefore(spec, context.earlier?.() ?? [], file.specs) }),
    fields() {
      fields ??= file.fields.get(spec) ?? fieldsOf(spec);
      return fields;
    },
    ids: () => file.ids.get(spec) ?? idsOf(spec),
    assessment() {
      assessed ??= { assessment: world.assessor.assess(spec, index, settings) };
      return assessed.assessment;
    },
    portfolio() {
      portfolio ??= { assessment: world.assessor.portfolio(spec, index, settings) };
      return portfolio.assessment;
    },
    area() {
      area ??= { assessment: world.assessor.area(spec, index, settings) };
      return area.assessment;
    },
  };
}

/** Documents of the earlier text of a file, read when first asked for. */
function earlierOf(path: FilePath, text: string): () => readonly Spec[] {
  let specs: readonly Spec[] | undefined;
  return () => {
    specs ??= openFile(path, { kind: "text", text }).specs;
    return specs;
  };
}

function finish(file: OpenFile, rule: Rule, severity: Finding["severity"], report: Report): Finding {
  // One line at most: a finding must never underline half a document.
  const at = locate(file, firstLine(report.at));
  return {
    code: rule.code,
    severity,
    path: file.path,
    span: at.path === file.path ? at.span : { start: 0, end: 0 },
    message: report.message,
    ...(report.help === undefined ? {} : { help: report.help }),
    ...(report.label === undefined ? {} : { label: report.label }),
    related: (report.related ?? []).map((each) => ({ ...whereIs(file, each.at), label: each.label })),
    fixes: (report.fixes ?? []).map((fix) => ({
      title: fix.title,
      certain: fix.certain,
      edits: fix.edits.map((edit) => ({ span: file.parsed.spanOf(edit.at), text: edit.text })),
    })),
    ...(report.unnecessary ? { unnecessary: true } : {}),
  };
}

const byPlace = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function cap(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const total = counts.get(finding.code) ?? 0;
    const nth = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, nth);
    if (nth < mostPerCode || total <= mostPerCode) return [finding];
    return nth === mostPerCode
      ? [{ ...finding, message: `${finding.message} (and ${total - mostPerCode} more of this kind in this file)` }]
      : [];
  });
}
