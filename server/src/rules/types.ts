/** What a rule is, what it sees, and what it says. A rule knows no editor, no file system and no other rule. */
import type { AreaAssessment, Assessment, PortfolioAssessment } from "../model/assess/index.ts";
import type { DefinitionReader } from "../model/defined.ts";
import type { SpecFields } from "../model/fields.ts";
import type { LocalIds } from "../model/ids.ts";
import type { EffectiveSettings } from "../model/settings.ts";
import type { Definition, Spec, Use } from "../model/spec.ts";
import type { SchemaIssue } from "../schema/check.ts";
import type { IdKind } from "../schema/shape.ts";
import type { DocumentTree, ParsedFile, Place, Span } from "../syntax/types.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FilePath, FileProblem } from "../workspace/types.ts";

export type Severity = "error" | "warning" | "information";
export type RuleGroup =
  | "syntax"
  | "schema"
  | "reference"
  | "units"
  | "costing"
  | "benefit"
  | "outcome"
  | "evidence"
  | "evaluation"
  | "reporting"
  | "need"
  | "portfolio"
  | "policy"
  | "suppression"
  | "settings";
export type RuleCode = `${RuleGroup}/${string}`;

/** A place in the file being checked, or in another file. */
export type Where = Place | { readonly path: FilePath; readonly span: Span };

export interface Edit {
  /** In the file being checked. A zero-width place inserts. */
  readonly at: Place;
  readonly text: string;
}

export interface Fix {
  /** Imperative, short: `Write "price_year" instead of "priceyear"`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when it is certain: offered first and applied by "fix all". */
  readonly certain: boolean;
}

/** What a rule reports. The rule's own severity holds unless `severity` says otherwise; settings may override both. */
export interface Report {
  readonly at: Place;
  /** What is wrong, in one sentence with the facts of this case. */
  readonly message: string;
  /** What to do, for this case; the rule's general advice stands in its page. */
  readonly help?: string;
  /** A few words under the primary range in a code frame: `left over: hours`. */
  readonly label?: string;
  readonly related?: readonly { readonly at: Where; readonly label: string }[];
  readonly fixes?: readonly Fix[];
  readonly severity?: Severity;
  /** Drawn faded in the editor: something unused. */
  readonly unnecessary?: boolean;
}

export type Reporter = (report: Report) => void;

/** Pages and `explain` are made from this; the examples are the rule's fixtures. */
export interface RulePage {
  /** Noun phrase for lists: "Amount without a price year". */
  readonly title: string;
  /** What is wrong, in general. */
  readonly what: string;
  /** Why it matters to those who decide on money for children. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** Standard behind it: "Green Book 2022, 5.10". */
  readonly standard?: string;
  /** The shortest text that shows it, and the same put right. Both are run as tests. */
  readonly example: RuleExample;
}

export interface RuleExample {
  /** File name, where it matters: `wellspent.yaml`, `drafts/wellspent.yaml`. */
  readonly file?: string;
  /** Other files of the project that it needs, the same for both: settings with a gate, a library. */
  readonly files?: Readonly<Record<string, string>>;
  /** Gives this finding: text, or for a file that has none, why. */
  readonly invalid: string | { readonly problem: FileProblem; readonly detail?: string };
  /** Gives none of it. */
  readonly valid: string;
}

interface RuleBase {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly page: RulePage;
  /** Looks at an earlier version of the file and finds nothing without one. */
  readonly compares?: true;
}

/** Sees one file as text. */
export interface FileRule extends RuleBase {
  readonly scope: "file";
  check(context: FileContext, report: Reporter): void;
}

/** Sees one document as a typed spec. */
export interface DocumentRule extends RuleBase {
  readonly scope: "document";
  check(context: DocumentContext, report: Reporter): void;
}

/** Sees the whole project through the index, once for each file that defines or uses something. */
export interface ProjectRule extends RuleBase {
  readonly scope: "project";
  check(context: ProjectContext, report: Reporter): void;
}

export type Rule = FileRule | DocumentRule | ProjectRule;

export interface FileContext {
  readonly path: FilePath;
  readonly parsed: ParsedFile;
  readonly specs: readonly Spec[];
  /** Set when the file gave no text; `parsed` is then empty. */
  readonly problem?: { readonly problem: FileProblem; readonly detail?: string };
  readonly settings: EffectiveSettings;
  readonly asOf: CalendarDate;
  /** Every document of an earlier version of the file, where the check is against one. */
  readonly earlier?: () => readonly Spec[];
  /** Facts of the structure check, by document. */
  structure(document: DocumentTree): readonly SchemaIssue[];
}

/** The index as a rule may ask it. Every question is recorded, with its answer's fingerprint, as an edge for the cache. */
export interface IndexReader {
  /** Every definition of that id; empty when it is missing. */
  definitions(kind: IdKind, id: string): readonly Definition[];
  /** The same for a rule that asks only where an id is defined: what the definitions say may change without it being asked again. */
  defined(kind: IdKind, id: string): readonly Definition[];
  /** Where an id is used, across the project. */
  uses(kind: IdKind, id: string): readonly Use[];
  /** Whether any file uses an id, for a rule that asks no more: the answer stands when one user of many comes or goes. */
  isUsed(kind: IdKind, id: string): boolean;
  /** Names what a definition means: changes when that does, never with comments or formatting. */
  fingerprint(definition: Definition): string;
  /** Ids of a kind, for "did you mean". */
  ids(kind: IdKind): readonly string[];
  /** True while a file of the project gives no text: nobody knows what it defines and uses, so missing and unused ids are not reported. */
  unread(): boolean;
  /** True while text that was not read may define an id that is not found: all of a file that gives no text, or a word in broken text or under an unknown key where such an id could be defined. */
  mayBeDefined(kind: IdKind, id: string): boolean;
  /** The same for an id that nothing uses. */
  mayBeUsed(id: string): boolean;
  /** False until the first index of the project is complete: missing and unused ids are then not reported. */
  readonly complete: boolean;
}

export interface DocumentContext extends FileContext {
  readonly document: DocumentTree;
  readonly spec: Spec;
  readonly index: IndexReader;
  /** Every single value of the spec with its shape, and every key of an open mapping; walked once for all rules. */
  fields(): SpecFields;
  /** The document as an earlier version of its file has it, where the check is against one; undefined also where it was not there. One whose id was changed is known by its number in a register, or where no other can be meant. */
  readonly before?: () => Spec | undefined;
  /** What the document defines and uses, with places in its tree. */
  ids(): LocalIds;
  /** What a definition says, read as its kind; each is read once. */
  readonly read: DefinitionReader;
  /** The spec's figures; worked out once for all rules. Undefined for kinds that have none. */
  assessment(): Assessment | undefined;
  /** A portfolio's figures, with every intervention at the portfolio's starts and years. Undefined for other kinds. */
  portfolio(): PortfolioAssessment | undefined;
  /** An area's figures. Undefined for other kinds. */
  area(): AreaAssessment | undefined;
}

export interface ProjectContext extends FileContext {
  readonly index: IndexReader;
  readonly definitions: readonly Definition[];
  readonly uses: readonly Use[];
}

/** A report made absolute: what the editor, the command line and the cache hold. Immutable and plain. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly path: FilePath;
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
  readonly label?: string;
  readonly related: readonly { readonly path: FilePath; readonly span: Span; readonly label: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly certain: boolean;
    readonly edits: readonly { readonly span: Span; readonly text: string }[];
  }[];
  readonly unnecessary?: boolean;
  /** Set when a comment keeps it from view: its reason. Suppressed findings are kept for SARIF and JSON. */
  readonly suppressed?: { readonly reason: string; readonly until?: string };
}
